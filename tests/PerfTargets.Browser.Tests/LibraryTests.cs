using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>从指标库选 in the editor.</summary>
public sealed class LibraryTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PERFTARGETS_SCREENSHOTS");

    private const string Quantity = "数量指标";

    private static readonly string Project = County.SeedContents[1].ProjectName;

    [Fact]
    public async Task Without_scripts_a_row_is_chosen_on_a_page_of_its_own_and_the_hand_comes_back_to_its_value()
    {
        var clerk = await ClerkAsync(javaScript: false);
        var edit = await EditAsync(clerk);
        await edit.TypeGoalAsync("刚写下的总体目标。");

        await clerk.GoOnAsync(() => clerk.Page.GetByLabel("从指标库选 " + Quantity).ClickAsync());
        await clerk.Page.Keyboard.TypeAsync("pxrs");
        await clerk.GoOnAsync(() => clerk.Page.Keyboard.PressAsync("Enter"));
        await clerk.GoOnAsync(() => clerk.Page.GetByLabel("选用 培训人数").ClickAsync());

        Assert.Equal(("培训人数", "≥__ 人"), (await edit.NameAsync(Quantity, 2), await edit.ValueAsync(Quantity, 2)));
        Assert.Equal("刚写下的总体目标。", await edit.GoalAsync());
        Assert.True(await edit.ShowsItsTargetAsync());
    }

    [Fact]
    public async Task A_few_keys_put_an_indicator_into_the_blank_row_where_the_hand_is_and_the_number_is_typed_over_the_gap()
    {
        var clerk = await ClerkAsync();
        var edit = await EditAsync(clerk);
        await edit.AddRowAsync(Quantity);

        await clerk.Page.Keyboard.PressAsync("Alt+k");
        await clerk.Page.Keyboard.TypeAsync("pxrs");
        await clerk.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "培训人数" }).WaitForAsync();
        await clerk.HasNoAxeViolationAsync();
        await clerk.Page.HasLargeTargetsAsync();
        if (Pictures is { Length: > 0 })
            await clerk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, "edit-library.png") });
        await clerk.Page.Keyboard.PressAsync("Enter");
        Assert.Equal($"{Quantity}第 2 行 指标值", await edit.FocusedFieldAsync());
        await clerk.Page.Keyboard.TypeAsync("120");

        Assert.Equal(("培训人数", "≥120 人"), (await edit.NameAsync(Quantity, 2), await edit.ValueAsync(Quantity, 2)));
        await edit.SaveAsync();
        Assert.Equal(("培训人数", "≥120 人"), (await edit.NameAsync(Quantity, 2), await edit.ValueAsync(Quantity, 2)));
    }

    [Fact]
    public async Task Enter_pressed_before_the_answer_takes_what_answers_the_typed_letters()
    {
        var clerk = await ClerkAsync();
        var edit = await EditAsync(clerk);
        await edit.AddRowAsync(Quantity);

        await clerk.Page.Keyboard.PressAsync("Alt+k");
        await clerk.Page.Keyboard.TypeAsync("pxrs");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.Equal(("培训人数", "≥__ 人"), (await edit.NameAsync(Quantity, 2), await edit.ValueAsync(Quantity, 2)));
    }

    [Fact]
    public async Task Arrows_choose_Escape_changes_nothing_and_an_input_method_s_keys_are_its_own()
    {
        var clerk = await ClerkAsync();
        var edit = await EditAsync(clerk);
        await edit.AddRowAsync(Quantity);
        var (panel, chosen) = (clerk.Page.GetByRole(AriaRole.Dialog), clerk.Page.Locator("[role=option][aria-selected=true]"));

        await clerk.Page.Keyboard.PressAsync("Control+k");
        await panel.GetByRole(AriaRole.Option).Nth(1).WaitForAsync();
        var first = await chosen.InnerTextAsync();
        await clerk.Page.Keyboard.PressAsync("ArrowDown");
        var second = await chosen.InnerTextAsync();
        await panel.GetByRole(AriaRole.Combobox).DispatchEventAsync("keydown", new { key = "Enter", isComposing = true, bubbles = true });
        await panel.GetByRole(AriaRole.Combobox).DispatchEventAsync("keydown", new { key = "Enter", keyCode = 229, bubbles = true });
        Assert.True(await panel.IsVisibleAsync());
        await clerk.Page.Keyboard.PressAsync("ArrowUp");
        var back = await chosen.InnerTextAsync();
        await clerk.Page.Keyboard.PressAsync("Escape");

        Assert.Equal(first, back);
        Assert.NotEqual(first, second);
        Assert.False(await panel.IsVisibleAsync());
        Assert.Equal($"{Quantity}第 2 行 三级指标", await edit.FocusedFieldAsync());
        Assert.Equal("", await edit.NameAsync(Quantity, 2));
    }

    [Fact]
    public async Task It_says_in_which_group_it_looks_and_leads_to_what_the_others_have()
    {
        var clerk = await ClerkAsync();
        var edit = await EditAsync(clerk);
        var panel = clerk.Page.GetByRole(AriaRole.Dialog);
        await edit.FocusNameAsync(Quantity);

        await clerk.Page.Keyboard.PressAsync("Alt+k");
        await clerk.Page.Keyboard.TypeAsync("合格率");
        await panel.GetByText("“数量指标”中没有找到").WaitForAsync();
        await panel.GetByText("其他指标类型中还有").WaitForAsync();
        await clerk.HasNoAxeViolationAsync();
        await clerk.Page.HasLargeTargetsAsync();
        if (Pictures is { Length: > 0 })
            await clerk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, "edit-library-elsewhere.png") });
        await panel.GetByRole(AriaRole.Button, new() { NameRegex = new("^质量指标 [0-9]+ 条$") }).ClickAsync();
        await panel.GetByText("在“质量指标”中查找").WaitForAsync();
        await panel.GetByRole(AriaRole.Option).First.WaitForAsync();

        Assert.Equal("合格率", await panel.GetByRole(AriaRole.Combobox).InputValueAsync());
        await clerk.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("质量指标第 2 行 指标值", await edit.FocusedFieldAsync());
        Assert.Contains("合格率", await edit.NameAsync("质量指标", 2), StringComparison.Ordinal);
    }

    private async Task<Person> ClerkAsync(bool javaScript = true)
    {
        var clerk = await PersonAsync(await OwnCountyAsync(County.WithDraftsAsync), javaScript);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        return clerk;
    }

    private static async Task<EditPage> EditAsync(Person clerk) =>
        await new EditPage(clerk).OpenAsync(await clerk.County.FormIdAsync(Project));
}
