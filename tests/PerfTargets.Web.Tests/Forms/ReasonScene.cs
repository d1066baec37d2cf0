using System.Net;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>A form with a warning that needs 填写说明.</summary>
internal static class ReasonScene
{
    public const string Timeliness = "output.timeliness";
    public const string Why = "项目跨年实施，下年 3 月验收。";

    /// <summary>A form of which a date lies in the next year: a warning that needs a reason.</summary>
    public static async Task<(Guid Id, string Row)> WarnedFormAsync(FormScene scene, Guid? begun = null)
    {
        var id = begun ?? await scene.NewFormAsync();
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, Timeliness);
        await scene.SaveAsync(page, null, [.. scene.Complete(page).Select(field => field.Name == $"row-{row}-value" ? (field.Name, Late(scene)) : field)]);
        return (id, row);
    }

    public static async Task ExplainAsync(FormScene scene, Guid id, string reason)
    {
        var page = await scene.EditAsync(id);
        var saved = await scene.SaveAsync(page, null, (ReasonFieldOf(page).Id!, reason));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    public static string Late(FormScene scene) => $"{scene.County.Year + 1} 年 3 月底前";

    public static string? Text(TargetForm form) => form.Content.Reasons.SingleOrDefault()?.Text;

    public static AngleSharp.Dom.IElement ReasonFieldOf(TestPage page) =>
        page.Document.QuerySelectorAll("input[name=reason]").Single(entry => entry.GetAttribute("value")!.Contains(":D1:", StringComparison.Ordinal))
            .ParentElement!.QuerySelector("textarea")!;
}
