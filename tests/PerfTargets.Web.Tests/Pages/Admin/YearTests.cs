using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Pages.Admin;

public sealed class YearTests
{
    [Theory, EachDatabase]
    public async Task A_year_is_set_up_with_dates_as_people_write_them(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var saved = await browser.SubmitAndFollowAsync(await browser.OpenAsync("/admin/years/new"), "保存", ("Input.Year", "2028"),
            ("Input.Deadline", "2028年2月10日"), ("Input.ClosesToBureaus", "2028/2/15"), ("Input.ClosesToReviewers", "２０２８－３－１"),
            ("Input.Template", "mof-2021"), ("Input.DepartmentReview", null));

        Assert.Equal("2028 年度已设立。", saved.Note);
        var year = await app.WithAsync<PerfTargetsDbContext, BudgetYear>(db => db.Years.SingleAsync(one => one.Year == 2028));
        Assert.Equal((new DateOnly(2028, 2, 10), new DateOnly(2028, 2, 15), new DateOnly(2028, 3, 1)), (year.Deadline, year.ClosesToBureaus, year.ClosesToReviewers));
        Assert.Equal((true, false, true, true), (year.UnitReview, year.DepartmentReview, year.PerformanceReview, year.ResubmitToReturningStep));
        Assert.Equal("mof-2021", year.TemplateKey);
    }

    [Theory, EachDatabase]
    public async Task Illogical_dates_and_a_year_that_exists_are_refused(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var page = await browser.OpenAsync("/admin/years/new");

        var illogical = await browser.SubmitAsync(page, "保存", ("Input.Year", "二〇二八"), ("Input.Deadline", "2028-02-30"),
            ("Input.ClosesToBureaus", "2028-03-15"), ("Input.ClosesToReviewers", "2028-03-01"));
        var twice = await browser.SubmitAsync(page, "保存", ("Input.Year", $"{county.Year}"), ("Input.Deadline", "2028-02-10"),
            ("Input.ClosesToBureaus", "2028-02-15"), ("Input.ClosesToReviewers", "2028-03-01"), ("Input.Template", "mof-2021"));

        Assert.Equal(
            ["请填写预算年度，2000 到 2100 之间的四位数字，如 2027", "“2028-02-30”不是有效的日期，请写成 2027-02-10 这样", "关闭审核日期不能早于关闭填报日期", "请选择目标表模板"],
            illogical.Problems);
        Assert.Equal("2028-02-30", illogical.Find("#Deadline").GetAttribute("value"));
        Assert.Equal([$"{county.Year} 年度已经设立，请到年度列表修改"], twice.Problems);
    }

    [Theory, EachDatabase]
    public async Task Dates_and_route_can_be_changed(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var saved = await browser.SubmitAndFollowAsync(await browser.OpenAsync($"/admin/years/{county.Year}"), "保存",
            ("Input.ClosesToReviewers", "2099-12-31"), ("Input.UnitReview", null));

        Assert.Equal($"{county.Year} 年度已保存。", saved.Note);
        Assert.Contains("2099-12-31", saved.Body, StringComparison.Ordinal);
        Assert.Contains("主管部门 → 业务股室 → 绩效股", saved.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_is_not_there_is_not_found()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync("/admin/years/2001")).Status);
    }
}
