using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>工作台, and 新建 that it leads to.</summary>
public sealed class WorkbenchPage(Person person) : SitePage(person)
{
    public async Task<WorkbenchPage> OpenAsync()
    {
        await Person.OpenAsync("/");
        return this;
    }

    /// <summary>What waits: for each form its project and, under it, the opinion with which it came back.</summary>
    public Task<IReadOnlyList<string>> WaitingAsync() => Page.Locator(Selectors.Waiting).AllInnerTextsAsync();

    public async Task ChooseNewFormAsync() => await PressAsync("新建目标表");

    public async Task<EditPage> StartFormAsync(string project)
    {
        await Page.GetByRole(AriaRole.Radio, Exactly(project)).CheckAsync();
        await PressAsync("开始填报");
        return new EditPage(Person);
    }

    public async Task<EditPage> OpenDraftAsync(string project)
    {
        await PressAsync(project);
        return new EditPage(Person);
    }

    public async Task<DetailsPage> OpenReviewAsync(string project)
    {
        await PressAsync(project);
        return new DetailsPage(Person);
    }

    private static class Selectors
    {
        public const string Waiting = "main table.list tbody th";
    }
}
