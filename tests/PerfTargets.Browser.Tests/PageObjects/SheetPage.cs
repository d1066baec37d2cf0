using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Years;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>The sheet of the editor from near: its fields under the hand, what stands beside them, and what is said at the foot of the window.</summary>
public sealed class SheetPage(Person person) : SitePage(person)
{
    private static readonly FormLabels Labels = County.Template.Labels;

    public ILocator Goal => Page.GetByLabel(Labels.OverallGoal, new PageGetByLabelOptions { Exact = true });

    public ILocator Funds(string key) => Page.Locator($"#funds-{key}");

    public ILocator Name(string group, int? number = null) => Row(group, number, Labels.LevelThree);

    public ILocator Value(string group, int? number = null) => Row(group, number, Labels.TargetValue);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, Exactly(name));

    /// <summary>The running sum of the funds.</summary>
    public ILocator FundsSum => Page.Locator(".money .sum").First;

    /// <summary>The running sum of 成本指标.</summary>
    public ILocator CostSum => Page.Locator(".group .sum");

    /// <summary>How many characters still fit.</summary>
    public ILocator Remaining => Page.Locator(".remaining");

    /// <summary>What was done and can be taken back, or is to be done.</summary>
    public ILocator Notices => Page.Locator(".foot-notices .notice > span");

    /// <summary>The names of a group's rows, from above.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string group) => await Page.Locator(Selectors.Fields).EvaluateAllAsync<string[]>(
        "(fields, [group, column]) => fields.filter((one) => one.getAttribute('aria-label').startsWith(group) && one.getAttribute('aria-label').endsWith(column)).map((one) => one.value)",
        new[] { group, Labels.LevelThree });

    /// <summary>What the buttons of a group's rows are called, row by row.</summary>
    public async Task<IReadOnlyList<string>> ButtonsAsync(string group) => await Page.Locator(Selectors.RowButtons).EvaluateAllAsync<string[]>(
        "(buttons, group) => buttons.map((one) => one.getAttribute('aria-label')).filter((name) => name.includes(group))", group);

    /// <summary>What the hand is on: a field or a button.</summary>
    public Task<string?> FocusAsync() => Page.Locator(":focus").GetAttributeAsync("aria-label");

    /// <summary>Presses a button beside the sheet that leads to no other page where scripts run.</summary>
    public Task PressButtonAsync(string name) =>
        Person.RunsScripts ? Button(name).ClickAsync() : Person.GoOnAsync(() => Button(name).ClickAsync());

    /// <summary>What stands beside a row, but for its texts: 待核对, last year's value, years that are not the form's.</summary>
    public Task<IReadOnlyList<string>> NotesAsync() => Page.Locator(".form td.in .note").AllInnerTextsAsync();

    private ILocator Row(string group, int? number, string column) =>
        Page.GetByLabel(number is null ? $"{group} {column}" : $"{group}第 {number} 行 {column}", new PageGetByLabelOptions { Exact = true });

    private static class Selectors
    {
        public const string Fields = ".form textarea[id^='row-']";
        public const string RowButtons = ".form .ops button";
    }
}
