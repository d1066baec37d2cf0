using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>Where a link, a tick or a button leads, the hand is in the field in which one would go on, and the page stays where it was.</summary>
public sealed class GoingTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Ecological = "td.group[data-group='benefit.ecological']";

    [Fact]
    public async Task Unfolding_不涉及_leads_to_its_box_and_a_tick_to_the_reason()
    {
        var (clerk, _) = await EditAsync();
        var cell = clerk.Page.Locator(Ecological);

        await cell.Locator("summary").ClickAsync();
        await IsFocusedAsync(cell.GetByRole(AriaRole.Checkbox));
        await clerk.Page.Keyboard.PressAsync("Space");

        await IsFocusedAsync(cell.GetByRole(AriaRole.Textbox));
    }

    [Fact]
    public async Task A_link_to_a_group_leads_into_its_first_blank_field()
    {
        await Office.SaveAsync(content => content with { Indicators = [.. content.Indicators.Select(row => row.GroupKey == "output.quality" ? row with { Value = "" } : row)] });
        var (clerk, edit) = await EditAsync();

        await clerk.Page.Locator(".steps a").Nth(3).ClickAsync();
        Assert.Equal("质量指标 指标值", await edit.FocusedFieldAsync());
        await clerk.Page.Locator(".steps a").Nth(4).ClickAsync();

        Assert.Equal("经济效益指标 三级指标", await edit.FocusedFieldAsync());
        Assert.True(await edit.ShowsItsTargetAsync());
    }

    [Fact]
    public async Task A_link_of_the_findings_leads_into_the_field_again_and_again()
    {
        await Office.SaveAsync(content => content with { Indicators = [.. content.Indicators.Where(row => row.GroupKey != "output.quality")] });
        var (clerk, edit) = await EditAsync();
        await clerk.Page.Locator("#findings details > summary", new() { HasText = "未填" }).ClickAsync();
        var link = clerk.Page.Locator("#findings a", new() { HasText = "质量指标" }).First;

        foreach (var _ in new[] { 1, 2 })
        {
            await link.ClickAsync();
            Assert.Equal("质量指标 三级指标", await edit.FocusedFieldAsync());
            Assert.True(await edit.ShowsItsTargetAsync());
        }
    }

    [Fact]
    public async Task The_address_of_a_group_leads_into_it_too()
    {
        var (clerk, edit) = await EditAsync();

        await clerk.OpenAsync("/forms");
        await clerk.OpenAsync($"/forms/{FormId}/edit#group-benefit-social");
        await clerk.Page.WaitForFunctionAsync("() => document.activeElement.localName === 'textarea'");

        Assert.Equal("社会效益指标 三级指标", await edit.FocusedFieldAsync());
    }

    [Theory]
    [InlineData(KeyboardModifier.Control)]
    [InlineData(KeyboardModifier.Shift)]
    public async Task A_link_that_is_to_open_elsewhere_opens_there_and_the_hand_stays(KeyboardModifier key)
    {
        var (clerk, edit) = await EditAsync();
        await edit.FocusNameAsync("数量指标");

        var elsewhere = await clerk.Page.Context.RunAndWaitForPageAsync(
            () => clerk.Page.Locator(".steps a").Nth(4).ClickAsync(new LocatorClickOptions { Modifiers = [key] }));

        await elsewhere.WaitForURLAsync("**/edit#*");
        Assert.NotEqual("经济效益指标 三级指标", await edit.FocusedFieldAsync());
    }

    [Fact]
    public async Task A_percent_sign_in_a_link_may_stand_for_itself()
    {
        var (clerk, edit) = await EditAsync();
        var link = clerk.Page.Locator(".steps a").Nth(4);
        await link.EvaluateAsync("(link) => { document.querySelector(link.hash).id = '100%'; link.setAttribute('href', '#100%'); }");

        await link.ClickAsync();

        Assert.Equal("经济效益指标 三级指标", await edit.FocusedFieldAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Saving_by_the_button_keeps_the_place(bool isTyped)
    {
        var (clerk, edit) = await EditAsync();
        if (isTyped)
            await edit.TypeGoalAsync(Goal);
        await clerk.Page.EvaluateAsync("document.activeElement.blur()");
        await clerk.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        var button = clerk.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).Last;
        var top = await clerk.Page.EvaluateAsync<int>("Math.round(scrollY)");

        await clerk.GoOnAsync(() => button.ClickAsync());
        await edit.SaysAsync("✓ 已保存");

        Assert.Equal(top, await clerk.Page.EvaluateAsync<int>("Math.round(scrollY)"));
        await IsFocusedAsync(button);
    }

    private static async Task IsFocusedAsync(ILocator one) => Assert.True(await one.EvaluateAsync<bool>("(one) => one === document.activeElement"));
}
