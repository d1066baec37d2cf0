using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>K6: a row is not the same in several projects of the department.</summary>
public sealed class NoBoilerplate : Check
{
    public override string Code => "K6";
    public override string Title => "指标不是各项目通用的套话";
    public override string Explanation => "本部门几个项目里有名称和指标值都相同的一行，看不出是哪个项目的要求。满意度指标不算；名称相同的项目（如各学校的同一项目）之间不算。";
    public override string Example => "几个不同的项目都写“项目整体合格率 ≥95%”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;

    private static readonly Threshold Projects = new("K6", "projects", "同一行出现在多少个项目里算套话", "个");

    public override IReadOnlyList<Threshold> Thresholds => [Projects];

    public override CheckOutcome Run(CheckContext context)
    {
        if (context.Bureau is not { } bureau)
            return new CheckOutcome.Undetermined(CrossForm.NoBureau);
        var project = BureauForm.KeyOf(context.Form.ProjectName);
        var findings = new List<Finding>();
        foreach (var row in context.Rows())
        {
            if (row.HasName && row.HasValue && row.Group.Kind != IndicatorKind.Satisfaction
                && Other(context, project, bureau.WithRow(row.Name, row.Reading.Text.Text)) is { } other)
            {
                findings.Add(Found(context, row.NamePlace,
                    $"{row.Called}：与本部门“{Quoted.Short(other.ProjectName)}”的一行完全相同，请按本项目的内容填写", $"{row.Name} {row.Value}"));
            }
        }
        return CheckOutcome.Of(findings);
    }

    /// <summary>The first form of another project, where there are as many of them as the threshold asks beside this one.</summary>
    private static BureauForm? Other(CheckContext context, string project, IReadOnlyList<BureauForm> same)
    {
        var (first, projects) = (default(BureauForm), 1);
        foreach (var form in same)
        {
            if (form.FormId == context.FormId || form.NameKey == project)
                continue;
            first ??= form;
            if (++projects >= Projects.Of(context))
                return first;
        }
        return null;
    }
}

/// <summary>X1: a project has one form a year.</summary>
public sealed class OneFormAProject : Check
{
    public override string Code => "X1";
    public override string Title => "同一项目一年只有一份目标表";
    public override string Explanation => "本部门本年度有两份目标表的项目编码相同；有一份没有编码时，实施单位和项目名称都相同。不同单位的同名项目是正常的。";
    public override string Example => "县水务局的两份目标表都叫“农村供水管网改造”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Error;

    public override CheckOutcome Run(CheckContext context)
    {
        if (context.Bureau?.Find(context.FormId) is not { } own)
            return new CheckOutcome.Undetermined(CrossForm.NoBureau);
        if (context.Bureau.TwinOf(own, BureauForm.KeyOf(context.Form.ProjectName)) is not { } twin)
            return CheckOutcome.Passed;
        var same = twin.ProjectCode is { } code && code == own.ProjectCode ? $"项目编码 {code} 相同" : "名称和实施单位相同";
        return CheckOutcome.Of([Found(context, Place.Head(HeadField.ProjectName),
            $"{context.Template.Labels.ProjectName}：与本年度另一份目标表“{Quoted.Short(twin.ProjectName)}”{same}，同一项目只填一份，请核对，多余的请删除",
            context.Form.ProjectName)]);
    }
}

/// <summary>X3: the totals of the department's forms add up to what was approved for it.</summary>
public sealed class WithinApprovedTotal : Check
{
    public override string Code => "X3";
    public override string Title => "各项目资金之和与部门核定总额一致";
    public override string Explanation => "本部门各项目的年度资金总额之和超过核定总额，随时提示；少于核定总额，要等所有项目都填了资金才提示。小数超过六位的总额按前六位计，不作为已填。";
    public override string Example => "核定总额 100 万元，各项目合计 120 万元。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override bool AwaitsAdministrator => true;

    public override CheckOutcome Run(CheckContext context)
    {
        if (FundsWords.Total(context.Template) is not { } line)
            return CheckOutcome.Passed;
        if (context.Bureau is not { } bureau)
            return new CheckOutcome.Undetermined(CrossForm.NoBureau);
        if (bureau.ApprovedTotal is not { } approved)
            return new CheckOutcome.Undetermined("没有录入本部门的核定总额，无法与各项目资金之和比较");
        var (sum, isComplete) = bureau.SumWith(context.FormId, context.Form.FundsOf(line.Key));
        if (sum == approved.Fen && isComplete)
            return CheckOutcome.Passed;
        if (sum <= approved.Fen && !isComplete)
            return new CheckOutcome.Undetermined("本部门还有项目没有填写资金，暂时无法与核定总额比较");
        var unit = context.Template.MoneyUnit;
        return CheckOutcome.Of([Found(context, Place.Funds(line.Key),
            $"{FundsWords.Name(line)}：本部门{(isComplete ? "各项目合计" : "已填资金的项目合计")} {FundsWords.Wan(sum)} {unit}，{(sum > approved.Fen ? "超过" : "少于")}核定总额 {approved}，请与本部门其他项目一起核对",
            $"{FundsWords.Wan(sum)}/{approved}")]);
    }
}

/// <summary>X4: the attachment's line and the table call the form by one name.</summary>
public sealed class OneTitle : Check
{
    private const string Department = "{department}";

    public override string Code => "X4";
    public override string Title => "附件标题与表名一致";
    public override string Explanation => "附件首行的标题与表名用词不同。附件标题里的部门名称相当于表名开头的“部门”二字。";
    public override string Example => "附件标题“项目支出绩效目标表”，表名“部门项目支出预算绩效目标表”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Hint;
    public override bool IsMasterData => true;
    public override bool IsAboutTemplate => true;

    public override CheckOutcome Run(CheckContext context)
    {
        var line = context.Template.AttachmentLine;
        var title = line[(line.LastIndexOfAny(['：', ':']) + 1)..].Trim();
        return Plain(title) == Plain(context.Template.Title)
            ? CheckOutcome.Passed
            : CheckOutcome.Of([Found(context, Place.Head("title"),
                $"附件标题：“{title.Replace(Department, "部门", StringComparison.Ordinal)}”与表名“{context.Template.Title}”不一致，请统一", $"{title}/{context.Template.Title}")]);
    }

    /// <summary>What both must have in common: the words behind the department, which only one of them can name.</summary>
    private static string Plain(string title)
    {
        var words = CompactText.Of(title.Replace(Department, "部门", StringComparison.Ordinal)).Text;
        return words.StartsWith("部门", StringComparison.Ordinal) ? words[2..] : words;
    }
}

internal static class CrossForm
{
    public const string NoBureau = "没有本部门其他项目的目标表，无法比较";
}
