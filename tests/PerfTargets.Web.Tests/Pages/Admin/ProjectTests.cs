using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Pages.Admin;

public sealed class ProjectTests
{
    [Theory, EachDatabase]
    public async Task A_project_is_made_found_and_changed(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var saved = await browser.SubmitAndFollowAsync(await browser.OpenAsync("/admin/projects/new"), "保存",
            ("Input.Name", $"校舍维修{county.Mark}"), ("Input.Code", $"C{county.Mark}"), ("Input.UnitId", county.Unit.Id.ToString()));
        var found = await browser.OpenAsync($"/admin/projects?q=C{county.Mark}");
        var edit = await browser.OpenAsync(found.Find("tbody a").GetAttribute("href")!);
        var changed = await browser.SubmitAndFollowAsync(edit, "保存", ("Input.UnitId", county.Department.Id.ToString()));

        Assert.Equal($"项目“校舍维修{county.Mark}”已保存。", saved.Note);
        Assert.Single(found.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal($"项目“校舍维修{county.Mark}”已保存。", changed.Note);
    }

    [Theory, EachDatabase]
    public async Task Codes_and_names_must_tell_projects_apart(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        await county.AddProjectAsync($"无编码{county.Mark}", county.Unit);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var page = await browser.OpenAsync("/admin/projects/new");

        var sameCode = await browser.SubmitAsync(page, "保存", ("Input.Name", "另一个"), ("Input.Code", county.Project.Code), ("Input.UnitId", county.Unit.Id.ToString()));
        var sameName = await browser.SubmitAsync(page, "保存", ("Input.Name", $"无编码{county.Mark}"), ("Input.UnitId", county.Unit.Id.ToString()));
        var otherUnit = await browser.SubmitAsync(page, "保存", ("Input.Name", $"无编码{county.Mark}"), ("Input.UnitId", county.Department.Id.ToString()));
        var section = await browser.SubmitAsync(page, "保存", ("Input.Name", "股室的项目"), ("Input.UnitId", county.Section.Id.ToString()));

        Assert.Equal([$"项目编码 {county.Project.Code} 已被使用"], sameCode.Problems);
        Assert.Equal([$"这个单位已有没有编码的同名项目“无编码{county.Mark}”，请填写编码加以区别"], sameName.Problems);
        Assert.Equal("/admin/projects", otherUnit.Location?.AbsolutePath);
        Assert.Equal(["请选择实施单位"], section.Problems);
    }

    [Theory, EachDatabase]
    public async Task A_project_with_a_form_is_not_deleted_and_a_change_leaves_the_form_as_it_is(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        var filler = county.ActorOf(county.Filler);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var before = await browser.OpenAsync($"/admin/projects/{county.Project.Id}");
        var formId = await app.WithAsync<FormService, Guid>(service => service.CreateAsync(county.Project.Id, county.Year, filler));

        var deleted = await browser.SubmitAsync(before, "删除项目");
        var changed = await browser.SubmitAndFollowAsync(before, "保存", ("Input.Name", $"改了名{county.Mark}"), ("Input.UnitId", county.Unit.Id.ToString()));
        var form = await app.WithAsync<FormService, TargetForm?>(service => service.FindAsync(formId, filler));

        Assert.Equal([$"“{county.Project.Name}”已有目标表（包括已删除的草稿），不能删除。"], deleted.Problems);
        Assert.Equal($"项目“改了名{county.Mark}”已保存。", changed.Note);
        Assert.Equal((county.Project.Name, county.Department.Id, 1L), (form!.ProjectName, form.UnitId, form.Version));
    }

    [Theory, EachDatabase]
    public async Task A_project_without_forms_is_deleted(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var deleted = await browser.SubmitAndFollowAsync(await browser.OpenAsync($"/admin/projects/{county.UnitsProject.Id}"), "删除项目");

        Assert.Equal("项目已删除。", deleted.Note);
    }
}
