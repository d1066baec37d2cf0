using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>The choice whether （必填…） is printed; the page has its label and its hint where there is room.</summary>
/// <param name="Error">What is wrong with what was chosen.</param>
public sealed record RequirementLabelsField(RequirementLabels Chosen = RequirementLabels.Print, string? Error = null)
{
    public const string Hint = "“（必填）”“（必填硬性指标）”印在二级指标后面。公开件（已批复的目标表）可以不印，送审件和草稿照印";
}
