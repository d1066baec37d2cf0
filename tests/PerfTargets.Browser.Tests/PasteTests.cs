using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>Cells copied from a spreadsheet or a word processor: shown before they come, taken back by 撤销, and nothing dropped.</summary>
public sealed class PasteTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Quantity = "数量指标";
    private static readonly string Project = County.SeedContents[1].ProjectName;

    [Fact]
    public async Task Names_and_values_become_rows_below_and_go_away_again()
    {
        var (clerk, edit) = await EditAsync();
        var (rows, first) = (await edit.RowsAsync(Quantity), await edit.NameAsync(Quantity));

        await edit.PasteAsync(Quantity, null, "奖补户数\t3 户\r\n\"培训\n次数\"\t5 次\r\n");
        Assert.Equal(["将粘贴 2 行", "数量指标|奖补户数|3 户|新增一行", "数量指标|培训次数|5 次|新增一行"], await edit.PastePreviewAsync());
        await clerk.HasNoAxeViolationAsync();
        await edit.AnswerAsync("粘贴");

        Assert.Equal(first, await edit.NameAsync(Quantity, 1));
        Assert.Equal(("奖补户数", "3 户"), (await edit.NameAsync(Quantity, 2), await edit.ValueAsync(Quantity, 2)));
        Assert.Equal(("培训次数", "5 次"), (await edit.NameAsync(Quantity, 3), await edit.ValueAsync(Quantity, 3)));
        await edit.AnswerAsync("撤销");
        Assert.Equal(rows, await edit.RowsAsync(Quantity));
    }

    [Fact]
    public async Task A_block_with_the_names_of_groups_is_sorted_into_them_and_what_has_no_place_is_shown()
    {
        var (_, edit) = await EditAsync();

        await edit.PasteAsync(Quantity, null,
            "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标（必填）\t奖补户数\t3 户\n\t\t培训次数\t5 次\n效益指标\t社会效益\t就业人数\t≥20 人\n\t其他\t备注\t无");

        Assert.Equal(
            ["将粘贴 3 行", "数量指标|奖补户数|3 户|新增一行", "数量指标|培训次数|5 次|新增一行", "社会效益指标|就业人数|≥20 人|新增一行", "其他　备注　无"],
            await edit.PastePreviewAsync());
        await edit.AnswerAsync("取消");
        Assert.Equal(1, await edit.RowsAsync(Quantity));
    }

    [Theory]
    [InlineData("服务对象满意度\t≥95%", "≥95%")]
    [InlineData("1\t服务对象满意度\t≥95%", "≥95%")]
    [InlineData("服务对象满意度\t９５％\n培训合格率\t≧90%", "95%")]
    public async Task An_indicator_that_is_called_as_a_group_is_a_name_with_its_value(string cells, string value)
    {
        var (_, edit) = await EditAsync();

        await edit.PasteAsync(Quantity, null, cells);

        Assert.Equal($"数量指标|服务对象满意度|{value}|新增一行", (await edit.PastePreviewAsync())[1]);
    }

    [Fact]
    public async Task What_stands_behind_a_value_has_no_place_and_is_shown()
    {
        var (_, edit) = await EditAsync();

        await edit.PasteAsync(Quantity, null, "服务对象满意度\t≥95%\t问卷调查");

        Assert.Equal(["将粘贴 1 行", "数量指标|服务对象满意度|≥95%|新增一行", "服务对象满意度　问卷调查"], await edit.PastePreviewAsync());
    }

    [Fact]
    public async Task A_word_processors_table_is_read_from_its_html_where_paragraphs_break_its_cells()
    {
        var (_, edit) = await EditAsync();

        await edit.PasteAsync(Quantity, null, "奖补\n户数\t3 户\n培训次数\t5 次\n",
            "<html><body><table><tr><td><p>奖补</p><p>户数</p></td><td><p>3 户</p></td></tr><tr><td><p>培训次数</p></td><td><p>5 次</p></td></tr></table></body></html>");

        Assert.Equal(["将粘贴 2 行", "数量指标|奖补户数|3 户|新增一行", "数量指标|培训次数|5 次|新增一行"], await edit.PastePreviewAsync());
    }

    [Fact]
    public async Task A_column_goes_down_and_says_what_it_would_replace_and_plain_text_is_the_browsers()
    {
        var (_, edit) = await EditAsync();
        var first = await edit.NameAsync(Quantity);

        Assert.False(await edit.PasteAsync(Quantity, null, "一段文字"));
        await edit.PasteAsync(Quantity, null, "奖补户数\n培训次数\n");

        Assert.Equal(["将粘贴 2 行", $"数量指标|奖补户数|（不变）|替换“{first}”", "数量指标|培训次数|（不变）|新增一行"], await edit.PastePreviewAsync());
    }

    private async Task<(Person Clerk, EditPage Edit)> EditAsync()
    {
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        var clerk = await PersonAsync(county);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        return (clerk, await new EditPage(clerk).OpenAsync(await county.FormIdAsync(Project)));
    }
}
