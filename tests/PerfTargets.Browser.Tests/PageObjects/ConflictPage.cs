using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>What the later one of two sees who edit one form: both texts, to choose from.</summary>
public sealed class ConflictPage(Person person) : SitePage(person)
{
    public Task<string> ReasonAsync() => Page.Locator(Selectors.Reason).InnerTextAsync();

    /// <summary>For each place that differs: its name, my text, the other's text.</summary>
    public async Task<IReadOnlyList<(string Place, string Mine, string Theirs)>> QuestionsAsync()
    {
        var rows = await Page.Locator(Selectors.Question).AllAsync();
        var questions = new List<(string Place, string Mine, string Theirs)>();
        foreach (var row in rows)
        {
            var sides = await row.Locator(Selectors.Side).AllInnerTextsAsync();
            questions.Add((await row.Locator("th").InnerTextAsync(), sides[0], sides[1]));
        }
        return questions;
    }

    /// <summary>The words that differ, as they are marked.</summary>
    public Task<IReadOnlyList<string>> MarkedAsync() => Page.Locator($"{Selectors.Side} mark").AllInnerTextsAsync();

    public Task TakeTheirsAsync(string place) => Choice(place, 1).CheckAsync();

    public Task TakeMineAsync(string place) => Choice(place, 0).CheckAsync();

    public Task TakeBothAsync(string place) => Page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex($"^{Regex.Escape(place)}：\\s*两边都要") }).CheckAsync();

    public async Task<EditPage> ResolveAsync()
    {
        await PressAsync("按下面的选择保存");
        return new EditPage(Person);
    }

    public async Task<EditPage> TakeAllAsync(string side)
    {
        await PressAsync("全部用" + side);
        return new EditPage(Person);
    }

    private ILocator Choice(string place, int side) => Page.Locator(Selectors.Question)
        .Filter(new LocatorFilterOptions { Has = Page.GetByRole(AriaRole.Rowheader, Exactly(place)) })
        .GetByRole(AriaRole.Radio).Nth(side);

    private static class Selectors
    {
        public const string Reason = "#problems";
        public const string Question = "table.compare tbody tr:has(.side)";
        public const string Side = ".side";
    }
}
