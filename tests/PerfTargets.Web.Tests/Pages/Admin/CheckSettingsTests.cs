using System.Net;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Pages.Admin;

public sealed class CheckSettingsTests
{
    private const string Placeholders = "words-C4-placeholders";

    [Fact]
    public async Task Every_check_of_the_catalogue_stands_there_with_explanation_example_and_switch()
    {
        var (page, _, _) = await OpenAsync(await TestApp.SharedAsync(DatabaseProvider.Sqlite));

        Assert.All(FormChecks.Catalogue, check =>
        {
            var entry = page.Find("#check-" + check.Code).TextContent;
            Assert.Contains(check.Title, entry, StringComparison.Ordinal);
            Assert.Contains(check.Explanation, entry, StringComparison.Ordinal);
            Assert.Contains(check.Example, entry, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector($"select[name='level-{check.Code}'] option[value='off']"));
        });
    }

    [Theory, EachDatabase]
    public async Task Levels_words_and_switches_hold_for_the_year_as_its_next_revision(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var (page, browser, county) = await OpenAsync(app);

        var saved = await browser.SubmitAndFollowAsync(page, "保存", ("level-K2", "W"), ("level-C3", "off"), (Placeholders, "另行通知\r\n 待定 \r\n\r\n待定"));

        Assert.Equal($"{county.Year} 年度的校验设置已保存，现在是第 2 版。", saved.Note);
        var template = await TemplateAsync(app, county);
        Assert.Equal(2, template.Revision);
        Assert.Equal(["C3", "C4", "K2"], template.Checks.Keys.Order());
        Assert.Equal(["另行通知", "待定"], template.Checks["C4"].Words!["placeholders"]);
        Assert.True(new CompleteRows().IsOff(template));
        Assert.Equal("W", saved.Find("select[name='level-K2'] option[selected]").GetAttribute("value"));
        Assert.Equal("另行通知\n待定", saved.Find("#" + Placeholders).TextContent.Trim());
    }

    [Theory, EachDatabase]
    public async Task What_is_set_back_to_the_default_follows_the_program_again(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var (page, browser, county) = await OpenAsync(app);

        var changed = await browser.SubmitAndFollowAsync(page, "保存", ("level-K2", "W"), (Placeholders, "另行通知"));
        await browser.SubmitAndFollowAsync(changed, "保存", ("level-K2", ""), (Placeholders, ""));

        var template = await TemplateAsync(app, county);
        Assert.Empty(template.Checks);
        Assert.Equal(3, template.Revision);
    }

    [Fact]
    public async Task Saving_what_is_already_so_makes_no_revision()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        var (page, browser, county) = await OpenAsync(app);

        await browser.SubmitAndFollowAsync(page, "保存", ("level-K2", "E"));

        Assert.Equal(1, (await TemplateAsync(app, county)).Revision);
    }

    [Fact]
    public async Task The_layout_of_the_form_is_not_touched()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        var (page, browser, county) = await OpenAsync(app);
        var before = await TemplateAsync(app, county);

        await browser.SubmitAndFollowAsync(page, "保存", ("level-K2", "W"));

        var after = await TemplateAsync(app, county);
        Assert.Equal(before.Groups, after.Groups);
        Assert.Equal((before.Title, before.Labels, before.Limits, before.Print), (after.Title, after.Labels, after.Limits, after.Print));
        Assert.Equal(before.RequirementLabels, after.RequirementLabels);
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_at_its_field_and_stays_there()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        var (page, browser, county) = await OpenAsync(app);
        var sentence = new string('长', CheckSettingsInput.LongestWord + 1);

        var refused = await browser.SubmitAsync(page, "保存", ("level-K2", "W"), (Placeholders, sentence));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("C4“占位符”的每个词最多 40 个字", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Equal(sentence, refused.Find("#" + Placeholders).TextContent.Trim());
        Assert.NotNull(refused.Find("#check-C4 details").GetAttribute("open"));
        Assert.Equal("W", refused.Find("select[name='level-K2'] option[selected]").GetAttribute("value"));
        Assert.Empty((await TemplateAsync(app, county)).Checks);
    }

    [Theory, EachDatabase]
    public async Task The_second_of_two_administrators_is_told_what_the_first_has_saved(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var (page, browser, county) = await OpenAsync(app);
        await browser.SubmitAndFollowAsync(page, "保存", ("level-K2", "W"));

        var told = await browser.SubmitAsync(page, "保存", ("level-C3", "off"));
        var saved = await browser.SubmitAndFollowAsync(told, "保存");

        Assert.StartsWith("这条记录在您打开之后已被修改，现在是：校验设置“第 2 版”。", Assert.Single(told.Problems), StringComparison.Ordinal);
        Assert.Equal($"{county.Year} 年度的校验设置已保存，现在是第 3 版。", saved.Note);
        Assert.Equal(["C3"], (await TemplateAsync(app, county)).Checks.Keys);
    }

    [Fact]
    public async Task The_page_tells_what_only_an_administrator_can_mend()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        var (_, browser, county) = await OpenAsync(app);
        await app.WithAsync<PerfTargetsDbContext, int>(async db =>
        {
            (await db.Organisations.SingleAsync(one => one.Id == county.Department.Id)).Code = null;
            return await db.SaveChangesAsync();
        });

        var page = await browser.OpenAsync($"/admin/years/{county.Year}/checks");

        Assert.Contains($"还没有预算编码的主管部门：{county.Department.Name}", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_is_not_there_is_not_found()
    {
        var (_, browser, _) = await OpenAsync(await TestApp.SharedAsync(DatabaseProvider.Sqlite));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/admin/years/2001/checks")).Status);
    }

    private static async Task<(TestPage Page, TestBrowser Browser, TestCounty County)> OpenAsync(TestApp app)
    {
        var county = await TestCounty.CreateAsync(app);
        var browser = await county.BrowserOfAsync(county.Administrator);
        return (await browser.OpenAsync($"/admin/years/{county.Year}/checks"), browser, county);
    }

    private static async Task<FormTemplate> TemplateAsync(TestApp app, TestCounty county) =>
        (await app.WithAsync<PerfTargetsDbContext, BudgetYear>(db => db.Years.AsNoTracking().SingleAsync(year => year.Year == county.Year))).Template;
}
