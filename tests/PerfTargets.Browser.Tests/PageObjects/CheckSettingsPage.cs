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
        await RetypeNumberAsync(code, text);
    }

    public Task RetypeNumberAsync(string code, string text) => Number(code).FillAsync(text);

    public Task<string> NumberAsync(string code) => Number(code).InputValueAsync();

    /// <summary>Whether the number can be typed into.</summary>
    public Task<bool> TakesNumbersAsync(string code) => Number(code).IsEditableAsync();

    /// <summary>What stands in the number when the page goes is to be told by the next one.</summary>
    public Task KeepOnLeavingAsync(string code) =>
        Number(code).EvaluateAsync("(one) => addEventListener('pagehide', () => sessionStorage.setItem('left', one.value))");

    public Task<string> KeptOnLeavingAsync() => Page.EvaluateAsync<string>("() => sessionStorage.getItem('left')");

    /// <summary>保存 while the hand stays in the number; waits for no page.</summary>
    public async Task PressFromTheFieldAsync(string code)
    {
        await Number(code).FocusAsync();
        await Page.EvaluateAsync("() => document.querySelector('button[form=checks]').click()");
    }

    public Task SaveAsync() => PressAsync("保存");

    private ILocator Check(string code) => Page.Locator($"#check-{code}");

    private ILocator Number(string code) => Check(code).Locator("input").First;

    private ILocator Level(string code) => Page.GetByLabel($"{code} 的级别");
}
