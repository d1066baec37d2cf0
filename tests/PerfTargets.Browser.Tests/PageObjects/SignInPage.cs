using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>登录.</summary>
public sealed class SignInPage(Person person) : SitePage(person)
{
    public async Task<SignInPage> OpenAsync()
    {
        await Person.OpenAsync("/sign-in");
        return this;
    }

    /// <param name="isShared">公用电脑 is ticked.</param>
    public async Task<WorkbenchPage> SignInAsync(string account, string? password = null, bool isShared = false)
    {
        if (isShared)
            await Page.GetByLabel(Selectors.Shared).CheckAsync();
        await Page.GetByLabel(Selectors.UserName).FillAsync(account);
        await Page.GetByLabel(Selectors.Password).FillAsync(password ?? County.Password);
        await PressAsync("登录");
        return new WorkbenchPage(Person);
    }

    /// <summary>Signs in without a mouse, from where the hand is.</summary>
    public async Task<WorkbenchPage> SignInByKeyboardAsync(string account)
    {
        // The browser puts the hand there once it has drawn the page.
        await Page.Locator("#UserName:focus").WaitForAsync();
        await Page.Keyboard.TypeAsync(account);
        await Page.TabToAsync(Page.GetByLabel(Selectors.Password));
        await Page.Keyboard.TypeAsync(County.Password);
        await Person.GoOnAsync(() => Page.Keyboard.PressAsync("Enter"));
        return new WorkbenchPage(Person);
    }

    private static class Selectors
    {
        public const string UserName = "用户名";
        public const string Password = "密码";
        public const string Shared = "公用电脑";
    }
}
