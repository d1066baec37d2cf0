using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>Ctrl+Z takes back what was done last and touches no other field.</summary>
public sealed class UndoTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Quantity = "数量指标", Quality = "质量指标";

    [Fact]
    public async Task Pasted_rows_go_away_again()
    {
        var (clerk, edit, before) = await EditWithTypedValueAsync();

        await PasteTwoRowsAsync(edit);
        await clerk.Page.Keyboard.PressAsync("Control+z");

        Assert.Equal(before, await TextsAsync(edit));
        Assert.NotNull(await edit.FocusedFieldAsync());
    }

    [Fact]
    public async Task Of_two_pastes_of_as_many_rows_撤销_takes_back_the_second()
    {
        var (clerk, edit) = await EditAsync();
        var sheet = new SheetPage(clerk);
        await PasteTwoRowsAsync(edit);
        var after = await sheet.NamesAsync(Quantity);

        await edit.PasteAsync(Quantity, 3, "走访户数\t8 户\n宣讲场次\t2 场");
        await edit.AnswerAsync("粘贴");
        Assert.Equal([.. after, "走访户数", "宣讲场次"], await sheet.NamesAsync(Quantity));
        await edit.AnswerAsync("撤销");

        Assert.Equal(after, await sheet.NamesAsync(Quantity));
    }

    [Fact]
    public async Task A_deleted_row_comes_back()
    {
        var (clerk, edit, before) = await EditWithTypedValueAsync();

        await edit.AnswerAsync("删除 " + Quantity);
        await clerk.Page.Keyboard.PressAsync("Control+z");

        Assert.Equal(before, await TextsAsync(edit));
        Assert.Equal($"{Quantity} 三级指标", await edit.FocusedFieldAsync());
    }

    [Fact]
    public async Task An_indicator_of_the_library_goes_away_again()
    {
        var (clerk, edit, before) = await EditWithTypedValueAsync();

        await TakeFromLibraryAsync(clerk, edit);
        Assert.Equal("培训人数", await edit.NameAsync(Quantity, 2));
        await clerk.Page.Keyboard.PressAsync("Control+z");

        Assert.Equal(before, await TextsAsync(edit));
        Assert.NotNull(await edit.FocusedFieldAsync());
    }

    [Fact]
    public async Task A_row_that_was_added_goes_and_one_that_was_moved_goes_back()
    {
        var (clerk, edit, before) = await EditWithTypedValueAsync();

        await edit.FocusNameAsync(Quantity);
        await clerk.Page.Keyboard.PressAsync("Control+Enter");
        await clerk.Page.Keyboard.PressAsync("Control+ArrowUp");
        Assert.Equal($"{Quantity}第 1 行 三级指标", await edit.FocusedFieldAsync());
        await clerk.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal($"{Quantity}第 2 行 三级指标", await edit.FocusedFieldAsync());
        await edit.AnswerAsync($"删除 {Quantity}第 2 行");
        await edit.AddRowAsync(Quantity);
        await clerk.Page.Keyboard.PressAsync("Control+z");

        Assert.Equal(before, await TextsAsync(edit));
        Assert.NotNull(await edit.FocusedFieldAsync());
    }

    [Fact]
    public async Task What_was_done_goes_back_step_by_step()
    {
        var (clerk, edit, before) = await EditWithTypedValueAsync();
        var sheet = new SheetPage(clerk);
        await PasteTwoRowsAsync(edit);
        var pasted = await sheet.NamesAsync(Quantity);

        await edit.FocusNameAsync(Quantity, 3);
        await clerk.Page.Keyboard.PressAsync("Control+ArrowUp");
        var moved = await sheet.NamesAsync(Quantity);
        await clerk.Page.Keyboard.PressAsync("Alt+Delete");
        await clerk.Page.Keyboard.PressAsync("Alt+Delete");
        Assert.Single(await sheet.NamesAsync(Quantity));

        await clerk.Page.Keyboard.PressAsync("Control+z");
        await clerk.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal(moved, await sheet.NamesAsync(Quantity));
        await clerk.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal(pasted, await sheet.NamesAsync(Quantity));
        await clerk.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal(before, await TextsAsync(edit));
    }

    [Fact]
    public async Task What_cannot_be_taken_back_any_more_costs_no_key()
    {
        var (clerk, edit, before) = await EditWithTypedValueAsync();
        await PasteTwoRowsAsync(edit);
        await edit.AnswerAsync($"删除 {Quantity}第 1 行");
        await clerk.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "撤销删除" }).ClickAsync();
        Assert.Equal(3, await edit.RowsAsync(Quantity));

        await clerk.Page.Keyboard.PressAsync("Control+z");

        Assert.Equal(before, await TextsAsync(edit));
    }

    [Fact]
    public async Task On_the_sheet_that_came_with_a_colleagues_text_rows_go_back_too()
    {
        var (clerk, edit) = await EditAsync();
        var sheet = new SheetPage(clerk);
        await PasteTwoRowsAsync(edit);
        var pasted = await sheet.NamesAsync(Quantity);
        await edit.FocusNameAsync(Quantity, 3);
        await clerk.Page.Keyboard.PressAsync("Control+ArrowUp");
        var moved = await sheet.NamesAsync(Quantity);
        await Office.SaveAsync(content => content with { OverallGoal = TheirGoal });

        await clerk.Page.Keyboard.PressAsync("Control+s");
        await edit.SaysAsync("保存的内容合并");
        Assert.Equal(moved, await sheet.NamesAsync(Quantity));
        await clerk.Page.Keyboard.PressAsync("Control+z");

        Assert.Equal(pasted, await sheet.NamesAsync(Quantity));
    }

    [Fact]
    public async Task An_indicator_of_the_library_that_a_colleague_has_changed_since_stays()
    {
        var (clerk, edit) = await EditAsync();
        await TakeFromLibraryAsync(clerk, edit);
        await edit.SaysAsync("✓ 已保存");
        await Office.SaveAsync(content => content with { Indicators = [.. content.Indicators.Select(row => row.Name == "培训人数" ? row with { Value = "≥300 人" } : row)] });
        await edit.FocusNameAsync(Quantity, 2);
        await clerk.Page.Keyboard.PressAsync("Control+ArrowUp");
        await clerk.Page.Keyboard.PressAsync("Control+s");
        await edit.SaysAsync("保存的内容合并");

        await clerk.Page.Keyboard.PressAsync("Control+z");
        await clerk.Page.Keyboard.PressAsync("Control+z");

        Assert.Equal(("培训人数", "≥300 人"), (await edit.NameAsync(Quantity, 2), await edit.ValueAsync(Quantity, 2)));
    }

    [Fact]
    public async Task The_hand_is_back_where_it_was_before_rows_came()
    {
        var (clerk, edit, _) = await EditWithTypedValueAsync();

        await edit.FocusNameAsync(Quantity);
        await clerk.Page.Keyboard.PressAsync("Control+Enter");
        await clerk.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal($"{Quantity} 三级指标", await edit.FocusedFieldAsync());

        await PasteTwoRowsAsync(edit);
        await clerk.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal($"{Quantity} 三级指标", await edit.FocusedFieldAsync());
    }

    [Fact]
    public async Task Signs_put_right_come_back_as_they_were_typed()
    {
        var (clerk, edit) = await EditAsync();

        await edit.FocusNameAsync(Quantity);
        await clerk.Page.Keyboard.PressAsync("Tab");
        await clerk.Page.Keyboard.PressAsync("Control+a");
        await clerk.Page.Keyboard.TypeAsync("≧３ 户");
        await edit.FocusNameAsync(Quality);
        Assert.Equal("≥3 户", await edit.ValueAsync(Quantity));
        await clerk.Page.Keyboard.PressAsync("Control+z");

        Assert.Equal("≧３ 户", await edit.ValueAsync(Quantity));
    }

    [Fact]
    public async Task What_was_typed_since_is_the_browsers_to_take_back()
    {
        var (clerk, edit, _) = await EditWithTypedValueAsync();

        await PasteTwoRowsAsync(edit);
        await edit.FocusNameAsync(Quantity, 3);
        await clerk.Page.Keyboard.PressAsync("End");
        await clerk.Page.Keyboard.InsertTextAsync("（期）");
        await clerk.Page.Keyboard.PressAsync("Control+z");

        Assert.Equal((3, "培训次数"), (await edit.RowsAsync(Quantity), await edit.NameAsync(Quantity, 3)));
    }

    private static async Task PasteTwoRowsAsync(EditPage edit)
    {
        await edit.PasteAsync(Quantity, null, "奖补户数\t3 户\n培训次数\t5 次");
        await edit.AnswerAsync("粘贴");
    }

    private static async Task TakeFromLibraryAsync(Person clerk, EditPage edit)
    {
        await edit.FocusNameAsync(Quantity);
        await clerk.Page.Keyboard.PressAsync("Alt+k");
        await clerk.Page.Keyboard.TypeAsync("pxrs");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
    }

    /// <summary>Something has been typed elsewhere, which the browser could take back.</summary>
    private async Task<(Person Clerk, EditPage Edit, Texts Before)> EditWithTypedValueAsync()
    {
        var (clerk, edit) = await EditAsync();
        await edit.FocusNameAsync(Quality);
        await clerk.Page.Keyboard.PressAsync("End");
        await clerk.Page.Keyboard.TypeAsync("（试行）");
        return (clerk, edit, await TextsAsync(edit));
    }

    private static async Task<Texts> TextsAsync(EditPage edit) =>
        new(await edit.RowsAsync(Quantity), await edit.NameAsync(Quantity, await edit.RowsAsync(Quantity) == 1 ? null : 1), await edit.NameAsync(Quality));

    private sealed record Texts(int Rows, string Quantity, string Quality);
}
