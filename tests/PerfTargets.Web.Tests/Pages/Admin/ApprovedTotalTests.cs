using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Pages.Admin;

public sealed class ApprovedTotalTests
{
    [Theory, EachDatabase]
    public async Task A_department_s_total_is_entered_changed_and_taken_back(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var (page, browser, county) = await OpenAsync(app);

        var entered = await browser.SubmitAndFollowAsync(page, "保存", (FieldOf(county), "１,２３０.５"));
        Assert.Equal($"{county.Year} 年度的核定总额已保存。", entered.Note);
        Assert.Equal("1230.50", entered.Find("#" + FieldOf(county)).GetAttribute("value"));
        Assert.Equal([1_230_500_000], await StoredAsync(app));

        var changed = await browser.SubmitAndFollowAsync(entered, "保存", (FieldOf(county), "1000"));
        Assert.Equal([1_000_000_000], await StoredAsync(app));

        await browser.SubmitAndFollowAsync(changed, "保存", (FieldOf(county), ""));
        Assert.Empty(await StoredAsync(app));
    }

    [Fact]
    public async Task What_is_no_amount_is_refused_at_its_field_and_stays_there()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        var (page, browser, county) = await OpenAsync(app);

        var refused = await browser.SubmitAsync(page, "保存", (FieldOf(county), "约一千万"));
        var negative = await browser.SubmitAsync(page, "保存", (FieldOf(county), "-1"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([$"{county.Department.Name}：“约一千万”不是有效的金额，应为以万元为单位的数字，请改正"], refused.Problems);
        Assert.Equal("约一千万", refused.Find("#" + FieldOf(county)).GetAttribute("value"));
        Assert.Equal([$"{county.Department.Name}：核定总额不能小于 0，请改正"], negative.Problems);
        Assert.Empty(await StoredAsync(app));
    }

    [Theory, EachDatabase]
    public async Task The_second_of_two_administrators_is_told_what_the_first_has_saved(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var (page, browser, county) = await OpenAsync(app);
        await browser.SubmitAndFollowAsync(page, "保存", (FieldOf(county), "100"));

        var told = await browser.SubmitAsync(page, "保存", (FieldOf(county), "200"));
        await browser.SubmitAndFollowAsync(told, "保存");

        Assert.StartsWith($"这条记录在您打开之后已被修改，现在是：{county.Department.Name}“100.00”。", Assert.Single(told.Problems), StringComparison.Ordinal);
        Assert.Equal([200_000_000], await StoredAsync(app));
    }

    [Fact]
    public async Task A_year_that_is_not_there_is_not_found()
    {
        var (_, browser, _) = await OpenAsync(await TestApp.SharedAsync(DatabaseProvider.Sqlite));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/admin/years/2001/totals")).Status);
    }

    private static string FieldOf(TestCounty county) => $"total-{county.Department.Id:N}";

    private static async Task<(TestPage Page, TestBrowser Browser, TestCounty County)> OpenAsync(TestApp app)
    {
        var county = await TestCounty.CreateAsync(app);
        var browser = await county.BrowserOfAsync(county.Administrator);
        return (await browser.OpenAsync($"/admin/years/{county.Year}/totals"), browser, county);
    }

    private static Task<List<long>> StoredAsync(TestApp app) =>
        app.WithAsync<PerfTargetsDbContext, List<long>>(db => db.ApprovedTotals.Select(total => total.Fen).ToListAsync());
}
