using System.Globalization;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Checks;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>错误: 送审 is refused while it stands.</summary>
    Error,

    /// <summary>警告: 送审 goes through, the reviewer sees it.</summary>
    Warning,

    /// <summary>提示.</summary>
    Hint,
}

/// <summary>Something that a check found, in the one sentence that every screen, report and command shows.</summary>
/// <param name="Message">“where：what”, so that it can be read in any list.</param>
/// <param name="Raw">What stood there: with code and place it is the finding's identity.</param>
public sealed record Finding(string Code, FindingSeverity Severity, Place Place, string Message, string Raw = "")
{
    /// <summary>It says only that something is not filled in yet. Against 送审 it weighs like any other; a form just begun is not blamed for it.</summary>
    public bool IsUnfilled { get; init; }

    /// <summary>It does not stop 送审 once the clerk has written why it stands.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>The clerk's 填写说明; null when there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>Its identity (code, place and what stood there) in short, for the names of fields and buttons.</summary>
    public string Key => KeyOf(Code, Place.Anchor, Raw);

    /// <summary>With the reason, and without asking for it any more.</summary>
    internal Finding With(string? reason) => reason == Reason ? this
        : string.IsNullOrWhiteSpace(reason) ? this with { Reason = reason }
        : this with { Reason = reason, Message = Message.EndsWith(Check.ReasonAsked, StringComparison.Ordinal) ? Message[..^Check.ReasonAsked.Length] : Message };

    public bool LacksReason => NeedsReason && string.IsNullOrWhiteSpace(Reason);

    /// <summary>It lies in the master data, which the clerk cannot change: shown to administrators.</summary>
    public bool IsMasterData { get; init; }

    /// <summary>The check whose finding at its place tells the same fault better (<see cref="Superseding"/>): this one is found, and not told on pages.</summary>
    public string? SupersededBy { get; init; }

    public bool IsSuperseded => SupersededBy is not null;

    /// <summary>Told to who fills in, and counted.</summary>
    public bool IsOfForm => !IsMasterData && !IsSuperseded;

    /// <summary>The whole text that its field would have once corrected; null where only the clerk can know.</summary>
    public string? Correction { get; init; }

    /// <summary>Names this very correction of this very text; null where there is none.</summary>
    public string? CorrectionKey => Correction is null ? null : KeyOf(Code, Place.Anchor, Raw, Correction);

    /// <summary>The sentence as it reads at its place, which it need not name there.</summary>
    public ReadOnlySpan<char> ShortMessage => Message.AsSpan(SentenceStart);

    /// <summary>What stands before the sentence; all of it where it names no place.</summary>
    public ReadOnlySpan<char> Where => SentenceStart is > 0 and var start ? Message.AsSpan(0, start - 1) : Message;

    private int SentenceStart
    {
        get
        {
            var depth = 0;
            for (var i = 0; i < Message.Length; i++)
            {
                depth += Message[i] switch { '“' => 1, '”' => -1, _ => 0 };
                if (Message[i] == '：' && depth <= 0)
                    return i + 1;
            }
            return 0;
        }
    }

    /// <param name="parts">What tells it from others.</param>
    public static string KeyOf(params ReadOnlySpan<string> parts) => ShortHash.Of(string.Join('\0', parts));
}

/// <summary>Where a finding is: a field of the form, a second-level group or a row in one.</summary>
/// <param name="Field">Name of the field: one of <see cref="HeadField"/>, a funds line, or name/value of a row.</param>
public sealed record Place(string? Field, string? GroupKey = null, Guid? RowId = null)
{
    public const string ReasonPrefix = "reason-";
    private const string FundsPrefix = "funds-";

    private string? _anchor;

    private Place(Place other) => (Field, GroupKey, RowId) = (other.Field, other.GroupKey, other.RowId);

    /// <summary>The id that the field carries in every page, so that a finding's link leads there.</summary>
    public string Anchor => _anchor ??= this switch
    {
        { RowId: { } row } => string.Create(CultureInfo.InvariantCulture, $"row-{row:N}-{Field}"),
        { GroupKey: { } group } => "group-" + group.Replace('.', '-'),
        _ => Field ?? "form",
    };

    /// <summary>Whether an anchor was made already tells no place from another.</summary>
    public bool Equals(Place? other) => other is not null && RowId == other.RowId && Field == other.Field && GroupKey == other.GroupKey;

    public override int GetHashCode() => RowId?.GetHashCode() ?? HashCode.Combine(Field, GroupKey);

    /// <summary>The field of 填写说明 of a finding.</summary>
    /// <param name="key"><see cref="Finding.Key"/>.</param>
    public static Place Reason(string key) => new(ReasonPrefix + key);

    public bool IsReason => GroupKey is null && Field?.StartsWith(ReasonPrefix, StringComparison.Ordinal) == true;

    public bool IsFunds => GroupKey is null && Field?.StartsWith(FundsPrefix, StringComparison.Ordinal) == true;

    public static Place Head(string field) => new(field);

    public static Place Funds(string key) => new(FundsPrefix + key);

    public static Place Group(string groupKey) => new(null, groupKey);

    public static Place RowName(string groupKey, Guid row) => new("name", groupKey, row);

    public static Place RowValue(string groupKey, Guid row) => new("value", groupKey, row);
}

/// <summary>The names of the head's fields, as in pages and findings.</summary>
public static class HeadField
{
    public const string ProjectName = "projectName";
    public const string Department = "department";
    public const string ImplementingUnit = "implementingUnit";
    public const string ProjectAttribute = "projectAttribute";
    public const string ProjectPeriod = "projectPeriod";
    public const string OverallGoal = "overallGoal";
}

public static class FindingSeverityWords
{
    public static string Word(this FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "错误",
        FindingSeverity.Warning => "警告",
        _ => "提示",
    };

    /// <summary>E, W or H, as in the catalogue, exports and templates.</summary>
    public static string Letter(this FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "E",
        FindingSeverity.Warning => "W",
        _ => "H",
    };

    public static FindingSeverity OfLetter(string letter) => letter switch
    {
        "E" => FindingSeverity.Error,
        "W" => FindingSeverity.Warning,
        _ => FindingSeverity.Hint,
    };
}
