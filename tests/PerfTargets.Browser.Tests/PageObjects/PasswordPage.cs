using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>修改密码.</summary>
public sealed class PasswordPage(Person person) : SitePage(person)
{
    public async Task ChangeAsync(string present, string next)
    {
        await Page.GetByLabel("现在的密码").FillAsync(present);
        await Page.GetByLabel("新密码", new PageGetByLabelOptions { Exact = true }).FillAsync(next);
        await Page.GetByLabel("再输一遍新密码").FillAsync(next);
        // The link of the same words stands on every page.
        await Person.GoOnAsync(() => Page.GetByRole(AriaRole.Button, Exactly("修改密码")).ClickAsync());
    }
}
