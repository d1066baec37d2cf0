using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>Rows come, go, come back and move, by buttons and by keys; the hand is always where one goes on.</summary>
public sealed class RowTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Quantity = "数量指标";
    private const string Quality = "质量指标";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Buttons_are_called_after_their_rows_and_move_them(bool javaScript)
    {
        var (_, sheet) = await SheetAsync(javaScript, "甲", "乙", "丙");
        Assert.Equal(
            [
                "下移 数量指标第 1 行", "删除 数量指标第 1 行", "上移 数量指标第 2 行", "下移 数量指标第 2 行", "删除 数量指标第 2 行", "上移 数量指标第 3 行", "删除 数量指标第 3 行",
            ],
            await sheet.ButtonsAsync(Quantity));

        await sheet.PressButtonAsync("下移 数量指标第 1 行");
        Assert.Equal(["乙", "甲", "丙"], await sheet.NamesAsync(Quantity));
        await sheet.PressButtonAsync("上移 数量指标第 3 行");

        Assert.Equal(["乙", "丙", "甲"], await sheet.NamesAsync(Quantity));
        Assert.Equal(7, (await sheet.ButtonsAsync(Quantity)).Count);
    }

    [Fact]
    public async Task The_hand_stays_on_the_button_that_moves_and_goes_to_the_text_at_the_end_of_the_way()
    {
        var (clerk, sheet) = await SheetAsync(javaScript: true, "甲", "乙", "丙");

        await sheet.Button("上移 数量指标第 3 行").FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");
        var once = await sheet.FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("上移 数量指标第 2 行", once);
        Assert.Equal("数量指标第 1 行 三级指标", await sheet.FocusAsync());
        Assert.Equal(["丙", "甲", "乙"], await sheet.NamesAsync(Quantity));
    }

    [Fact]
    public async Task Control_arrows_take_the_row_along_with_the_cursor_and_stop_at_the_ends()
    {
        var (clerk, sheet) = await SheetAsync(javaScript: true, "甲一二", "乙", "丙");

        await sheet.Name(Quantity, 1).FocusAsync();
        await sheet.Name(Quantity, 1).EvaluateAsync("(field) => field.setSelectionRange(1, 2)");
        foreach (var key in new[] { "Control+ArrowUp", "Control+ArrowDown", "Control+ArrowDown", "Control+ArrowDown" })
            await clerk.Page.Keyboard.PressAsync(key);
        await clerk.Page.Keyboard.TypeAsync("２");

        Assert.Equal(["乙", "丙", "甲２二"], await sheet.NamesAsync(Quantity));
        Assert.Equal("数量指标第 3 行 三级指标", await sheet.FocusAsync());
    }

    [Fact]
    public async Task Enter_goes_down_the_column_through_the_groups_and_Control_Enter_adds_below()
    {
        var (clerk, sheet) = await SheetAsync(javaScript: true, "甲", "乙");

        await sheet.Value(Quantity, 1).FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Control+Enter");
        var added = await sheet.FocusAsync();
        await clerk.Page.Keyboard.TypeAsync("新");
        await sheet.Value(Quantity, 2).FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");
        var below = await sheet.FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(("数量指标第 2 行 三级指标", "数量指标第 3 行 指标值"), (added, below));
        Assert.Equal(["甲", "新", "乙"], await sheet.NamesAsync(Quantity));
        Assert.Equal($"{Quality} 指标值", await sheet.FocusAsync());
    }

    [Fact]
    public async Task After_Tab_from_the_name_Enter_goes_to_the_next_name_as_in_a_spreadsheet()
    {
        var (clerk, sheet) = await SheetAsync(javaScript: true, "甲", "乙");
        List<string?> names = [];

        await sheet.Name(Quantity, 1).FocusAsync();
        for (var row = 0; row < 2; row++)
        {
            await clerk.Page.Keyboard.PressAsync("Tab");
            await clerk.Page.Keyboard.PressAsync("Enter");
            names.Add(await sheet.FocusAsync());
        }
        await sheet.Name(Quantity, 1).FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Tab");
        await sheet.Value(Quantity, 1).ClickAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(["数量指标第 2 行 三级指标", $"{Quality} 三级指标"], names);
        Assert.Equal("数量指标第 2 行 指标值", await sheet.FocusAsync());
    }

    [Fact]
    public async Task From_the_last_value_of_a_group_Tab_leads_to_the_first_name_of_the_next()
    {
        var (clerk, sheet) = await SheetAsync(javaScript: true, "甲", "乙");

        await sheet.Value(Quantity, 2).FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal($"{Quality} 三级指标", await sheet.FocusAsync());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task From_a_value_Tab_leads_to_the_next_name_past_the_buttons_whose_acts_keys_do_too(bool javaScript, int tabs)
    {
        var (clerk, sheet) = await SheetAsync(javaScript, "甲", "乙", "丙");

        await sheet.Value(Quantity, 1).FocusAsync();
        for (var tab = 0; tab < tabs; tab++)
            await clerk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("数量指标第 2 行 三级指标", await sheet.FocusAsync());
    }

    [Fact]
    public async Task The_buttons_of_rows_that_came_or_moved_are_passed_too()
    {
        var (clerk, sheet) = await SheetAsync(javaScript: true, "甲", "乙");

        await sheet.Name(Quantity, 1).FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Control+Enter");
        await clerk.Page.Keyboard.TypeAsync("新");
        await clerk.Page.Keyboard.PressAsync("Control+ArrowUp");
        await clerk.Page.Keyboard.PressAsync("Tab");
        await clerk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("数量指标第 2 行 三级指标", await sheet.FocusAsync());
        Assert.Equal(["新", "甲", "乙"], await sheet.NamesAsync(Quantity));
    }

    [Fact]
    public async Task Alt_Delete_takes_the_row_away_and_the_hand_goes_on_in_its_column_until_a_blank_one_is_left()
    {
        var (clerk, sheet) = await SheetAsync(javaScript: true, "甲", "乙", "丙");

        await sheet.Value(Quantity, 2).FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Alt+Delete");
        Assert.Equal(("数量指标第 2 行 指标值", "甲 丙"), (await sheet.FocusAsync(), string.Join(' ', await sheet.NamesAsync(Quantity))));
        await clerk.Page.Keyboard.PressAsync("Alt+Delete");
        Assert.Equal("数量指标 指标值", await sheet.FocusAsync());
        await clerk.Page.Keyboard.PressAsync("Alt+Delete");
        await clerk.Page.Keyboard.PressAsync("Alt+Delete");
        Assert.Equal(("数量指标 指标值", ""), (await sheet.FocusAsync(), Assert.Single(await sheet.NamesAsync(Quantity))));
        await clerk.Page.HasWholeTablesAsync();

        await clerk.Page.Keyboard.PressAsync("Control+Z");
        Assert.Equal("甲", Assert.Single(await sheet.NamesAsync(Quantity)));
    }

    [Fact]
    public async Task The_first_row_of_a_group_goes_and_comes_back_to_its_place()
    {
        var (clerk, sheet) = await SheetAsync(javaScript: true, "甲", "乙", "丙");

        await sheet.PressButtonAsync("删除 数量指标第 1 行");
        Assert.Equal(["乙", "丙"], await sheet.NamesAsync(Quantity));
        Assert.Equal("撤销删除“甲 1 户”", await sheet.FocusAsync());
        await clerk.Page.HasWholeTablesAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(["甲", "乙", "丙"], await sheet.NamesAsync(Quantity));
        Assert.Equal("数量指标第 1 行 三级指标", await sheet.FocusAsync());
        await clerk.Page.HasWholeTablesAsync();
    }

    [Fact]
    public async Task The_only_row_leaves_a_blank_one_which_goes_when_it_comes_back()
    {
        var (clerk, sheet) = await SheetAsync(javaScript: true, "甲");

        await sheet.PressButtonAsync("删除 数量指标");
        Assert.Equal([""], await sheet.NamesAsync(Quantity));
        Assert.Empty(await sheet.ButtonsAsync(Quantity));
        await clerk.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(["甲"], await sheet.NamesAsync(Quantity));
        Assert.Equal("1 户", await sheet.Value(Quantity).InputValueAsync());
    }

    [Fact]
    public async Task What_was_done_to_rows_is_what_is_saved()
    {
        var (clerk, sheet) = await SheetAsync(javaScript: true, "甲", "乙", "丙");

        await sheet.PressButtonAsync("删除 数量指标第 2 行");
        await sheet.PressButtonAsync("上移 数量指标第 2 行");
        await sheet.PressButtonAsync("增加一行 " + Quantity);
        await clerk.Page.Keyboard.TypeAsync("丁");
        await new EditPage(clerk).SaysAsync("✓ 已保存");
        await clerk.OpenAsync(new Uri(clerk.Page.Url).PathAndQuery);

        Assert.Equal(["丙", "甲", "丁"], await sheet.NamesAsync(Quantity));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_that_comes_back_is_to_be_confirmed_as_before(bool javaScript)
    {
        var county = await OwnCountyAsync(Season.CreateAsync);
        var clerk = await PersonAsync(county, javaScript);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        var edit = await new EditPage(clerk).OpenAsync(await county.FormIdAsync(Season.Copied));
        var sheet = new SheetPage(clerk);
        var (notes, name) = (await sheet.NotesAsync(), (await sheet.NamesAsync(Quantity))[0]);
        Assert.Contains(notes, note => note.Contains("待核对", StringComparison.Ordinal));

        await sheet.PressButtonAsync(await sheet.ButtonsAsync(Quantity) is [var only] ? only : "删除 数量指标第 1 行");
        if (javaScript)
            await edit.SaysAsync("✓ 已保存");
        Assert.True((await sheet.NotesAsync()).Count < notes.Count);
        await edit.ActAsync(() => clerk.Page.Keyboard.PressAsync("Enter"));

        Assert.Equal(name, (await sheet.NamesAsync(Quantity))[0]);
        Assert.Equal(notes, await sheet.NotesAsync());
        await edit.SaveAsync();
        Assert.Equal(notes, await sheet.NotesAsync());
    }

    private async Task<(Person Clerk, SheetPage Sheet)> SheetAsync(bool javaScript, params string[] names)
    {
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        var project = County.SeedContents[1].ProjectName;
        await county.SaveRowsAsync(project, "output.quantity", names.Select(name => (name, "1 户")));
        var clerk = await PersonAsync(county, javaScript);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        await new EditPage(clerk).OpenAsync(await county.FormIdAsync(project));
        return (clerk, new SheetPage(clerk));
    }
}
