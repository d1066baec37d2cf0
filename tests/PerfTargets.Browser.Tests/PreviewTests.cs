using System.Collections.Concurrent;
using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;
using PerfTargets.Documents;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Browser.Tests;

/// <summary>The official table as it will print, and going away from the editor.</summary>
public sealed class PreviewTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly FormContent Content = County.SeedContents[1];

    private readonly ConcurrentQueue<string> _questions = new();

    private Person _clerk = null!;
    private EditPage _edit = null!;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_preview_is_the_printed_table_of_what_was_typed_and_saved(bool javaScript)
    {
        await OpenAsync(javaScript);
        await _edit.TypeGoalAsync("预览前写下的总体目标。");

        await _clerk.GoOnAsync(() => new SheetPage(_clerk).Button("预览").ClickAsync());

        var printed = TableGrid.From(OfficialTableMapper.Of(Content with { OverallGoal = "预览前写下的总体目标。" }, County.Template, County.Year));
        Assert.Equal(printed.Cells.Select(cell => Plain(cell.Text)), (await _clerk.Page.Locator("table.official th, table.official td").AllTextContentsAsync()).Select(Plain));
        await _clerk.HasNoAxeViolationAsync();
    }

    /// <summary>退出 saves first: <see cref="LeavingTests"/>.</summary>
    [Fact]
    public async Task Going_away_with_unsaved_text_asks()
    {
        await OpenAsync(javaScript: true);
        await _clerk.Page.Clock.InstallAsync();
        await _clerk.Page.ReloadAsync();
        Listen();

        await new SheetPage(_clerk).Goal.PressAsync("End");
        await _clerk.Page.Keyboard.TypeAsync("还没有保存");
        await _clerk.GoOnAsync(() => Way("目标表").ClickAsync());

        Assert.Single(_questions);
    }

    [Theory]
    [InlineData("目标表", false)]
    [InlineData("目标表", true)]
    [InlineData("退出", true)]
    public async Task Going_away_with_nothing_unsaved_does_not(string way, bool hasSaved)
    {
        await OpenAsync(javaScript: true);
        Listen();
        if (hasSaved)
        {
            await new SheetPage(_clerk).Goal.PressAsync("End");
            await _clerk.Page.Keyboard.TypeAsync("已经保存");
            await _edit.SaysAsync("✓ 已保存");
        }

        await _clerk.GoOnAsync(() => Way(way).ClickAsync());

        Assert.Empty(_questions);
    }

    private async Task OpenAsync(bool javaScript)
    {
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        _clerk = await PersonAsync(county, javaScript);
        await (await new SignInPage(_clerk).OpenAsync()).SignInAsync(Account.Clerk);
        _edit = await new EditPage(_clerk).OpenAsync(await county.FormIdAsync(Content.ProjectName));
    }

    /// <summary>Goes all the same, whatever is asked.</summary>
    private void Listen() => _clerk.Page.Dialog += (_, dialog) =>
    {
        _questions.Enqueue(dialog.Type);
        _ = dialog.AcceptAsync();
    };

    private ILocator Way(string words) => _clerk.Page.Locator("header").GetByText(words, new() { Exact = true }).First;

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
