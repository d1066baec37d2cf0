using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>核定总额 as the administrator enters it and as the people at the department's forms notice it.</summary>
public sealed class ApprovedTotalWarningTests
{
    [Theory, EachDatabase]
    public async Task The_administrator_is_told_that_X3_cannot_be_judged_and_once_entered_the_form_shows_it_to_clerk_and_reviewer(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var administrator = await scene.County.AddStaffAsync("管理员", scene.County.Department, Role.Administrator);
        var browser = await scene.AsAsync(administrator);
        var field = "total-" + scene.County.Department.Id.ToString("N");

        var page = await browser.OpenAsync($"/admin/years/{scene.County.Year}/totals");
        var before = await scene.EditAsync(id);
        var saved = await browser.SubmitAndFollowAsync(page, "保存", (field, "8"));

        Assert.StartsWith("1 个已有目标表的部门还没有填写核定总额", page.Find(".notice-warn").TextContent, StringComparison.Ordinal);
        Assert.Null(saved.Document.QuerySelector(".notice-warn"));
        Assert.DoesNotContain("核定总额", before.Find(".rail").TextContent, StringComparison.Ordinal);
        foreach (var path in new[] { "edit", "check" })
            Assert.Contains("超过核定总额 8.00", Warnings(await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/{path}")), StringComparison.Ordinal);
        await scene.SendUpAsync(id);
        Assert.Contains("超过核定总额 8.00", Warnings(await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}")), StringComparison.Ordinal);

        static string Warnings(TestKit.Web.TestPage page) => string.Concat(page.Document.QuerySelectorAll(".rail .find li.w").Select(item => item.TextContent));
    }
}
