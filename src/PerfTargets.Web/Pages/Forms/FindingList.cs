using PerfTargets.Core.Checks;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>系统校验结果 as a list.</summary>
/// <param name="LinkPrefix">What stands before a place's anchor; null where there is no field to go to.</param>
/// <param name="Unfilled">What is only not filled in yet, where that is no error so far.</param>
public sealed record FindingList(CheckReport Report, string? LinkPrefix, IReadOnlyList<Finding> Unfilled)
{
    public FindingList(CheckReport report, string? linkPrefix)
        : this(report, linkPrefix, [])
    {
    }

    public IEnumerable<FindingEntry> Of(FindingSeverity severity) => Report.Entries.Where(entry => entry.Severity == severity);
}
