using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>A form for everyone who may see it, and the reviewer's page.</summary>
public sealed class DetailsPage(Person person) : SitePage(person)
{
    public async Task<DetailsPage> OpenAsync(Guid form)
    {
        await Person.OpenAsync($"/forms/{form}");
        return this;
    }

    /// <summary>The tags under the heading: status, what has changed, document.</summary>
    public Task<IReadOnlyList<string>> TagsAsync() => Page.Locator(Selectors.Tags).AllInnerTextsAsync();

    /// <summary>办理记录, the words of each line that say what was done.</summary>
    public Task<IReadOnlyList<string>> HistoryAsync() => Page.Locator(Selectors.History).AllInnerTextsAsync();

    /// <summary>What came since the last submission.</summary>
    public Task<IReadOnlyList<string>> AddedAsync() => Page.Locator(Selectors.Added).AllInnerTextsAsync();

    /// <summary>警告 5　说明 2.</summary>
    public Task<string> FoundAsync() => Page.Locator(Selectors.Found).InnerTextAsync();

    /// <summary>What the clerk has written beside the warnings.</summary>
    public Task<IReadOnlyList<string>> ReasonsAsync() => Page.Locator(Selectors.Reason).AllInnerTextsAsync();

    public Task PassAsync() => PressAsync("通过");

    public Task CancelPassAsync() => PressAsync("取消审核");

    public Task TypeOpinionAsync(string opinion) => Page.GetByLabel(Selectors.Opinion).FillAsync(opinion);

    public Task<string> OpinionAsync() => Page.GetByLabel(Selectors.Opinion).InputValueAsync();

    public Task PressEnterInOpinionAsync() => Page.GetByLabel(Selectors.Opinion).PressAsync("Enter");

    public async Task PressEnterOnFirstPhraseAsync()
    {
        await Page.Locator(Selectors.Phrases).Locator("summary").ClickAsync();
        await Person.GoOnAsync(() => Page.Locator(Selectors.Phrases).GetByRole(AriaRole.Checkbox).First.PressAsync("Enter"));
    }

    public async Task ReturnAsync(string opinion)
    {
        await TypeOpinionAsync(opinion);
        await PressAsync("退回修改");
    }

    public async Task<EditPage> EditAsync()
    {
        await PressAsync("编辑");
        return new EditPage(Person);
    }

    /// <returns>The file, and the name under which the browser would keep it.</returns>
    public async Task<(byte[] Bytes, string Name)> DownloadPdfAsync()
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Named("导出 PDF").ClickAsync());
        return (await File.ReadAllBytesAsync(await download.PathAsync()), download.SuggestedFilename);
    }

    private static class Selectors
    {
        public const string Tags = ".page-head .tag";
        public const string History = ".timeline li b";
        public const string Added = ".sheet ins";
        public const string Found = ".rail .counted span";
        public const string Reason = ".find .reason";
        public const string Opinion = "审核意见";
        public const string Phrases = ".phrases";
    }
}
