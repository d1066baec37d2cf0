using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Tests.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>Forms for the check tests: the four of the seed, a sound one to spoil in one place, and short ways to spoil it.</summary>
internal static class CheckForms
{
    public const int Year = 2023;

    public static FormTemplate Ningxia { get; } = FormTemplate.Parse(ShippedTemplates.Json("ningxia-2023"));

    public static FormTemplate Mof { get; } = FormTemplate.Parse(ShippedTemplates.Json("mof-2021"));

    /// <summary>T1–T4 of the catalogue.</summary>
    public static IReadOnlyList<FormContent> Seed { get; } = FormFileTests.Read(FormFileTests.Seed()).ContentsBy(Ningxia, "seed.json");

    /// <summary>The same as their file is checked.</summary>
    public static IReadOnlyList<CheckContext> SeedFile { get; } = CheckContexts.OfFile(FormFileTests.Read(FormFileTests.Seed()), Ningxia, "seed.json", Unprintable);

    /// <summary>A form on which no check has anything to say.</summary>
    public static CheckContext Sound { get; } = new(
        new FormContent
        {
            ProjectName = "农村供水管网改造",
            Department = "县水务局 301001",
            ImplementingUnit = "县水务局",
            ProjectAttribute = "一年期项目",
            ProjectPeriod = "1 年",
            Funds = [Entry("total", "36"), Entry("fiscal", "36")],
            OverallGoal = "改造农村供水管网 12 公里，工程验收合格率 100%，受益群众 800 户，管网漏损率降到 10% 以内，年节约水费支出 6 万元，6 个村建立管护制度。",
            Indicators =
            [
                Row("output.quantity", "改造管网长度", "≥12 公里"),
                Row("output.quantity", "供水入户户数", "≥800 户"),
                Row("output.quality", "工程验收合格率", "=100%"),
                Row("output.timeliness", "完工时限", "2023年11月底前"),
                Row("output.cost", "管网改造费用", "≤36 万元"),
                Row("benefit.economic", "年节约水费支出", "≥6 万元"),
                Row("benefit.social", "受益户数", "≥800 户"),
                Row("benefit.ecological", "管网漏损率", "≤10%"),
                Row("benefit.sustainability", "建立管护制度的村", "≥6 个"),
                Row("satisfaction.served", "受益群众满意度", "≥95%"),
            ],
        },
        Ningxia,
        Year,
        Unprintable);

    /// <summary>Fonts that lack nothing but the emoji.</summary>
    public static IReadOnlyList<string> Unprintable(string text) => text.Contains("😀", StringComparison.Ordinal) ? ["😀"] : [];

    public static FundsEntry Entry(string key, string typed) => new(key, Amount.FromTyped(typed));

    public static IndicatorRow Row(string group, string name, string value) => new(Guid.CreateVersion7(), group, name, value);

    public static CheckContext With(this CheckContext context, Func<FormContent, FormContent> change) =>
        context with { Form = change(context.Form) };

    /// <summary>The only rows of one group, the others as they are.</summary>
    public static CheckContext WithRows(this CheckContext context, string group, params (string Name, string Value)[] rows) => context.With(form => form with
    {
        Indicators = [.. form.Indicators.Where(row => row.GroupKey != group), .. rows.Select(row => Row(group, row.Name, row.Value))],
    });

    /// <summary>Another value in the first row of a group.</summary>
    public static CheckContext WithValue(this CheckContext context, string group, string value) => context.With(form => form with
    {
        Indicators = [.. form.Indicators.Select(row => row == form.RowsOf(group).First() ? row with { Value = value } : row)],
    });

    public static CheckContext WithFunds(this CheckContext context, params (string Key, string Typed)[] funds) =>
        context.With(form => form with { Funds = [.. funds.Select(line => Entry(line.Key, line.Typed))] });

    public static CheckContext WithSettings(this CheckContext context, string code, CheckSettings settings) => context with
    {
        Template = context.Template with { Checks = new Dictionary<string, CheckSettings>(context.Template.Checks) { [code] = settings } },
    };

    public static CheckContext WithWords(this CheckContext context, string code, string list, params string[] words) =>
        context.WithSettings(code, new CheckSettings(Words: new Dictionary<string, IReadOnlyList<string>> { [list] = words }));

    /// <summary>The same with 填写说明 for every warning that needs it.</summary>
    public static CheckContext Explained(this CheckContext context, string text = "上年项目跨年结算，已与业务股室沟通。") => context.With(form => form with
    {
        Reasons = [.. FormChecks.Run(context).Unexplained.Select(finding => new FindingReason(finding.Code, finding.Place.Anchor, finding.Raw, text))],
    });

    /// <summary>All that the checks say, kept for the <see cref="CheckCaseAttribute"/> of the test.</summary>
    /// <param name="of">The checks that the test asks about; all when none are named.</param>
    public static CheckReport Report(this CheckContext context, params string[] of) => CheckCaseAttribute.Keep(FormChecks.Run(context), of);

    /// <summary>The checks without which a form cannot be sent up.</summary>
    public static readonly string[] Submission = ["C1", "C2", "C3", "C4", "C8", "F1", "F2", "F3", "Q1", "D1", "K2"];

    /// <summary>Code and severity of the findings in reading order, as in “C3E D1W”; only of the checks named, or of all.</summary>
    public static string Codes(this CheckContext context, params string[] of) =>
        string.Join(' ', context.Report(of).Findings.Where(finding => of.Length == 0 || of.Contains(finding.Code))
            .Select(finding => finding.Code + finding.Severity.Letter()));

    public static Finding Only(this CheckContext context, string code) =>
        Assert.Single(context.Report(code).Findings, finding => finding.Code == code);

    public static bool IsUndetermined(this CheckContext context, string code) =>
        FormChecks.Run(context).Undetermined.Any(check => check.Code == code);
}
