using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

namespace PerfTargets.Browser.Tests;

/// <summary>From signing in to 送审 with nothing but keys.</summary>
public sealed class KeyboardJourneyTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Quantity = "数量指标";
    private static readonly FormContent Form = County.SeedContents[1];

    private Person _clerk = null!;

    private IKeyboard Keys => _clerk.Page.Keyboard;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_is_begun_filled_in_and_sent_up_by_keys_alone(bool javaScript)
    {
        var county = await OwnCountyAsync(County.BeforeAnyFormAsync);
        _clerk = await PersonAsync(county, javaScript);
        await (await new SignInPage(_clerk).OpenAsync()).SignInByKeyboardAsync(Account.Clerk);
        await PressAsync(Link("新建目标表"));
        await ChooseAsync(Form.ProjectName);
        await PressAsync(Button("开始填报"));

        await FillInHeadAsync();
        await FillInRowsAsync();
        if (javaScript)
            await ChangeRowsByKeysAsync();
        await PressAsync(Button("检查并送审").Last);
        Assert.Empty(await new CheckPage(_clerk).ErrorsAsync());
        await PressAsync(_clerk.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^送审") }).First);

        Assert.Equal("待单位审核", await new DetailsPage(_clerk).StatusAsync());
        Assert.Equal([FormEventKind.Created, FormEventKind.Submitted], await county.EventsAsync(Form.ProjectName));
        Assert.Equal(Form.Indicators.Select(row => (row.GroupKey, row.Name, row.Value)), await StoredAsync(county));
    }

    private async Task FillInHeadAsync()
    {
        var labels = County.Template.Labels;
        await TypeAsync(labels.ProjectName, Form.ProjectName);
        await _clerk.Page.TabToAsync(Field(labels.ProjectAttribute));
        while (await Field(labels.ProjectAttribute).InputValueAsync() != Form.ProjectAttribute)
            await Keys.PressAsync("ArrowDown");
        await TypeAsync(labels.ProjectPeriod, Form.ProjectPeriod);
        foreach (var line in County.Template.Funds)
            await TypeAsync($"{line.Label.TrimEnd('：')}（{County.Template.MoneyUnit}）", Form.FundsOf(line.Key).Text);
        await TypeAsync(labels.OverallGoal, Form.OverallGoal);
    }

    private async Task FillInRowsAsync()
    {
        foreach (var group in County.Template.Groups)
        {
            var row = Form.RowsOf(group.Key).Single();
            await TypeAsync($"{group.Label} {County.Template.Labels.LevelThree}", row.Name);
            await TypeAsync($"{group.Label} {County.Template.Labels.TargetValue}", row.Value);
        }
    }

    /// <summary>A row is added above, filled in, moved, deleted; the form is as it was.</summary>
    private async Task ChangeRowsByKeysAsync()
    {
        var (name, sheet) = (Form.RowsOf("output.quantity").Single().Name, new SheetPage(_clerk));
        await BackToAsync(Field(Quantity + " 三级指标"));
        await Keys.PressAsync("Control+Enter");
        await Keys.InsertTextAsync("多填的一行");
        await Keys.PressAsync("Control+ArrowUp");
        Assert.Equal(["多填的一行", name], await sheet.NamesAsync(Quantity));
        await Keys.PressAsync("Alt+Delete");
        Assert.Equal([name], await sheet.NamesAsync(Quantity));
    }

    private async Task ChooseAsync(string project)
    {
        var choice = _clerk.Page.GetByRole(AriaRole.Radio, new() { Name = project });
        await _clerk.Page.TabToAsync(_clerk.Page.GetByRole(AriaRole.Radio).First);
        while (!await choice.EvaluateAsync<bool>("(one) => one === document.activeElement"))
            await Keys.PressAsync("ArrowDown");
        await Keys.PressAsync("Space");
    }

    private async Task TypeAsync(string label, string text)
    {
        await _clerk.Page.TabToAsync(Field(label));
        await Keys.PressAsync("Control+A");
        await Keys.InsertTextAsync(text);
    }

    private async Task PressAsync(ILocator target)
    {
        await _clerk.Page.TabToAsync(target);
        await _clerk.GoOnAsync(() => Keys.PressAsync("Enter"));
    }

    private async Task BackToAsync(ILocator target)
    {
        while (!await target.EvaluateAsync<bool>("(one) => one === document.activeElement"))
            await Keys.PressAsync("Shift+Tab");
    }

    private static async Task<IEnumerable<(string Group, string Name, string Value)>> StoredAsync(County county)
    {
        var (id, clerk) = (await county.FormIdAsync(Form.ProjectName), await Season.ActorAsync(county, Account.Clerk));
        var form = await county.App.WithAsync<FormService, TargetForm>(async forms => (await forms.FindAsync(id, clerk))!);
        return form.Content.Indicators.Select(row => (row.GroupKey, row.Name, row.Value));
    }

    private ILocator Field(string label) => _clerk.Page.GetByLabel(label, new() { Exact = true });

    private ILocator Button(string name) => _clerk.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private ILocator Link(string name) => _clerk.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First;
}
