using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>A page with 系统校验结果 beside the form, where 填写说明 is written and corrections are taken.</summary>
public abstract class FindingsPage(Person person) : SitePage(person)
{
    /// <summary>Each error's place in words, with what is said of it.</summary>
    public async Task<IReadOnlyList<(string Place, string Sentence)>> ErrorsAsync()
    {
        var errors = new List<(string Place, string Sentence)>();
        foreach (var sentence in await Page.Locator(Selectors.Error).AllAsync())
            errors.Add((await sentence.Locator(Selectors.ItsPlace).InnerTextAsync(), await sentence.InnerTextAsync()));
        return errors;
    }

    /// <summary>错误 1　警告 5　提示 7.</summary>
    public Task<string> FoundAsync() => Page.Locator(Selectors.Found).InnerTextAsync();

    /// <summary>The sentence that says how many warnings need a reason; empty when none does.</summary>
    public async Task<string> NeededAsync() => string.Concat(await Page.Locator(Selectors.Needed).AllInnerTextsAsync());

    /// <summary>Writes why a warning stands.</summary>
    public Task ExplainAsync(string finding, string reason) => Reason(finding).FillAsync(reason);

    public Task<string> ReasonAsync(string finding) => Reason(finding).InputValueAsync();

    /// <summary>Unfolds the hints.</summary>
    public Task ShowHintsAsync() => Page.Locator(Selectors.Hints).ClickAsync();

    public Task<IReadOnlyList<string>> HintsAsync() => Page.Locator(Selectors.Hint).AllTextContentsAsync();

    /// <summary>Takes the correction that gives this text, beside its finding.</summary>
    public Task CorrectAsync(string text) =>
        Person.GoOnAsync(() => Page.Locator(Selectors.Correct, new PageLocatorOptions { HasText = $"改为“{text}”" }).First.ClickAsync());

    /// <summary>The sentence that says how much can be corrected by a click, with its button; empty where nothing can.</summary>
    public async Task<string> CorrectableAsync() => string.Concat(await Page.Locator(Selectors.Correctable).AllInnerTextsAsync());

    /// <summary>Presses the button of that sentence.</summary>
    public Task TakeCorrectionsAsync() => Person.GoOnAsync(() => Page.Locator(Selectors.Correctable).GetByRole(AriaRole.Button).ClickAsync());

    private ILocator Reason(string finding) =>
        Page.Locator(Selectors.One, new PageLocatorOptions { HasText = finding }).GetByRole(AriaRole.Textbox);

    private static class Selectors
    {
        public const string Error = ".find li.e .one";
        public const string ItsPlace = "xpath=preceding-sibling::p[1]";
        public const string Found = ".rail .counted span";
        public const string Hints = ".rail details > summary:text('提示')";
        public const string Hint = ".find li:not(.e):not(.w) .one";
        public const string Needed = ".rail .needed";
        public const string One = ".find .one";
        public const string Correct = ".find button.correct";
        public const string Correctable = ".rail .all";
    }
}
