using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>系统校验结果 as a list, of the same parts and in the same words on every page.</summary>
/// <param name="LinkPrefix">What stands before a place's anchor.</param>
public sealed record FindingList(CheckReport Report, string LinkPrefix)
{
    private const int MostSeen = 3;

    /// <summary>What is only not filled in yet, where that is no error so far.</summary>
    public IReadOnlyList<Finding> NotBlamed { get; init; } = [];

    /// <summary>The id of the form to which the fields of 填写说明 and the corrections' buttons belong; null where the list is only read.</summary>
    public string? FormId { get; init; }

    /// <summary>How long 填写说明 may be; null where it is only read.</summary>
    public int? ReasonLimit { get; init; }

    /// <summary>How 填写说明 has changed, by <see cref="Finding.Key"/>, where there is a comparison.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DiffPiece>> ReasonChanges { get; init; } = new Dictionary<string, IReadOnlyList<DiffPiece>>();

    public IReadOnlyList<Finding> Errors => [.. Report.Errors.Where(finding => !finding.IsUnfilled)];

    /// <summary>What is not filled in yet, whether it is blamed or not.</summary>
    public IReadOnlyList<Finding> Unfilled => [.. NotBlamed, .. Report.Errors.Where(finding => finding.IsUnfilled)];

    /// <summary>错误 1　未填 3　警告 5　说明 2　提示 7; the first three as in the lists of forms.</summary>
    public string Counts => string.Join('　', from part in CountsOf() where part.Count > 0 select $"{part.Word} {part.Count}");

    /// <summary>The list of a page on which somebody types.</summary>
    public bool IsBeingFilledIn { get; init; }

    /// <summary>
    /// 无法判断, except what waits for the administrators, to whom their page of 核定总额 tells it. While somebody types only once nothing is wrong or
    /// missing any more that it might be for.
    /// </summary>
    public IReadOnlyList<UndeterminedCheck> Undetermined =>
        IsBeingFilledIn && Errors.Count + Unfilled.Count > 0 ? [] : [.. Report.Undetermined.Where(check => !check.AwaitsAdministrator)];

    /// <summary>What can be corrected by a click.</summary>
    public IReadOnlyList<Finding> Correctable => FormId is null ? [] : [.. Report.OfForm.Where(finding => finding.Correction is not null)];

    /// <summary>
    /// The same of several rows of a group is one item with several places; all else that is said of one place is one item too. Of hints in very many
    /// rows the first are seen, the others folded away.
    /// </summary>
    public static IEnumerable<FindingItem> Items(IReadOnlyList<Finding> findings) =>
        from entry in CheckReport.EntriesOf(findings)
        group entry by entry.Findings.Count == 1 ? (object)entry.Findings[0].Place : entry into item
        let said = item.SelectMany(entry => entry.Findings).GroupBy(finding => finding.Place).Select(place => new FindingPlace(WhereOf(place.First()), [.. place])).ToList()
        let seen = item.First().Severity == FindingSeverity.Hint && said.Count > MostSeen + 1 ? MostSeen : said.Count
        select new FindingItem(item.First().Severity, said.GetRange(0, seen), said.GetRange(seen, said.Count - seen));

    /// <summary>What stands before the sentence; all of it where it names no place.</summary>
    private static string WhereOf(Finding finding)
    {
        var sentence = finding.ShortMessage;
        return sentence.Length == finding.Message.Length ? finding.Message : finding.Message[..^(sentence.Length + 1)];
    }

    /// <summary>The field of a finding's 填写说明.</summary>
    public static Place ReasonOf(Finding finding) => Place.Reason(finding.Key);

    /// <summary>What is wrong with a 填写说明 itself.</summary>
    public IEnumerable<Finding> WrongWith(Place reason) => Report.At(reason);

    private IEnumerable<(string Word, int Count)> CountsOf() =>
    [
        (FindingSeverity.Error.Word(), Errors.Count), ("未填", Unfilled.Count), (FindingSeverity.Warning.Word(), Report.Warnings.Count),
        ("说明", Report.Warnings.Count(finding => !string.IsNullOrWhiteSpace(finding.Reason))), (FindingSeverity.Hint.Word(), Report.Hints.Count),
    ];
}

/// <summary>What is read together.</summary>
/// <param name="Folded">The places that are seen on demand.</param>
public sealed record FindingItem(FindingSeverity Severity, IReadOnlyList<FindingPlace> Seen, IReadOnlyList<FindingPlace> Folded);

/// <summary>All that an item says of one place.</summary>
/// <param name="Where">The place in words: 数量指标第 1 行“培训次数”.</param>
public sealed record FindingPlace(string Where, IReadOnlyList<Finding> Findings)
{
    private int Name => Where.IndexOf('“', StringComparison.Ordinal);

    /// <summary>The words of the link: 数量指标第 1 行.</summary>
    public string Link => Name > 0 ? Where[..Name] : Where;

    /// <summary>What the place is called besides: “培训次数”.</summary>
    public string Rest => Where[Link.Length..];

    /// <summary>The sentence itself; empty where the link says all.</summary>
    public string Sentence(Finding finding) => finding.Message == Where ? "" : finding.ShortMessage;

    public string Anchor => Findings[0].Place.Anchor;
}
