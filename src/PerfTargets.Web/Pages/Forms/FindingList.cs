using PerfTargets.Core.Checks;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>系统校验结果 as a list.</summary>
/// <param name="LinkPrefix">What stands before a place's anchor; null where there is no field to go to.</param>
public sealed record FindingList(CheckReport Report, string? LinkPrefix)
{
    public IEnumerable<FindingEntry> Of(FindingSeverity severity) => Report.Entries.Where(entry => entry.Severity == severity);
}
