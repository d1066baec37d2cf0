using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Pdf;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Tests.Forms;
using PageSize = DocumentFormat.OpenXml.Wordprocessing.PageSize;

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
        Assert.Equal(("mof-2021", PageOrientation.Landscape), (year.TemplateKey, year.Template.Print.Orientation));
    }

    [Theory, EachDatabase]
    public async Task A_year_is_printed_upright_or_across_as_was_chosen_while_it_had_no_forms(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var path = $"/admin/years/{county.Year}";
        var before = await TemplateAsync(app, county);

        var wrong = await browser.SubmitAsync(await browser.OpenAsync(path), "保存", ("Input.Orientation", "askew"));
        var saved = await browser.SubmitAndFollowAsync(await browser.OpenAsync(path), "保存", ("Input.Orientation", "portrait"));
        var again = await browser.SubmitAndFollowAsync(await browser.OpenAsync(path), "保存", ("Input.UnitReview", null));

        Assert.Equal(["请选择纸张方向，横向或纵向"], wrong.Problems);
        Assert.Contains("宁夏 2023（成本指标列入产出指标），纵向", saved.Body, StringComparison.Ordinal);
        Assert.Contains("，纵向", again.Body, StringComparison.Ordinal);
        var after = FormTemplate.Parse(await TemplateAsync(app, county));
        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(FormTemplate.Parse(before) with { Print = new(PageOrientation.Portrait) }),
            System.Text.Json.JsonSerializer.Serialize(after));
    }

    [Theory, EachDatabase]
    public async Task Every_output_of_a_year_that_is_printed_upright_is(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        var administrator = await scene.AsAsync(scene.County.Administrator);
        await administrator.SubmitAndFollowAsync(
            await administrator.OpenAsync($"/admin/years/{scene.County.Year}"), "保存", ("Input.Orientation", "portrait"));
        var id = await scene.ApprovedFormAsync("平财发〔2027〕1号");
        var browser = await scene.AsAsync(scene.County.Filler);

        var (pdf, xlsx, docx) = (await FileAsync($"/forms/{id}/pdf"), await FileAsync($"/forms/{id}/xlsx"), await FileAsync($"/forms/{id}/docx"));
        var attachment = await FileAsync($"/forms/attachment?year={scene.County.Year}&department={scene.County.Department.Id}&number=2");
        var preview = await browser.OpenAsync($"/forms/{id}");

        Assert.All(PdfText.Letters(pdf).Concat(PdfText.Letters(attachment)), page => Assert.True(page.Height > page.Width));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        Assert.Equal("portrait", workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.GetFirstChild<PageSetup>()!.Orientation!.InnerText);
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Equal("portrait", document.MainDocumentPart!.Document!.Descendants<PageSize>().Single().Orient!.InnerText);
        Assert.Equal(
            ["5.5%", "11.9%", "28.5%", "31.8%", "22.3%"], preview.Document.QuerySelectorAll("table.official col").Select(column => column.GetAttribute("width")));

        async Task<byte[]> FileAsync(string path) => await (await browser.GetAsync(path)).Response.Content.ReadAsByteArrayAsync();
    }

    [Theory, EachDatabase]
    public async Task A_year_with_forms_keeps_template_and_paper_and_says_so(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        await scene.NewFormAsync();
        using var browser = await scene.County.BrowserOfAsync(scene.County.Administrator);
        var path = $"/admin/years/{scene.County.Year}";

        var page = await browser.OpenAsync(path);
        var dates = await browser.SubmitAndFollowAsync(page, "保存", ("Input.ClosesToReviewers", "2099-12-30"));
        var turned = await browser.SubmitAsync(await browser.OpenAsync(path), "保存", ("Input.Orientation", "portrait"));
        var other = await browser.SubmitAsync(await browser.OpenAsync(path), "保存", ("Input.Template", "mof-2021"));

        Assert.Equal(["横向"], page.Document.QuerySelectorAll("#Orientation option").Select(option => option.TextContent));
        Assert.Equal("年度已有目标表，不能更换", page.Find("#Orientation-hint").TextContent);
        Assert.Equal("年度已有目标表，不能更换", page.Find("#Template-hint").TextContent);
        Assert.Equal($"{scene.County.Year} 年度已保存。", dates.Note);
        Assert.Equal([$"{scene.County.Year} 年度已有目标表，纸张方向不能再更换"], turned.Problems);
        Assert.Equal(["横向"], turned.Document.QuerySelectorAll("#Orientation option").Select(option => option.TextContent));
        Assert.Equal([$"{scene.County.Year} 年度已有目标表，模板不能再更换"], other.Problems);
    }

    private static Task<string> TemplateAsync(TestApp app, TestCounty county) => app.WithAsync<PerfTargetsDbContext, string>(db =>
        db.Years.Where(year => year.Year == county.Year).Select(year => year.TemplateJson).SingleAsync());


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
