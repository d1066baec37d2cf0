using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>批复: several forms under one document number and date.</summary>
public sealed class ApprovalsPage(Person person) : SitePage(person)
{
    public async Task<ApprovalsPage> OpenAsync()
    {
        await PressAsync("批复");
        return this;
    }

    /// <summary>Chooses a form and goes on to the last look.</summary>
    public async Task ChooseAsync(string project, string document, DateOnly date)
    {
        await Page.GetByRole(AriaRole.Checkbox, Exactly("选择 " + project)).CheckAsync();
        await Page.GetByLabel("批复文号", new PageGetByLabelOptions { Exact = true }).FillAsync(document);
        await Page.GetByLabel("批复日期", new PageGetByLabelOptions { Exact = true }).FillAsync(date.ToString("yyyy-MM-dd", null));
        await PressAsync("核对所选目标表");
    }

    /// <summary>What is going to be approved.</summary>
    public Task<IReadOnlyList<string>> ChosenAsync() => Page.Locator(Selectors.Chosen).AllInnerTextsAsync();

    public Task ConfirmAsync() => PressAsync("确认批复");

    public Task ChooseAllAsync() => Named("全选").ClickAsync();

    public Task ChooseNoneAsync() => Named("全不选").ClickAsync();

    /// <summary>已选 3 份, and whether that many are ticked.</summary>
    public async Task<(string Words, int Ticked, int All)> CountAsync() => (
        await Page.Locator(Selectors.Count).InnerTextAsync(), await Page.Locator(Selectors.Pick + ":checked").CountAsync(), await Page.Locator(Selectors.Pick).CountAsync());

    private static class Selectors
    {
        public const string Chosen = "tbody th";
        public const string Count = "#chosen";
        public const string Pick = "input.pick";
    }
}
