using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>
/// The button 沿用原来的说明: once a text was changed, what was written of it holds to nothing, and whether it is true of the new text too only
/// the clerk can say.
/// </summary>
public static class ReasonReuse
{
    public const string Action = "reuse";
    public const string Words = "沿用原来的说明";

    /// <summary>The hand goes to the field, where the text can be changed.</summary>
    public static RowChange Of(PostedForm posted)
    {
        var (content, page) = (posted.Typed, posted.Explained);
        if (page.FirstOrDefault(one => one.Key == posted.Target) is not { } asked)
            return new(content);
        // Also by a colleague, meanwhile.
        if (!string.IsNullOrWhiteSpace(asked.Text) || content.Reasons.Any(reason => reason.Key == asked.Key))
            return new(content) { Said = "说明里已经写了字，没有沿用原来的。" };
        var earlier = content.Reasons.LastOrDefault(reason => reason.Code == asked.Code && reason.Place == asked.Place && page.All(one => one.Key != reason.Key));
        return earlier is null ? new(content)
            : new(content with { Reasons = [.. content.Reasons, asked with { Text = earlier.Text }] }, Place.Reason(posted.Target).Anchor);
    }
}
