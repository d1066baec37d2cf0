using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>不涉及: a reason means the tick, and the page shows at once what will be saved.</summary>
public sealed class NotApplicableTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Group = "benefit.ecological", Why = "本项目不影响生态环境";

    [Fact]
    public async Task Who_types_a_reason_sees_the_tick_at_once_and_it_is_saved_so()
    {
        var (clerk, edit) = await EditAsync();
        var cell = await UnfoldAsync(clerk);

        await Reason(cell).PressSequentiallyAsync(Why[..1]);
        Assert.True(await Box(cell).IsCheckedAsync());
        await Reason(cell).FillAsync(Why);
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal(Why, await StoredAsync());
    }

    [Fact]
    public async Task A_tick_taken_away_over_its_reason_stays_away_whatever_was_saved_before_and_is_typed_there_after()
    {
        var (clerk, edit) = await EditAsync();
        var cell = await UnfoldAsync(clerk);
        await Reason(cell).FillAsync(Why);
        await edit.SaysAsync("✓ 已保存");

        await Box(cell).UncheckAsync();
        await Reason(cell).PressSequentiallyAsync("。");
        await edit.SaysAsync("有未保存的修改");
        await edit.SaysAsync("✓ 已保存");

        Assert.False(await Box(cell).IsCheckedAsync());
        Assert.Null(await StoredAsync());
    }

    [Fact]
    public async Task A_reason_that_was_deleted_and_is_typed_anew_means_the_tick_again()
    {
        var (clerk, _) = await EditAsync();
        var cell = await UnfoldAsync(clerk);
        await Reason(cell).FillAsync(Why);
        await Box(cell).UncheckAsync();

        await Reason(cell).FillAsync("");
        Assert.False(await Box(cell).IsCheckedAsync());
        await Reason(cell).FillAsync(Why);

        Assert.True(await Box(cell).IsCheckedAsync());
    }

    [Fact]
    public async Task A_reason_typed_anew_on_the_sheet_that_came_with_a_colleagues_text_means_the_tick_again()
    {
        var (clerk, edit) = await EditAsync();
        var cell = await UnfoldAsync(clerk);
        await Reason(cell).FillAsync(Why);
        await Office.SaveAsync(content => content with { ProjectPeriod = "2 年" });
        await Box(cell).UncheckAsync();
        await edit.SaysAsync($"并与{Office.ColleagueName}保存的内容合并");
        Assert.Equal("", await Reason(cell).InputValueAsync());

        await Reason(cell).FillAsync(Why);
        await edit.SaysAsync("有未保存的修改");
        await edit.SaysAsync("✓ 已保存");

        Assert.True(await Box(cell).IsCheckedAsync());
        Assert.Equal(Why, await StoredAsync());
    }

    private static async Task<ILocator> UnfoldAsync(Person person)
    {
        var cell = person.Page.Locator($"td.group[data-group='{Group}']");
        await cell.Locator("summary").ClickAsync();
        return cell;
    }

    private static ILocator Box(ILocator cell) => cell.GetByRole(AriaRole.Checkbox);

    private static ILocator Reason(ILocator cell) => cell.GetByRole(AriaRole.Textbox);

    /// <summary>The stored reason; null where the form does not say 不涉及.</summary>
    private async Task<string?> StoredAsync() => (await Office.StoredAsync()).Content.NotApplicableOf(Group)?.Reason;
}
