using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>系统校验结果 as a list.</summary>
/// <param name="LinkPrefix">What stands before a place's anchor; null where there is no field to go to.</param>
public sealed record FindingList(CheckReport Report, string? LinkPrefix)
{
    private const int MostSeen = 3;

    /// <summary>What is only not filled in yet, where that is no error so far.</summary>
    public IReadOnlyList<Finding> Unfilled { get; init; } = [];

    /// <summary>The id of the form to which the fields of 填写说明 and the corrections' buttons belong; null where the list is only read.</summary>
    public string? FormId { get; init; }

    /// <summary>How 填写说明 has changed, by <see cref="Finding.Key"/>, where there is a comparison.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DiffPiece>> ReasonChanges { get; init; } = new Dictionary<string, IReadOnlyList<DiffPiece>>();

    /// <summary>错误 1　警告 5　提示 7 to who fills in; to who reads, how many warnings are explained: 警告 5　说明 2.</summary>
    public string Counts => string.Join('　', from part in CountsOf(Report) where part.Count > 0 && part.Word != (FormId is null ? "提示" : "说明") select $"{part.Word} {part.Count}");

    public IEnumerable<FindingEntry> Of(FindingSeverity severity) => Report.Entries.Where(entry => entry.Severity == severity);

    /// <summary>Of hints in very many rows of one group the first are seen, the others folded away.</summary>
    public static (IReadOnlyList<Finding> Seen, IReadOnlyList<Finding> Folded) Parts(FindingEntry entry) =>
        entry.Severity == FindingSeverity.Hint && entry.Findings.Count > MostSeen + 1
            ? ([.. entry.Findings.Take(MostSeen)], [.. entry.Findings.Skip(MostSeen)])
            : (entry.Findings, []);

    /// <summary>What can be corrected by a click.</summary>
    public IReadOnlyList<Finding> Correctable => [.. Report.OfForm.Where(finding => finding.Correction is not null)];

    /// <summary>The field of a finding's 填写说明.</summary>
    public static Place ReasonOf(Finding finding) => Place.Reason(finding.Key);

    private static IEnumerable<(string Word, int Count)> CountsOf(CheckReport report) =>
    [
        (FindingSeverity.Error.Word(), report.Errors.Count), (FindingSeverity.Warning.Word(), report.Warnings.Count),
        ("说明", report.Warnings.Count(finding => !string.IsNullOrWhiteSpace(finding.Reason))), (FindingSeverity.Hint.Word(), report.Hints.Count),
    ];

    /// <summary>What is wrong with the 填写说明 itself.</summary>
    public IEnumerable<Finding> WrongWith(Finding finding) => Report.At(ReasonOf(finding));
}
