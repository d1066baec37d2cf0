using Microsoft.Playwright;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>
/// Where everything on a page stood when somebody began to type in a field. The rows of the field may grow with it and push down what is below,
/// by no more than the field has grown; everything else stays.
/// </summary>
public sealed class Stillness
{
    private readonly ILocator _field;

    private Stillness(ILocator field) => _field = field;

    public static async Task<Stillness> OfAsync(ILocator field)
    {
        await field.EvaluateAsync(
            """
            (field) => {
              const box = (one) => one.getBoundingClientRect();
              const row = field.closest("tr, li");
              const column = field.closest(".sheet, .rail");
              const spanning = (one) => { const cell = one.closest("td, th, li"); return cell && cell !== one && box(cell).bottom > box(row).top && box(cell).top < box(row).bottom && column.contains(cell); };
              const below = (one) => box(one).top >= box(row).bottom - 1 && (column.contains(one) || column.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && one.parentElement.closest("form") === field.closest("form"));
              window.stillness = {
                height: box(field).height, scroll: scrollY, shifts: [],
                places: Array.from(document.querySelectorAll("header *, main *"))
                  .filter((one) => box(one).height > 0 && !one.contains(field) && !spanning(one))
                  .map((one) => ({ one, left: box(one).left, top: box(one).top, below: below(one) })),
              };
            }
            """);
        return new(field);
    }

    /// <summary>From now on, when the typing is done and seen, there is no shift at all.</summary>
    public Task WatchAsync() => _field.EvaluateAsync(
        """
        async () => {
          const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
          await frame();
          await frame();
          new PerformanceObserver((list) => window.stillness.shifts.push(...list.getEntries())).observe({ type: "layout-shift" });
        }
        """);

    /// <summary>What has moved and should not have.</summary>
    public async Task<IReadOnlyList<string>> MovedAsync() => await _field.EvaluateAsync<string[]>(
        """
        (field) => {
          const { height, scroll, shifts, places } = window.stillness;
          const grown = field.getBoundingClientRect().height - height;
          const moved = places.filter(({ one }) => one.isConnected).map(({ one, left, top, below }) => {
            const box = one.getBoundingClientRect();
            return { one, across: box.left - left, down: box.top - top, most: below ? grown : 0 };
          }).filter(({ across, down, most }) => Math.abs(across) > 0.5 || down < -0.5 || down > most + 0.5);
          return moved.map(({ one, across, down, most }) => `${across}, ${down} of ${most}: ${one.outerHTML.slice(0, 100)}`)
            .concat(scroll === scrollY ? [] : [`the page was scrolled by ${scrollY - scroll}`], shifts.map((shift) => `a shift of ${shift.value}: ${shift.sources.map(({ node }) => node && (node.outerHTML || node.textContent).slice(0, 100))}`));
        }
        """);

    /// <summary>By how much the field has grown, in pixels.</summary>
    public Task<double> GrownAsync() => _field.EvaluateAsync<double>("(field) => field.getBoundingClientRect().height - window.stillness.height");
}
