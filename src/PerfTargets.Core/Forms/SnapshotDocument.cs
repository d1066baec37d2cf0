using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>
/// What a snapshot holds: everything that is needed to print the form and to judge it, without another row of the database.
/// The template goes in as its text, so that a later program reads the words and the tree that applied.
/// </summary>
public sealed record SnapshotDocument
{
    private const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public int Format { get; init; } = CurrentFormat;
    public required Guid FormId { get; init; }
    public required int Year { get; init; }
    public required int Round { get; init; }
    public required DateTime At { get; init; }
    public required string ProjectCode { get; init; }
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public required string DepartmentCode { get; init; }
    public required string DepartmentName { get; init; }
    public required string ApprovalDocument { get; init; }
    public required DateOnly? ApprovalDate { get; init; }
    public required JsonNode Template { get; init; }
    public required SnapshotContent Content { get; init; }
    public required IReadOnlyList<SnapshotFinding> Findings { get; init; }

    [JsonIgnore]
    public FormTemplate FormTemplate => Years.FormTemplate.Parse(Template.ToJsonString());

    /// <summary>The form as the template and the screens know it.</summary>
    [JsonIgnore]
    public FormContent FormContent => Content.ToContent();

    /// <summary>What the checks found then, with the clerk's reasons.</summary>
    [JsonIgnore]
    public CheckReport Report
    {
        get
        {
            var places = new PlaceNames(FormContent, FormTemplate);
            return new([.. Findings.Select(finding => finding.ToFinding(places))], []);
        }
    }

    public static SnapshotDocument Of(TargetForm form, BudgetYear year, IReadOnlyList<Finding> findings, DateTime at) => new()
    {
        FormId = form.Id,
        Year = form.Year,
        Round = form.Round,
        At = at,
        ProjectCode = form.Project?.Code ?? "",
        UnitCode = form.Unit?.Code ?? "",
        UnitName = form.Unit?.Name ?? "",
        DepartmentCode = form.Department?.Code ?? "",
        DepartmentName = form.Department?.Name ?? "",
        ApprovalDocument = form.ApprovalDocument ?? "",
        ApprovalDate = form.ApprovalDate,
        Template = JsonNode.Parse(year.TemplateJson)!,
        Content = SnapshotContent.Of(form.Content),
        Findings = [.. findings.Where(finding => finding.IsOfForm).Select(SnapshotFinding.Of)],
    };

    public byte[] ToBytes() => CanonicalJson.Write(JsonSerializer.SerializeToNode(this, Json));

    /// <exception cref="JsonException">The bytes are not a snapshot.</exception>
    public static SnapshotDocument Read(byte[] bytes) =>
        JsonSerializer.Deserialize<SnapshotDocument>(bytes, Json) ?? throw new JsonException("A snapshot cannot be null.");

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>A finding as it stood when the snapshot was taken, with the reason that the clerk had written for it.</summary>
/// <param name="Reason">Null where there was none; written only where there is one, as snapshots were before there were reasons.</param>
public sealed record SnapshotFinding(
    string Code, string Severity, string Place, string Message, string Raw,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null)
{
    public static SnapshotFinding Of(Finding finding) =>
        new(finding.Code, finding.Severity.Letter(), finding.Place.Anchor, finding.Message, finding.Raw, finding.Reason);

    public Finding ToFinding(PlaceNames places) =>
        new(Code, FindingSeverityWords.OfLetter(Severity), places.At(Place) ?? new Place(Place), Message, Raw) { Reason = Reason };
}

/// <summary>The content in its stored shape: amounts in whole 分, or as text where they could not be read.</summary>
/// <param name="Reasons">Null where there are none, as in snapshots of before there were any.</param>
/// <param name="Unconfirmed">Null where all is confirmed: nothing else is sent up.</param>
public sealed record SnapshotContent(
    string ProjectName, string Department, string ImplementingUnit, string ProjectAttribute, string ProjectPeriod,
    IReadOnlyList<SnapshotFunds> Funds, string OverallGoal, IReadOnlyList<IndicatorRow> Indicators, IReadOnlyList<NotApplicableGroup> NotApplicable,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FindingReason>? Reasons = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Unconfirmed = null)
{
    public static SnapshotContent Of(FormContent content) => new(
        content.ProjectName, content.Department, content.ImplementingUnit, content.ProjectAttribute, content.ProjectPeriod,
        [.. content.Funds.Select(entry => new SnapshotFunds(entry.Key, entry.Amount.Value?.Fen, entry.Amount.UnreadText))],
        content.OverallGoal, content.Indicators, content.NotApplicable, content.Reasons.Count > 0 ? content.Reasons : null,
        content.Unconfirmed.Count > 0 ? content.Unconfirmed : null);

    public FormContent ToContent() => new()
    {
        ProjectName = ProjectName,
        Department = Department,
        ImplementingUnit = ImplementingUnit,
        ProjectAttribute = ProjectAttribute,
        ProjectPeriod = ProjectPeriod,
        Funds = [.. Funds.Select(line => new FundsEntry(line.Key, Amount.FromStored(line.Fen, line.UnreadText)))],
        OverallGoal = OverallGoal,
        Indicators = Indicators,
        NotApplicable = NotApplicable,
        Reasons = Reasons ?? [],
        Unconfirmed = Unconfirmed ?? [],
    };
}

/// <param name="Fen">The amount in 分.</param>
public sealed record SnapshotFunds(string Key, long? Fen, string? UnreadText);
