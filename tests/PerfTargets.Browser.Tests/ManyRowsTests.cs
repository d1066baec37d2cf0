using System.Text.Json;
using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>500 rows stay as fluid as 30: what the page reads and changes on a key does not grow with the rows. The clock stands still, so that no pause is counted.</summary>
public sealed class ManyRowsTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Cost = "成本指标";
    private static readonly string Project = County.SeedContents[1].ProjectName;

    /// <summary>Texts read, elements found by selectors, whole forms gathered, nodes changed.</summary>
    private sealed record Work(int Read, int Found, int Gathered, int Changed);

    [Theory]
    [InlineData("value", "1")]
    [InlineData("value", "字")]
    [InlineData("name", "字")]
    [InlineData("goal", "字")]
    [InlineData("funds", "1")]
    public async Task A_key_costs_the_same_with_500_rows_as_with_30(string which, string key)
    {
        var (few, many) = (await CostOfKeyAsync(30, which, key), await CostOfKeyAsync(480, which, key));

        Assert.Equal(few, many);
        Assert.InRange(many.Changed, 1, 20);
    }

    [Fact]
    public async Task A_block_of_eight_times_as_many_rows_costs_no_more_for_each()
    {
        var (few, many) = (await CostOfPasteAsync(50), await CostOfPasteAsync(400));

        Assert.InRange((double)many.Changed / few.Changed, 1, 9);
        Assert.InRange((double)many.Read / few.Read, 1, 9);
        Assert.InRange((double)many.Found / few.Found, 1, 9);
    }

    private async Task<Work> CostOfKeyAsync(int rows, string which, string key)
    {
        var (clerk, sheet) = await SheetAsync(rows);
        var field = which switch { "value" => sheet.Value(Cost, rows / 2), "name" => sheet.Name(Cost, rows / 2), "funds" => sheet.Funds("total"), _ => sheet.Goal };
        await field.FocusAsync();
        await clerk.Page.Keyboard.PressAsync("End");
        // The first one changes what is said of saving.
        await clerk.Page.Keyboard.TypeAsync(key);
        return await CountAsync(clerk, () => clerk.Page.Keyboard.TypeAsync(key));
    }

    private async Task<Work> CostOfPasteAsync(int rows)
    {
        var (clerk, _) = await SheetAsync(1);
        var edit = new EditPage(clerk);
        await edit.PasteAsync(Cost, null, string.Concat(Enumerable.Range(1, rows).Select(number => $"第 {number} 项\t0.01 万元\n")));
        return await CountAsync(clerk, () => edit.AnswerAsync("粘贴"));
    }

    /// <summary>Counts from the key or the click to the change of the page; the recorder of traces reads the page too, before and after.</summary>
    private static async Task<Work> CountAsync(Person clerk, Func<Task> act)
    {
        await clerk.Page.EvaluateAsync(
            """
            () => {
              let work = { read: 0, found: 0, gathered: 0, changed: 0 };
              for (const start of ["beforeinput", "click"]) addEventListener(start, () => { work = { read: 0, found: 0, gathered: 0, changed: 0 }; }, true);
              const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
              Object.defineProperty(HTMLTextAreaElement.prototype, "value", { ...value, get() { work.read++; return value.get.call(this); } });
              for (const kind of [Document, DocumentFragment, Element]) {
                const all = kind.prototype.querySelectorAll;
                kind.prototype.querySelectorAll = function (selector) { const found = all.call(this, selector); work.found += found.length; return found; };
              }
              const Gathered = window.FormData;
              window.FormData = function (form) { work.gathered++; return new Gathered(form); };
              const seen = (changes) => { work.changed += changes.length; window.work = { ...work }; };
              new MutationObserver(seen).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            }
            """);
        await act();
        var work = await clerk.Page.EvaluateAsync<JsonElement>("() => window.work");
        int Of(string name) => work.GetProperty(name).GetInt32();
        return new Work(Of("read"), Of("found"), Of("gathered"), Of("changed"));
    }

    private async Task<(Person Clerk, SheetPage Sheet)> SheetAsync(int rows)
    {
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        await county.SaveRowsAsync(Project, "output.cost", Enumerable.Range(1, rows).Select(number => ($"第 {number} 项支出", "0.01 万元")));
        var clerk = await PersonAsync(county);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        await clerk.Page.Clock.InstallAsync(new ClockInstallOptions { TimeDate = County.Morning.UtcDateTime });
        await new EditPage(clerk).OpenAsync(await county.FormIdAsync(Project));
        await clerk.Page.Clock.PauseAtAsync(County.Morning.UtcDateTime.AddHours(1));
        return (clerk, new SheetPage(clerk));
    }
}
