using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>系统校验结果 as a list, of the same parts and in the same words on every page.</summary>
/// <param name="LinkPrefix">What stands before a place's anchor.</param>
public sealed record FindingList(CheckReport Report, string LinkPrefix)
{
    private readonly HashSet<Place> _wrongReasons = [.. Report.Findings.Select(finding => finding.Place).Where(place => place.IsReason)];

    /// <summary>What is only not filled in yet, where that is no error so far.</summary>
    public IReadOnlyList<Finding> NotBlamed { get; init; } = [];

    /// <summary>The id of the form to which the fields of 填写说明 and the corrections' buttons belong; null where the list is only read.</summary>
    public string? FormId { get; init; }

    /// <summary>How long 填写说明 may be; null where it is only read.</summary>
    public int? ReasonLimit { get; init; }

    /// <summary>All 填写说明 of the form that is being filled in, the newest last.</summary>
    public IReadOnlyList<FindingReason> Reasons { get; init; } = [];

    /// <summary>What was written of warnings that are not there any more, since something else stands in their place: the last of each place.</summary>
    private IReadOnlyList<FindingReason> Earlier => field ??=
        [.. Reasons.Reverse().Where(reason => !Report.Warnings.Any(reason.IsFor)).DistinctBy(reason => (reason.Code, reason.Place))];

    /// <summary>Those of which nothing like it is found any more.</summary>
    public IReadOnlyList<FindingReason> Unheld => field ??= [.. Earlier.Where(reason => !Report.Warnings.Any(reason.IsOfLike))];

    /// <summary>What can be taken over for a warning of which nothing is written yet.</summary>
    public FindingReason? EarlierOf(Finding finding) => Earlier.Count > 0 && string.IsNullOrWhiteSpace(finding.Reason) ? Earlier.FirstOrDefault(reason => reason.IsOfLike(finding)) : null;

    /// <summary>How 填写说明 has changed, by <see cref="Finding.Key"/>, where there is a comparison.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DiffPiece>> ReasonChanges { get; init; } = new Dictionary<string, IReadOnlyList<DiffPiece>>();

    public IReadOnlyList<Finding> Errors => field ??= [.. Report.Errors.Where(finding => !finding.IsUnfilled)];

    /// <summary>What is not filled in yet, whether it is blamed or not.</summary>
    public IReadOnlyList<Finding> Unfilled => field ??= [.. NotBlamed, .. Report.Errors.Where(finding => finding.IsUnfilled)];

    /// <summary>错误 1　未填 3　警告 5　说明 2　提示 7; the first three as in the lists of forms.</summary>
    public string Counts => string.Join('　', from part in CountsOf() where part.Count > 0 select $"{part.Word} {part.Count}");

    /// <summary>The list of a page on which somebody types.</summary>
    public bool IsBeingFilledIn { get; init; }

    /// <summary>
    /// 未能检查, except what waits for the administrators, to whom their page of 核定总额 tells it. While somebody types only once nothing is wrong or
    /// missing any more that it might be for.
    /// </summary>
    public IReadOnlyList<UndeterminedCheck> Undetermined =>
        IsBeingFilledIn && Errors.Count + Unfilled.Count > 0 ? [] : [.. Report.Undetermined.Where(check => !check.AwaitsAdministrator)];

    /// <summary>What can be corrected by a click.</summary>
    public IReadOnlyList<Finding> Correctable => field ??= FormId is null ? [] : [.. Report.OfForm.Where(finding => finding.Correction is not null)];

    /// <summary>The field of a finding's 填写说明.</summary>
    public static Place ReasonOf(Finding finding) => Place.Reason(finding.Key);

    /// <summary>Something is wrong with a 填写说明 itself.</summary>
    public bool IsWrong(Place reason) => _wrongReasons.Contains(reason);

    private IEnumerable<(string Word, int Count)> CountsOf() =>
    [
        (FindingSeverity.Error.Word(), Errors.Count), ("未填", Unfilled.Count), (FindingSeverity.Warning.Word(), Report.Warnings.Count),
        ("说明", Report.Warnings.Count(finding => !string.IsNullOrWhiteSpace(finding.Reason))), (FindingSeverity.Hint.Word(), Report.Hints.Count),
    ];
}
