using Microsoft.Playwright;

namespace PerfTargets.Browser.Tests.PageObjects;

public static class Keyboard
{
    private const int MostSteps = 200;

    /// <summary>Presses Tab until the focus is there.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await target.EvaluateAsync<bool>("(one) => one === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"{MostSteps} times Tab did not lead to {target}.");
    }
}
