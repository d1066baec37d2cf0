using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>
/// What opens over and beside the editor's sheet, on the two usual screens. With the variable PERFTARGETS_SCREENSHOTS a picture of each is left in
/// the directory that it names.
/// </summary>
public sealed class PanelTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Quantity = "数量指标";
    private const string Cost = "成本指标";

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PERFTARGETS_SCREENSHOTS");
    private static readonly (int Width, int Height)[] Screens = [(1366, 768), (1920, 1080)];

    private static readonly Dictionary<string, Func<Person, EditPage, SheetPage, Task>> Panels = new()
    {
        ["paste"] = (_, edit, _) => edit.PasteAsync(Quantity, null, Block),
        ["pasted"] = async (_, edit, _) =>
        {
            await edit.PasteAsync(Quantity, null, Block);
            await edit.AnswerAsync("粘贴");
        },
        ["library"] = async (clerk, _, sheet) =>
        {
            await sheet.Name(Quantity).FocusAsync();
            await clerk.Page.Keyboard.PressAsync("Alt+k");
            await clerk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Option).First.WaitForAsync();
        },
        ["undo"] = (_, _, sheet) => sheet.PressButtonAsync("删除 " + Quantity),
        ["signs"] = async (clerk, _, sheet) =>
        {
            await sheet.Value(Quantity).FillAsync("≧２０ 户");
            await clerk.Page.Keyboard.PressAsync("Tab");
        },
        ["sums"] = async (_, _, sheet) =>
        {
            await sheet.Funds("fiscal").FillAsync("30");
            await sheet.PressButtonAsync("增加一行 " + Cost);
            await sheet.Name(Cost, 2).FillAsync("设备");
            await sheet.Value(Cost, 2).FillAsync("8 万元");
        },
        ["remaining"] = (_, _, sheet) => sheet.Value(Quantity).FillAsync(string.Concat(Enumerable.Repeat("验收合格企业户数和各类奖补项目", 33))),
        ["last-year"] = async (clerk, edit, _) => await edit.OpenAsync(await clerk.County.FormIdAsync(Season.Copied)),
    };

    private const string Block =
        "一级指标\t二级指标\t三级指标\t指标值\t备注\n产出指标\t数量指标（必填）\t奖补企业户数\t≧3 户\t按上年认定名单\n\t\t企业技术中心负责人培训次数\t5 次\t\n效益指标\t社会效益\t带动就业人数\t≥20 人\t\n\t其他\t宣传\t积极\t\n";

    public static TheoryData<string> Names => [.. Panels.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_panel_is_accessible_and_fits_both_screens(string name)
    {
        var county = await OwnCountyAsync(name == "last-year" ? Season.CreateAsync : County.WithDraftsAsync);
        var clerk = await PersonAsync(county);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        var edit = new EditPage(clerk);
        if (name != "last-year")
            await edit.OpenAsync(await county.FormIdAsync(County.SeedContents[1].ProjectName));

        await Panels[name](clerk, edit, new SheetPage(clerk));

        await clerk.HasNoAxeViolationAsync();
        await clerk.Page.HasLargeTargetsAsync();
        foreach (var (width, height) in Screens)
        {
            await clerk.Page.SetViewportSizeAsync(width, height);
            await clerk.Page.HasNoSidewaysScrollingAsync();
            await clerk.Page.HasWholeTablesAsync();
            if (!string.IsNullOrEmpty(Pictures))
                await clerk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"panel-{name}-{width}.png") });
        }
    }
}
