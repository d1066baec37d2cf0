using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>校验设置 of a year.</summary>
public sealed class CheckSettingsPage(Person person) : SitePage(person)
{
    public async Task<CheckSettingsPage> OpenAsync(int year)
    {
        await Person.OpenAsync($"/admin/years/{year}/checks");
        return this;
    }

    public Task ChooseLevelAsync(string code, string word) => Level(code).SelectOptionAsync(new SelectOptionValue { Label = word });

    public Task<string> LevelAsync(string code) => Level(code).EvaluateAsync<string>("(one) => one.selectedOptions[0].label");

    /// <summary>Unfolds a check and types into the first of its numbers.</summary>
    public async Task TypeNumberAsync(string code, string text)
    {
        await Check(code).Locator("summary").ClickAsync();
        await Check(code).Locator("input").First.FillAsync(text);
    }

    public Task SaveAsync() => PressAsync("保存");

    private ILocator Check(string code) => Page.Locator($"#check-{code}");

    private ILocator Level(string code) => Page.GetByLabel($"{code} 的级别");
}
