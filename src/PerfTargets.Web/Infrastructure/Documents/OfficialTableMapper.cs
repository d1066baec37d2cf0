using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Documents;
using Core = PerfTargets.Core;

namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>Brings a form into the printer's words. Documents knows nothing of forms and Core nothing of printing; they meet here.</summary>
public static class OfficialTableMapper
{
    /// <summary>Labels of funds lines are indented in characters, the printed table in steps of three: the width of 其中：.</summary>
    private const int CharactersPerIndent = 3;

    /// <summary>The table of a form as it stands, with what its status asks of a print.</summary>
    public static OfficialTable Of(TargetForm form)
    {
        var year = form.BudgetYear ?? throw new InvalidOperationException("The form's year is not loaded.");
        var purpose = PurposeOf(form.Status);
        return Of(form.Content, year.Template, form.Year) with
        {
            Purpose = purpose,
            StatusText = purpose == PrintPurpose.Draft ? form.Status.Word() : null,
        };
    }

    /// <summary>The table of an approved form, from its snapshot alone.</summary>
    public static OfficialTable Of(SnapshotDocument snapshot, RequirementLabels labels = RequirementLabels.Print) =>
        Of(snapshot.FormContent, snapshot.FormTemplate, snapshot.Year, labels);

    /// <summary>The table of a content, for previews of what is not stored.</summary>
    public static OfficialTable Of(FormContent content, FormTemplate template, int year, RequirementLabels requirementLabels = RequirementLabels.Print)
    {
        var labels = template.Labels;
        return new OfficialTable
        {
            Title = template.Title,
            Year = year,
            MoneyUnit = $"单位：{template.MoneyUnit}",
            Head =
            [
                new(new(labels.ProjectName, content.ProjectName)),
                new(new(labels.Department, content.Department), new(labels.ImplementingUnit, content.ImplementingUnit)),
                new(new(labels.ProjectAttribute, content.ProjectAttribute), new(labels.ProjectPeriod, content.ProjectPeriod)),
            ],
            FundsLabel = labels.Funds,
            Funds = [.. template.Funds.Select(line => new PerfTargets.Documents.FundsLine(line.Label, content.FundsOf(line.Key).Text, line.Indent / CharactersPerIndent))],
            Goal = new(labels.OverallGoal, content.OverallGoal),
            Columns = new(labels.Names, labels.LevelOne, labels.LevelTwo, labels.LevelThree, labels.TargetValue),
            BodyLabel = labels.Indicators,
            Levels = [.. template.Levels.Select(level => new PerfTargets.Documents.IndicatorLevel(level.Label, [.. level.Groups.Select(group => Group(content, group, requirementLabels == RequirementLabels.Omit ? group.Label : template.PrintedLabel(group)))]))],
            Orientation = template.Print.Orientation == Core.Years.PageOrientation.Portrait
                ? PerfTargets.Documents.PageOrientation.Portrait
                : PerfTargets.Documents.PageOrientation.Landscape,
        };
    }

    /// <summary>附件 2：平罗县工业和信息化局项目支出预算绩效目标表.</summary>
    public static string AttachmentLine(FormTemplate template, string number, string department) => template.AttachmentLine
        .Replace("{number}", number, StringComparison.Ordinal)
        .Replace("{department}", department, StringComparison.Ordinal);

    /// <summary>What is approved is published, what is on its way is signed and sealed, anything else carries its status across the page.</summary>
    public static PrintPurpose PurposeOf(FormStatus status) =>
        status == FormStatus.Approved ? PrintPurpose.Publication
        : status.IsReviewStep() || status == FormStatus.Passed ? PrintPurpose.Submission
        : PrintPurpose.Draft;

    private static PerfTargets.Documents.IndicatorGroup Group(FormContent content, Core.Years.IndicatorGroup group, string label) => new(
        label,
        [.. content.RowsOf(group.Key).Select(row => new PerfTargets.Documents.IndicatorRow(row.Name, row.Value))],
        content.NotApplicableOf(group.Key) is not null);
}
