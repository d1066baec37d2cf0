using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>What holds on every page.</summary>
public static class Rules
{
    /// <summary>The least width and height of what is pressed, in CSS pixels.</summary>
    private const int LeastTarget = 24;
    private const int MostLinesOfAName = 4;

    private static readonly AxeRunOptions Wcag21 = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>No violation of WCAG 2.1 AA that a machine can find.</summary>
    public static async Task HasNoAxeViolationAsync(this Person person)
    {
        var page = await person.MirrorAsync();
        var result = await page.RunAxe(Wcag21).WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer));
        Assert.True(result.Violations.Length == 0, $"{page.Url}:\n" + string.Join('\n', result.Violations.Select(Describe)));
    }

    /// <summary>Nobody has to scroll sideways to read the page.</summary>
    public static async Task HasNoSidewaysScrollingAsync(this IPage page)
    {
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
              : Array.from(document.querySelectorAll("main *, header *"))
                  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5 && !one.closest(".list-scroll *"))
                  .map((one) => one.outerHTML.slice(0, 120))
                  .concat("page: " + document.documentElement.scrollWidth + " > " + document.documentElement.clientWidth)
            """);
        Assert.True(wide.Length == 0, $"{page.Url} at {page.ViewportSize!.Width} px:\n" + string.Join('\n', wide));
    }

    /// <summary>No cell has slipped out of its table, and no two of one row lie on each other.</summary>
    public static async Task HasWholeTablesAsync(this IPage page)
    {
        var astray = await page.EvaluateAsync<string[]>(
            """
            () => Array.from(document.querySelectorAll("td, th"))
              .filter((cell) => cell.getBoundingClientRect().width > 0 && !cell.closest(".visually-hidden"))
              .filter((cell) => {
                const [box, table] = [cell.getBoundingClientRect(), cell.closest("table").getBoundingClientRect()];
                const next = cell.nextElementSibling && cell.nextElementSibling.getBoundingClientRect();
                return getComputedStyle(cell).display !== "table-cell" || box.left < table.left - 1.5 || box.right > table.right + 1.5
                  || box.top < table.top - 1.5 || box.bottom > table.bottom + 1.5 || (next && next.width > 0 && next.left < box.right - 1.5);
              })
              .map((cell) => cell.outerHTML.slice(0, 120))
            """);
        Assert.True(astray.Length == 0, $"{page.Url} at {page.ViewportSize!.Width} px:\n" + string.Join('\n', astray));
    }

    /// <summary>What is pressed is large enough to be hit; links within sentences are as large as their words.</summary>
    public static async Task HasLargeTargetsAsync(this IPage page)
    {
        var small = await page.EvaluateAsync<string[]>(
            """
            (least) => Array.from(document.querySelectorAll("button, summary, select, textarea, a.btn, a.tile, nav a, input:not([type=hidden])"))
              .map((one) => (one.type === "checkbox" || one.type === "radio") && one.labels.length > 0 ? one.labels[0] : one)
              .map((one) => [one, one.getBoundingClientRect()])
              .filter(([one, box]) => box.width > 0 && one.checkVisibility() && !one.closest(".visually-hidden, .crumb"))
              .filter(([one, box]) => box.width < least - 0.01 || box.height < least - 0.01)
              .map(([one, box]) => Math.round(box.width) + "×" + Math.round(box.height) + " " + one.outerHTML.slice(0, 120))
            """,
            LeastTarget);
        Assert.True(small.Length == 0, $"{page.Url}:\n" + string.Join('\n', small));
    }

    /// <summary>What a row of a list is about stands on a few lines, however narrow the window.</summary>
    public static async Task HasRoomForNamesAsync(this IPage page)
    {
        var tall = await page.EvaluateAsync<string[]>(
            """
            (most) => Array.from(document.querySelectorAll("table.list tbody th > a:first-child"))
              .map((one) => [one, Math.round(one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight))])
              .filter(([one, lines]) => lines > most)
              .map(([one, lines]) => lines + " lines: " + one.textContent)
            """,
            MostLinesOfAName);
        Assert.True(tall.Length == 0, $"{page.Url}:\n" + string.Join('\n', tall));
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n" + string.Join('\n', violation.Nodes.Select(node => $"    {node.Target}: {node.Html}"));
}
