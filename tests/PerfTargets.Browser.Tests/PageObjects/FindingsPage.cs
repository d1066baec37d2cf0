using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>A page with 系统校验结果 beside the form, where 填写说明 is written and corrections are taken.</summary>
public abstract class FindingsPage(Person person) : SitePage(person)
{
    public Task<IReadOnlyList<string>> ErrorsAsync() => Page.Locator(Selectors.Error).AllTextContentsAsync();

    public Task<IReadOnlyList<string>> WarningsAsync() => Page.Locator(Selectors.Warning).AllTextContentsAsync();

    /// <summary>The sentence that says how many warnings need a reason; empty when none does.</summary>
    public async Task<string> NeededAsync() => string.Concat(await Page.Locator(Selectors.Needed).AllInnerTextsAsync());

    /// <summary>Writes why a warning stands.</summary>
    public Task ExplainAsync(string finding, string reason) => Reason(finding).FillAsync(reason);

    public Task<string> ReasonAsync(string finding) => Reason(finding).InputValueAsync();

    /// <summary>Unfolds the hints.</summary>
    public Task ShowHintsAsync() => Page.Locator(Selectors.Hints).ClickAsync();

    public Task<IReadOnlyList<string>> HintsAsync() => Page.Locator(Selectors.Hint).AllTextContentsAsync();

    /// <summary>Takes the correction that gives this text.</summary>
    public Task CorrectAsync(string text) =>
        Person.GoOnAsync(() => Page.Locator(Selectors.Correct, new PageLocatorOptions { HasText = $"改为“{text}”" }).First.ClickAsync());

    public Task CorrectAllAsync(int places) => PressAsync($"全部采纳（{places} 处）");

    private ILocator Reason(string finding) =>
        Page.Locator(Selectors.One, new PageLocatorOptions { HasText = finding }).GetByRole(AriaRole.Textbox);

    private static class Selectors
    {
        public const string Error = ".find li.e a";
        public const string Warning = ".find li.w a";
        public const string Hints = ".rail details > summary:text('提示')";
        public const string Hint = ".find li.h a";
        public const string Needed = ".rail .needed";
        public const string One = ".find .one";
        public const string Correct = ".rail button.correct";
    }
}
