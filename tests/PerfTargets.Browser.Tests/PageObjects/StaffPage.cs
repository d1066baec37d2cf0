using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>The administrator's page of one account.</summary>
public sealed class StaffPage(Person person) : SitePage(person)
{
    public async Task<StaffPage> OpenNewAsync()
    {
        await Person.OpenAsync("/admin/staff/new");
        return this;
    }

    /// <returns>The one-time password, which is shown this once.</returns>
    public async Task<string> CreateAsync(string name, string userName, string organisation, string role)
    {
        await Page.GetByLabel("姓名").FillAsync(name);
        await Page.GetByLabel("用户名").FillAsync(userName);
        await Page.GetByLabel("单位", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = organisation });
        await Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = role }).CheckAsync();
        await PressAsync("新建并生成一次性密码");
        return await Page.Locator(Selectors.Secret).InnerTextAsync();
    }

    private static class Selectors
    {
        public const string Secret = ".secret";
    }
}
