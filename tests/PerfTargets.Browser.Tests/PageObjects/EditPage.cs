using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>填报: the whole form on one page.</summary>
public sealed class EditPage(Person person) : FindingsPage(person)
{
    private static readonly FormLabels Labels = County.Template.Labels;

    public async Task<EditPage> OpenAsync(Guid form)
    {
        await Person.OpenAsync($"/forms/{form}/edit");
        return this;
    }

    /// <summary>Types everything in, field by field, but for the rows of one group.</summary>
    /// <param name="content">With one row in each group, as an empty form offers.</param>
    public async Task TypeAsync(FormContent content, string exceptGroup)
    {
        await Field(Labels.ProjectName).FillAsync(content.ProjectName);
        await Field(Labels.ProjectAttribute).SelectOptionAsync(content.ProjectAttribute);
        await Field(Labels.ProjectPeriod).FillAsync(content.ProjectPeriod);
        foreach (var line in County.Template.Funds)
            await FundsField(line).FillAsync(content.FundsOf(line.Key).Text);
        await Field(Labels.OverallGoal).FillAsync(content.OverallGoal);
        foreach (var group in County.Template.Groups.Where(group => group.Label != exceptGroup))
        {
            var row = content.RowsOf(group.Key).Single();
            await TypeRowAsync(group.Label, row.Name, row.Value);
        }
    }

    /// <summary>Types a row, the only one of its group or the one of this number.</summary>
    public async Task TypeRowAsync(string group, string name, string value, int? number = null)
    {
        await RowField(group, Labels.LevelThree, number).FillAsync(name);
        await TypeValueAsync(group, value, number);
    }

    /// <summary>Ticks 不涉及 of a group and types why.</summary>
    public async Task TypeNotApplicableAsync(string group, string reason)
    {
        var cell = Page.Locator(Selectors.Group).Filter(new LocatorFilterOptions { HasText = group });
        await cell.Locator("summary").ClickAsync();
        await cell.GetByRole(AriaRole.Checkbox).CheckAsync();
        await cell.GetByRole(AriaRole.Textbox).FillAsync(reason);
    }

    public Task TypeValueAsync(string group, string value, int? number = null) => RowField(group, Labels.TargetValue, number).FillAsync(value);

    public Task<string> ValueAsync(string group, int? number = null) => RowField(group, Labels.TargetValue, number).InputValueAsync();

    public Task<string> NameAsync(string group, int? number = null) => RowField(group, Labels.LevelThree, number).InputValueAsync();

    /// <summary>Pastes into a row's name; false where the page leaves that to the browser, which does nothing for a paste that no person made.</summary>
    /// <param name="html">The other flavour that programs put on the clipboard.</param>
    public Task<bool> PasteAsync(string group, int? number, string text, string html = "") => RowField(group, Labels.LevelThree, number).EvaluateAsync<bool>(
        """
        (field, [text, html]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          if (html !== "") clipboardData.setData("text/html", html);
          field.focus();
          return !field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
        }
        """, new[] { text, html });

    /// <summary>What the page says would be pasted, line by line.</summary>
    public async Task<IReadOnlyList<string>> PastePreviewAsync() =>
        [.. (await Page.Locator(Selectors.Pasting).Locator("h2, tbody tr, li").AllInnerTextsAsync()).Select(line => line.Replace('\t', '|'))];

    /// <summary>粘贴 or 取消 in the preview, or 撤销 of what was pasted.</summary>
    public Task AnswerAsync(string button) => Page.GetByRole(AriaRole.Button, Exactly(button)).ClickAsync();

    /// <summary>Waits until the page says this of saving.</summary>
    public Task SaysAsync(string words) => Page.Locator(Selectors.Saved).Filter(new LocatorFilterOptions { HasText = words }).WaitForAsync();

