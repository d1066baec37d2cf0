using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>What all pages have.</summary>
public abstract class SitePage(Person person)
{
    protected Person Person { get; } = person;

    protected IPage Page => Person.Page;

    public Task<string> HeadingAsync() => Page.Locator(Selectors.Heading).InnerTextAsync();

    /// <summary>The sentence that says what was done.</summary>
    public Task<string> NoteAsync() => Page.Locator(Selectors.Note).InnerTextAsync();

    /// <summary>The form's status, in its word.</summary>
    public Task<string> StatusAsync() => Page.Locator(Selectors.Status).First.InnerTextAsync();

    /// <summary>What is said at the top to be wrong.</summary>
    public Task<IReadOnlyList<string>> ProblemsAsync() => Page.Locator(Selectors.Problems).AllInnerTextsAsync();

    /// <summary>Whether the browser would ask somebody who leaves the page now.</summary>
    public Task<bool> AsksBeforeLeavingAsync() =>
        Page.EvaluateAsync<bool>("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))");

    /// <summary>Presses a button that is to lead nowhere.</summary>
    public Task PressInVainAsync(string words) => Named(words).ClickAsync();

    /// <summary>The sentence at the foot of the window, once there is one.</summary>
    public Task<string> FootAsync() => Page.Locator(Selectors.Foot).InnerTextAsync();

    /// <summary>Presses the first button or link of these words and waits for the page to come.</summary>
    protected Task PressAsync(string words) => Person.GoOnAsync(() => Named(words).ClickAsync());

    protected ILocator Named(string words) =>
        Page.GetByRole(AriaRole.Button, Exactly(words)).Or(Page.GetByRole(AriaRole.Link, Exactly(words))).First;

    protected static PageGetByRoleOptions Exactly(string words) => new() { Name = words, Exact = true };

    private static class Selectors
    {
        public const string Heading = "h1";
        public const string Note = ".notice-done";
        public const string Status = ".page-head .tag";
        public const string Problems = "#problems li";
        public const string Foot = ".foot-notices .notice";
    }
}
