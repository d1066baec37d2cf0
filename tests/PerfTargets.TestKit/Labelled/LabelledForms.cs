using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.Documents.Fonts;

namespace PerfTargets.TestKit.Labelled;

/// <summary>A form with the codes that a careful reviewer would raise on it.</summary>
/// <param name="Expected">The exact codes, each with the severity of its gravest finding where the label says it: of codes that know more than one.</param>
/// <param name="Doubtful">Codes over which careful reviewers differ: they count neither way.</param>
public sealed record LabelledForm(string Id, CheckContext Context, IReadOnlyDictionary<string, FindingSeverity?> Expected, IReadOnlySet<string> Doubtful);

/// <summary>
/// Forms of invented bureaus, a file each, written and labelled by people who knew the catalogue of checks and had not read the checks' code, before
/// the checks were run on them.
/// </summary>
public static class LabelledForms
{
    private const string Prefix = "PerfTargets.Labelled.";

    public static FormTemplate Template { get; } = FormTemplate.Parse(ShippedTemplates.Json("ningxia-2023"));

    public static IReadOnlyList<string> Bureaus { get; } =
    [
        .. typeof(LabelledForms).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".json".Length]).Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<LabelledForm> All => Bureaus.SelectMany(Of);

    public static IReadOnlyList<LabelledForm> Of(string bureau)
    {
        using var stream = typeof(LabelledForms).Assembly.GetManifestResourceStream(Prefix + bureau + ".json")!;
        var file = JsonNode.Parse(stream)!.AsObject();
        var year = file["year"]!.GetValue<int>();
        var lastYear = (file["lastYear"]?.AsArray() ?? []).Select(one => Content(one!)).ToList();
        var forms = file["forms"]!.AsArray().Select(one => (Json: one!, Id: Guid.CreateVersion7(), Content: Content(one!))).ToList();
        var together = new BureauYear(forms.Select(one => new BureauForm(
            one.Id, Text(one.Json, "projectCode") is { Length: > 0 } code ? code : null, one.Content.ProjectName, one.Content.ImplementingUnit,
            one.Content.FundsOf("total"), one.Content.Indicators)))
        {
            ApprovedTotal = file["approvedTotal"] is { } total ? Amount.FromTyped(Number(total)).Value : null,
        };
        return
        [
            .. forms.Select(one => new LabelledForm(
                Text(one.Json, "id"),
                new CheckContext(one.Content, Template, year, Unprintable)
                {
                    FormId = one.Id,
                    Bureau = together,
                    LastYear = new YearBefore(lastYear.Find(last => SameProject(last.ProjectName, one.Content.ProjectName))),
                },
                Expected(one.Json["expected"]!.AsObject()),
                one.Json["doubtful"]!.AsObject().Select(code => code.Key).ToHashSet(StringComparer.Ordinal))),
        ];
    }

    /// <summary>The year in a project's name moves on, the project stays.</summary>
    private static bool SameProject(string last, string now) => WithoutDigits(last) == WithoutDigits(now);

    private static string WithoutDigits(string text) => string.Concat(text.Where(c => !char.IsDigit(c)));

    private static IReadOnlyList<string> Unprintable(string text) => [.. FontSet.Embedded.Missing(text).Select(char.ConvertFromUtf32)];

    /// <summary>Q2, or D1:W.</summary>
    private static Dictionary<string, FindingSeverity?> Expected(JsonObject codes) => codes.Select(one => one.Key.Split(':'))
        .ToDictionary(parts => parts[0], parts => parts.Length > 1 ? FindingSeverityWords.OfLetter(parts[1]) : (FindingSeverity?)null, StringComparer.Ordinal);

    private static FormContent Content(JsonNode form) => new()
    {
        ProjectName = Text(form, "projectName"),
        Department = Text(form, "department"),
        ImplementingUnit = Text(form, "implementingUnit"),
        ProjectAttribute = Text(form, "projectAttribute"),
        ProjectPeriod = Text(form, "projectPeriod"),
        OverallGoal = Text(form, "overallGoal"),
        Funds = [.. form["funds"]!.AsObject().Select(line => new FundsEntry(line.Key, line.Value is null ? Amount.Blank : Amount.FromTyped(Number(line.Value))))],
        Indicators =
        [
            .. form["indicators"]!.AsArray().Select(row => new IndicatorRow(
                Guid.CreateVersion7(), KeyOf(row![1]!.GetValue<string>()), row[2]!.GetValue<string>(), row[3]!.GetValue<string>())),
        ],
        NotApplicable = [.. (form["notApplicable"]?.AsObject() ?? []).Select(mark => new NotApplicableGroup(KeyOf(mark.Key), mark.Value!.GetValue<string>()))],
    };

    private static string KeyOf(string label) => Template.Groups.Single(group => group.Label == label).Key;

    private static string Text(JsonNode form, string key) => form[key]?.GetValue<string>() ?? "";

    private static string Number(JsonNode node) => node.GetValueKind() == JsonValueKind.String
        ? node.GetValue<string>()
        : node.GetValue<decimal>().ToString(CultureInfo.InvariantCulture);
}