    public Task<int> RowsAsync(string group) => Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { NameRegex = new($"^{group}.*{Labels.LevelThree}$") }).CountAsync();

    public Task FocusNameAsync(string group, int? number = null) => RowField(group, Labels.LevelThree, number).FocusAsync();

    public Task TypeGoalAsync(string text) => Field(Labels.OverallGoal).FillAsync(text);

    public Task TypePeriodAsync(string text) => Field(Labels.ProjectPeriod).FillAsync(text);

    public Task<string> GoalAsync() => Field(Labels.OverallGoal).InputValueAsync();

    public Task<string> PeriodAsync() => Field(Labels.ProjectPeriod).InputValueAsync();

    public Task<string> FundsAsync(string key) => FundsField(County.Template.Funds.First(line => line.Key == key)).InputValueAsync();

    public Task TypeFundsAsync(string key, string text) => FundsField(County.Template.Funds.First(line => line.Key == key)).FillAsync(text);

    /// <summary>Sends again what was kept while signing in.</summary>
    public Task ContinueAsync() => PressAsync("继续提交");

    public Task AddRowAsync(string group) => ActAsync("增加一行 " + group);

    public Task RemoveRowAsync(string group, int number) => ActAsync($"删除 {group}第 {number} 行");

    /// <summary>A button beside the rows: with JavaScript it leads to no other page.</summary>
    private Task ActAsync(string button) => ActAsync(() => Page.GetByRole(AriaRole.Button, Exactly(button)).ClickAsync());

    /// <inheritdoc cref="ActAsync(string)"/>
    public Task ActAsync(Func<Task> press) => Person.RunsScripts ? press() : Person.GoOnAsync(press);

    /// <summary>The field in which typing would go on, or the button that a key would press.</summary>
    public Task<string?> FocusedFieldAsync() => Page.Locator(Selectors.Focused).GetAttributeAsync("aria-label");

    public Task SaveAsync() => PressAsync("保存草稿");

    /// <summary>What the page says of what was typed: saved or not.</summary>
    public Task<string> SavedAsync() => Page.Locator(Selectors.Saved).InnerTextAsync();

    /// <summary>Tabs to 项目期 and replaces what stands there.</summary>
    public async Task TypePeriodByKeyboardAsync(string period)
    {
        await Page.TabToAsync(Field(Labels.ProjectPeriod));
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(period);
    }

    /// <summary>Tabs on to the button of these words behind the sheet, and presses it.</summary>
    public async Task PressByKeyboardAsync(string words)
    {
        await Page.TabToAsync(Page.GetByRole(AriaRole.Button, Exactly(words)).Last);
        await Person.GoOnAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    public async Task<CheckPage> CheckAsync()
    {
        await PressAsync("检查并送审");
        return new CheckPage(Person);
    }

    /// <summary>The opinion with which the form came back.</summary>
    public Task<string> OpinionAsync() => Page.Locator(Selectors.Returned).InnerTextAsync();

    /// <summary>What the page says to be wrong at its fields; warnings are not asked for.</summary>
    public Task<IReadOnlyList<string>> MessagesAsync() => Page.Locator(Selectors.Message).AllTextContentsAsync();

    /// <summary>Whether the place that the address names, or on which the hand is, is on the screen.</summary>
    public async Task<bool> ShowsItsTargetAsync() =>
        await Page.Locator(Selectors.Target).First.EvaluateAsync<bool>(
            "(one) => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= document.documentElement.clientHeight; }");

    /// <summary>The texts that are taller or, in a single line, wider than their fields.</summary>
    public async Task<IReadOnlyList<string>> ClippedTextsAsync() => await Page.EvaluateAsync<string[]>(
        """
        () => Array.from(document.querySelectorAll("textarea, input:not([type]), input[type=text]"))
          .filter((one) => one.checkVisibility() && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth))
          .map((one) => `${one.scrollWidth} × ${one.scrollHeight} > ${one.clientWidth} × ${one.clientHeight}: ${one.value}`)
        """);

    /// <summary>Opens all that is folded: fields of 填写说明, reasons of 不涉及.</summary>
    public Task UnfoldAsync() => Page.EvaluateAsync("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })");

    public async Task<bool> RailIsUnderTheSheetAsync()
    {
        var sheet = await Page.Locator(Selectors.Sheet).BoundingBoxAsync();
        var rail = await Page.Locator(Selectors.Rail).BoundingBoxAsync();
        return rail!.Y >= sheet!.Y + sheet.Height && rail.X < sheet.X + sheet.Width;
    }

    private ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    private ILocator FundsField(FundsLineTemplate line) => Field($"{line.Label.TrimEnd('：')}（{County.Template.MoneyUnit}）");

    private ILocator RowField(string group, string column, int? number) =>
        Field(number is null ? $"{group} {column}" : $"{group}第 {number} 行 {column}");

    private static class Selectors
    {
        public const string Returned = ".returned";
        public const string Message = ".sheet .msg:not(.w)";
        public const string Focused = ":focus";
        public const string Target = ":target, :focus";
        public const string Sheet = ".sheet";
        public const string Group = "td.group";
        public const string Rail = ".rail";
        public const string Saved = "#saved";
        public const string Pasting = "dialog.pasting";
    }
}
