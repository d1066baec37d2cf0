using Microsoft.Playwright;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests.PageObjects;

/// <summary>批复: several forms under one document number and date.</summary>
public sealed class ApprovalsPage(Person person) : SitePage(person)
{
    public async Task<ApprovalsPage> OpenAsync()
    {
        await PressAsync("批复");
        return this;
    }

    public async Task ApproveAsync(string project, string document, DateOnly date)
    {
        await Page.GetByRole(AriaRole.Checkbox, Exactly("选择 " + project)).CheckAsync();
        await Page.GetByLabel("批复文号", new PageGetByLabelOptions { Exact = true }).FillAsync(document);
        await Page.GetByLabel("批复日期", new PageGetByLabelOptions { Exact = true }).FillAsync(date.ToString("yyyy-MM-dd", null));
        await PressAsync("批复所选目标表");
    }
}
