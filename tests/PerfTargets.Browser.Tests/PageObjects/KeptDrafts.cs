using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>Text that the browser keeps because it could not be saved.</summary>
public sealed class KeptDrafts(Person person) : SitePage(person)
{
    /// <summary>Whose and of what: person, form, version and page of each.</summary>
    public Task<string[]> KeysAsync() => Page.EvaluateAsync<string[]>("() => Object.keys(localStorage)");

    /// <summary>Waits until the browser keeps this.</summary>
    public Task<IJSHandle> KeepsAsync(string text) =>
        Page.WaitForFunctionAsync("(text) => Object.values(localStorage).some((one) => one.includes(text))", text);

    /// <summary>As if the browser had been told to forget.</summary>
    public Task LoseAsync() => Page.EvaluateAsync("() => localStorage.clear()");

    /// <summary>Any writing into the storage is an error, whatever comes of it.</summary>
    public Task ForbidAsync() => Page.Context.AddInitScriptAsync(
        """
        const setItem = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
          if (this === localStorage) console.error("kept in the browser: " + key);
          setItem.call(this, key, value);
        };
        """);

    public async Task<string> OfferAsync()
    {
        await Offer.WaitForAsync();
        return await Offer.InnerTextAsync();
    }

    public Task<int> OffersAsync() => Offer.CountAsync();

    /// <summary>Waits until an offer that may have been made is taken back.</summary>
    public Task OffersNothingAsync() => Offer.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });

    public Task TakeAsync() => PressAsync("恢复这些内容");

    /// <summary>Where the form cannot be edited.</summary>
    public Task LookAsync() => PressAsync("查看");

    public async Task DropAsync()
    {
        await Page.GetByRole(AriaRole.Button, Exactly("不要了")).ClickAsync();
        await Offer.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    /// <summary>With two clicks, as people do.</summary>
    public async Task DropTwiceAsync()
    {
        var button = (await Page.GetByRole(AriaRole.Button, Exactly("不要了")).BoundingBoxAsync())!;
        await Page.Mouse.DblClickAsync(button.X + (button.Width / 2), button.Y + (button.Height / 2));
    }

    private ILocator Offer => Page.Locator(Selectors.Notice).Filter(new LocatorFilterOptions { HasText = "填写而没有保存的内容" });

    private static class Selectors
    {
        public const string Notice = ".foot-notices .notice";
    }
}
