using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>A county of its own whose projects had forms the year before.</summary>
internal static class LastYearScene
{
    public const string Cost = "output.cost";

    /// <summary>The words on the button.</summary>
    public const string Take = "复制所选内容";

    public static async Task<FormScene> WithLastYearAsync(DatabaseProvider provider, Func<int, FormContent>? content = null)
    {
        var scene = await FormScene.OnOwnAsync(provider);
        await scene.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            var year = BudgetYear.Usual(scene.County.Year - 1);
            year.UseTemplate(ShippedTemplates.Json("ningxia-2023"));
            db.Add(year);
            await db.SaveChangesAsync();
        });
        await scene.StoreLastYearAsync(scene.County.Project, scene.County.Department, content?.Invoke(scene.County.Year - 1));
        return scene;
    }

    /// <summary>A form of last year as it was filled in then.</summary>
    public static async Task<Guid> StoreLastYearAsync(this FormScene scene, Project project, Organisation unit, FormContent? content = null)
    {
        var year = scene.County.Year - 1;
        var form = TargetForm.Create(
            year, project, unit, scene.County.Department, content ?? Content(year), scene.County.ActorOf(scene.County.Filler), TestApp.Start.UtcDateTime.AddYears(-1));
        await scene.App.WithAsync<PerfTargetsDbContext>(db =>
        {
            db.Add(form);
            return db.SaveChangesAsync();
        });
        return form.Id;
    }

    public static FormContent Content(int year) => new()
    {
        ProjectName = "上年的名称",
        ProjectAttribute = "经常性项目",
        ProjectPeriod = "1 年",
        Funds = [new("total", Amount.FromTyped("36")), new("fiscal", Amount.FromTyped("36"))],
        OverallGoal = $"{year} 年培训 100 人次。",
        Indicators = [Row(FormScene.Quantity, $"{year} 年培训人次", "≥100 人次"), Row(FormScene.Quantity, "检查次数", "4 次"), Row(Cost, "培训费用", "≤36 万元")],
    };

    public static async Task<Guid> CopiedAsync(FormScene scene)
    {
        var id = await scene.NewFormAsync();
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(await PreviewAsync(scene, id), Take);
        return id;
    }

    public static Task<TestPage> PreviewAsync(FormScene scene, Guid id) => scene.OpenAsync(scene.County.Filler, $"/forms/{id}/last-year");

    public static async Task<TestPage> PressAsync(FormScene scene, TestPage page, string action) =>
        await scene.SaveAsync(page, null, ("action", action));

    public static Guid IdOf(TestPage edit) => Guid.Parse(edit.Address.Segments[2].TrimEnd('/'));

    /// <summary>The keys that buttons 已核对 name, in the order of the page.</summary>
    public static string[] Unconfirmed(TestPage page) =>
        [.. page.Document.QuerySelectorAll("#edit button[value^='confirm:']").Select(button => button.GetAttribute("value")!["confirm:".Length..])];

    public static string NoteAt(TestPage page, string anchor) => string.Join(' ', page.Find($"#{anchor}-says .note").Children.Select(Text));

    public static string Text(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IndicatorRow Row(string group, string name, string value) => new(Guid.CreateVersion7(), group, name, value);
}
