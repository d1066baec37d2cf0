using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

namespace PerfTargets.Browser.Tests;

/// <summary>
/// Tables as office programs copy them, pasted by keys: Calc's and Writer's are recorded; those of Excel, WPS and Word are written by hand by their documented shapes
/// and were never recorded (Clipboards/README.md). The clipboard is the browser's one and only, so no other class of tests uses it.
/// </summary>
public sealed class RealClipboardTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Quantity = "数量指标";
    private static readonly string Project = County.SeedContents[1].ProjectName;

    private static readonly string[] List =
    [
        "数量指标|奖补企业户数|≥3 户|新增一行", "数量指标|“专精特新”\"小巨人\"企业培训次数|5 次|新增一行", "质量指标|验收合格率|100%|新增一行",
        "社会效益指标|带动就业人数，其中应届高校毕业生占比不低于三成|≥20 人|新增一行",
    ];

    [Theory]
    [InlineData("calc-list")]
    [InlineData("writer-list")]
    public async Task A_list_with_merged_groups_is_sorted_into_them(string clipboard)
    {
        var (clerk, edit) = await EditAsync();

        await PasteAsync(clerk, Clipboard.Of(clipboard));
        Assert.Equal(["将粘贴 4 行", .. List], await edit.PastePreviewAsync());
        await clerk.HasNoAxeViolationAsync();
        await edit.AnswerAsync("粘贴");

        var sheet = new SheetPage(clerk);
        Assert.Equal("≥3 户", await sheet.Value(Quantity, 2).InputValueAsync());
        Assert.Equal("“专精特新”\"小巨人\"企业培训次数", await sheet.Name(Quantity, 3).InputValueAsync());
        await edit.AnswerAsync("撤销");
        Assert.Single(await sheet.NamesAsync(Quantity));
    }

    [Theory]
    [InlineData("calc-official")]
    [InlineData("writer-official")]
    public async Task The_official_table_goes_back_into_the_form_that_it_was_printed_from(string clipboard)
    {
        var (clerk, edit) = await EditAsync();
        var official = County.SeedContents[0];

        await PasteAsync(clerk, Clipboard.Of(clipboard));
        var preview = await edit.PastePreviewAsync();

        var groups = County.Template.Groups.ToDictionary(group => group.Key, group => group.Label);
        var rows = official.Indicators.Select(row => $"{groups[row.GroupKey]}|{row.Name}|{row.Value.Replace('≧', '≥')}|新增一行");
        Assert.Equal([$"将粘贴 {official.Indicators.Count} 行", .. rows], preview.Take(official.Indicators.Count + 1));
        // The title and what stands above the indicators is shown, for it has no place among them.
        Assert.Equal(clipboard == "calc-official", preview.Contains("项目名称　" + official.ProjectName));
    }

    [Fact]
    public async Task Two_columns_become_names_and_values()
    {
        var (clerk, edit) = await EditAsync();

        await PasteAsync(clerk, Clipboard.Of("calc-pairs"));

        var here = List.Select(line => Quantity + line[line.IndexOf('|', StringComparison.Ordinal)..]);
        Assert.Equal(["将粘贴 4 行", .. here], await edit.PastePreviewAsync());
    }

    [Fact]
    public async Task Of_a_text_alone_the_columns_are_known_by_their_tabs()
    {
        var (clerk, edit) = await EditAsync();

        await PasteAsync(clerk, Clipboard.Of("excel") with { Html = "" });

        Assert.Equal(
            ["将粘贴 3 行", "数量指标|奖补企业户数|≥3 户|新增一行", "数量指标|2023 年中小企业\"小巨人\"企业负责人和财务人员专题培训次数|5 次|新增一行", "质量指标|验收合格率|100%|新增一行"],
            await edit.PastePreviewAsync());
    }

    [Fact]
    public async Task Excel_breaks_the_source_of_its_cells_and_hides_a_last_row()
    {
        var (clerk, edit) = await EditAsync();

        await PasteAsync(clerk, Clipboard.Of("excel"));

        Assert.Equal(
            ["将粘贴 3 行", "数量指标|奖补企业户数|≥3 户|新增一行", "数量指标|2023 年中小企业\"小巨人\"企业负责人和财务人员专题培训次数|5 次|新增一行", "质量指标|验收合格率|100%|新增一行"],
            await edit.PastePreviewAsync());
    }

    [Fact]
    public async Task WPS_writes_the_same_in_its_own_way_and_full_width_digits_are_put_right()
    {
        var (clerk, edit) = await EditAsync();

        await PasteAsync(clerk, Clipboard.Of("wps"));

        Assert.Equal(["将粘贴 2 行", "数量指标|奖补企业户数|≥3 户|新增一行", "数量指标|培训次数|5|新增一行"], await edit.PastePreviewAsync());
    }

    [Fact]
    public async Task Word_has_paragraphs_in_cells_and_the_text_around_its_table_is_shown()
    {
        var (clerk, edit) = await EditAsync();

        await PasteAsync(clerk, Clipboard.Of("word"));

        Assert.Equal(
            ["将粘贴 3 行", "数量指标|奖补企业户数|≥3 户|新增一行", "数量指标|培训次数|5 次|新增一行", "社会效益指标|带动就业||新增一行", "各科室按下表2023年的任务填报："],
            await edit.PastePreviewAsync());
    }

    [Fact]
    public async Task A_text_of_one_line_is_pasted_as_anywhere_and_its_signs_put_right_on_leaving()
    {
        var (clerk, _) = await EditAsync();
        var sheet = new SheetPage(clerk);
        await sheet.Value(Quantity).FillAsync("");

        await new Clipboard("≧２０ 户", "<b>≧２０ 户</b>").PasteAsync(clerk.Page);
        var pasted = await sheet.Value(Quantity).InputValueAsync();
        await clerk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal(("≧２０ 户", "≥20 户"), (pasted, await sheet.Value(Quantity).InputValueAsync()));
    }

    [Fact]
    public async Task A_single_cell_is_typed_in_and_the_browsers_own_undo_knows_of_it()
    {
        var (clerk, _) = await EditAsync();
        var sheet = new SheetPage(clerk);
        await sheet.Name(Quantity).FillAsync("奖补");

        await new Clipboard("企业户数\r\n", "<table><tr><td>企业户数</td></tr></table>").PasteAsync(clerk.Page);
        var pasted = await sheet.Name(Quantity).InputValueAsync();
        await clerk.Page.Keyboard.PressAsync("Control+Z");

        Assert.Equal(("奖补企业户数", "奖补"), (pasted, await sheet.Name(Quantity).InputValueAsync()));
    }

    private static async Task PasteAsync(Person clerk, Clipboard clipboard)
    {
        await new SheetPage(clerk).Name(Quantity).FocusAsync();
        await clipboard.PasteAsync(clerk.Page);
        await clerk.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).WaitForAsync();
    }

    private async Task<(Person Clerk, EditPage Edit)> EditAsync()
    {
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        var clerk = await PersonAsync(county);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        return (clerk, await new EditPage(clerk).OpenAsync(await county.FormIdAsync(Project)));
    }
}
