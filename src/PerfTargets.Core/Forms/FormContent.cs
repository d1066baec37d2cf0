using System.Text.Json.Serialization;
using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Forms;

/// <summary>
/// Everything that a clerk fills in, as one value: what an edit posts, what the checks read, what a file holds and what a snapshot keeps.
/// Texts are as typed, with LF line ends; what <see cref="Common.TypedText"/> takes off them cannot be seen.
/// </summary>
public sealed record FormContent
{
    public string ProjectName { get; init; } = "";

    /// <summary>主管部门及代码, as printed.</summary>
    public string Department { get; init; } = "";

    /// <summary>实施单位, as printed.</summary>
    public string ImplementingUnit { get; init; } = "";

    public string ProjectAttribute { get; init; } = "";
    public string ProjectPeriod { get; init; } = "";

    /// <summary>One entry per line of the template's funds, by its key; a line without an entry is blank.</summary>
    public IReadOnlyList<FundsEntry> Funds { get; init; } = [];

    public string OverallGoal { get; init; } = "";

    /// <summary>The third-level rows in printing order: the order within a group counts, the groups' order is the template's.</summary>
    public IReadOnlyList<IndicatorRow> Indicators { get; init; } = [];

    public IReadOnlyList<NotApplicableGroup> NotApplicable { get; init; } = [];

    /// <summary>填写说明: why warnings stand. One whose finding is gone is kept, and holds again when the finding comes back.</summary>
    public IReadOnlyList<FindingReason> Reasons { get; init; } = [];

    /// <summary>待核对: what came from last year's form and was neither changed nor confirmed since, by the keys of <see cref="FormMerge"/>. No part of the table.</summary>
    public IReadOnlyList<string> Unconfirmed { get; init; } = [];

    public string? ReasonFor(Finding finding)
    {
        foreach (var reason in Reasons)
        {
            if (reason.IsFor(finding))
                return reason.Text;
        }
        return null;
    }

    /// <summary>Without the reasons that hold to none of these findings.</summary>
    public FormContent WithReasonsFor(IReadOnlyList<Finding> findings) =>
        this with { Reasons = [.. Reasons.Where(reason => findings.Any(reason.IsFor))] };

    public Amount FundsOf(string key) => Funds.FirstOrDefault(entry => entry.Key == key)?.Amount ?? Amount.Blank;

    public IEnumerable<IndicatorRow> RowsOf(string groupKey) => Indicators.Where(row => row.GroupKey == groupKey);

    public NotApplicableGroup? NotApplicableOf(string groupKey) => NotApplicable.FirstOrDefault(group => group.GroupKey == groupKey);

    /// <summary>By all that stands in it.</summary>
    public bool Equals(FormContent? other) => other is not null
        && (ProjectName, Department, ImplementingUnit, ProjectAttribute, ProjectPeriod, OverallGoal)
            == (other.ProjectName, other.Department, other.ImplementingUnit, other.ProjectAttribute, other.ProjectPeriod, other.OverallGoal)
        && Funds.SequenceEqual(other.Funds) && Indicators.SequenceEqual(other.Indicators) && NotApplicable.SequenceEqual(other.NotApplicable)
        && Reasons.SequenceEqual(other.Reasons) && Unconfirmed.SequenceEqual(other.Unconfirmed);

    public override int GetHashCode() => HashCode.Combine(ProjectName, OverallGoal, Indicators.Count);
}

/// <summary>One line of the funds block.</summary>
public sealed record FundsEntry(string Key, Amount Amount);

/// <summary>A third-level indicator: its stable id, the second-level group it stands in, its name and its 指标值 as typed.</summary>
public sealed record IndicatorRow(Guid Id, string GroupKey, string Name, string Value)
{
    [JsonIgnore]
    public bool IsBlank => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Value);
}

/// <summary>填写说明 of one finding, which it holds to by code, place and what stood there.</summary>
/// <param name="Place">The anchor of the place.</param>
public sealed record FindingReason(string Code, string Place, string Raw, string Text)
{
    /// <inheritdoc cref="Finding.Key"/>
    [JsonIgnore]
    public string Key => Finding.KeyOf(Code, Place, Raw);

    public bool IsFor(Finding finding) => IsOfLike(finding) && Raw == finding.Raw;

    /// <summary>Written of what the same check found in the same place, whatever stood there.</summary>
    public bool IsOfLike(Finding finding) => Code == finding.Code && Place == finding.Place.Anchor;
}

/// <summary>不涉及: a second-level group that the project does not touch, with the reason; it prints “—”.</summary>
public sealed record NotApplicableGroup(string GroupKey, string Reason);
