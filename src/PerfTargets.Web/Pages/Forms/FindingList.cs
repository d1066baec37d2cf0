using PerfTargets.Core.Checks;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>系统校验结果 as a list.</summary>
/// <param name="LinkPrefix">What stands before a place's anchor; null where there is no field to go to.</param>
public sealed record FindingList(CheckReport Report, string? LinkPrefix)
{
    public IEnumerable<Finding> Of(FindingSeverity severity) => Report.Findings.Where(finding => finding.Severity == severity);
}
