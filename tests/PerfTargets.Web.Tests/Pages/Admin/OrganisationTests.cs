using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Pages.Admin;

public sealed class OrganisationTests
{
    [Theory, EachDatabase]
    public async Task A_unit_is_made_under_its_department_and_shown_there(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var name = $"监察大队{county.Mark}";

        var saved = await browser.SubmitAndFollowAsync(await browser.OpenAsync("/admin/organisations/new"), "保存", ("Input.Kind", "Unit"),
            ("Input.Name", name), ("Input.Code", $" N{county.Mark} "), ("Input.ParentId", county.Department.Id.ToString()));

        Assert.Equal($"“{name}”已保存。", saved.Note);
        var rows = saved.Document.QuerySelectorAll("tbody th").Select(cell => (cell.ClassName, Name: cell.TextContent.Trim())).ToList();
        Assert.Equal("depth-1", rows.Single(row => row.Name == name).ClassName);
        Assert.True(rows.FindIndex(row => row.Name == name) > rows.FindIndex(row => row.Name == county.Department.Name));
        Assert.Equal($"N{county.Mark}", (await FindAsync(app, name))?.Code);
    }

    [Theory, EachDatabase]
    public async Task Codes_names_and_places_that_cannot_be_are_refused(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var page = await browser.OpenAsync("/admin/organisations/new");

        Assert.Equal(["请选择类型", "请填写名称"], (await browser.SubmitAsync(page, "保存")).Problems);
        Assert.Equal([$"预算编码 {county.Unit.Code} 已由“{county.Unit.Name}”使用"], await ProblemsAsync(("Input.Kind", "Department"), ("Input.Name", "新局"), ("Input.Code", county.Unit.Code)));
        Assert.Equal([$"已有名为“{county.Department.Name}”的单位"], await ProblemsAsync(("Input.Kind", "Department"), ("Input.Name", county.Department.Name)));
        Assert.Equal(["请选择这个单位的主管部门"], await ProblemsAsync(("Input.Kind", "Unit"), ("Input.Name", "新单位")));
        Assert.Equal(["请选择一个主管部门作为上级"], await ProblemsAsync(("Input.Kind", "Unit"), ("Input.Name", "新单位"), ("Input.ParentId", county.FinanceOffice.Id.ToString())));
        Assert.Equal(["请选择财政局的一个股室"], await ProblemsAsync(("Input.Kind", "Department"), ("Input.Name", "新局"), ("Input.SectionId", county.Unit.Id.ToString())));
        Assert.Equal(["名称最多 100 个字，现在有 101 个字，请删减"], await ProblemsAsync(("Input.Kind", "Department"), ("Input.Name", new string('局', 101))));
        Assert.Equal(["名称含有不可见的空字符（U+0000），无法保存，请删去后重新填写"], await ProblemsAsync(("Input.Kind", "Department"), ("Input.Name", "新\0局")));

        async Task<IReadOnlyList<string>> ProblemsAsync(params (string, string?)[] values) => (await browser.SubmitAsync(page, "保存", values)).Problems;
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_deleted_or_turned_into_something_else_while_anything_hangs_on_it(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var department = await browser.OpenAsync($"/admin/organisations/{county.Department.Id}");
        var deleted = await browser.SubmitAsync(department, "删除单位");
        var turned = await browser.SubmitAsync(department, "保存", ("Input.Kind", "FinanceOffice"), ("Input.SectionId", ""));
        var section = await browser.SubmitAsync(await browser.OpenAsync($"/admin/organisations/{county.Section.Id}"), "删除单位");

        Assert.Equal([$"“{county.Department.Name}”还有下属单位或股室，不能删除。"], deleted.Problems);
        Assert.Equal(county.Department.Name, deleted.Find("#Name").GetAttribute("value"));
        Assert.Equal([$"“{county.Department.Name}”还有下属单位或股室，类型不能改变"], turned.Problems);
        Assert.Equal([$"“{county.Section.Name}”还有由它负责审核的部门，不能删除。"], section.Problems);
    }

    [Theory, EachDatabase]
    public async Task An_organisation_without_anything_is_deleted(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var id = await app.WithAsync<OrganisationService, Guid>(service =>
            service.CreateAsync(new OrganisationInput { Name = $"空的{county.Mark}", Kind = OrganisationKind.Department }));

        var deleted = await browser.SubmitAndFollowAsync(await browser.OpenAsync($"/admin/organisations/{id}"), "删除单位");

        Assert.Equal("单位已删除。", deleted.Note);
        Assert.Null(await FindAsync(app, $"空的{county.Mark}"));
    }

    private static Task<Organisation?> FindAsync(TestApp app, string name) =>
        app.WithAsync<PerfTargetsDbContext, Organisation?>(db => db.Organisations.SingleOrDefaultAsync(one => one.Name == name));
}
