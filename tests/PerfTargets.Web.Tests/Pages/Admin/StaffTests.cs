using System.Net;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Pages.Admin;

public sealed class StaffTests
{
    [Theory, EachDatabase]
    public async Task A_new_account_shows_its_one_time_password_once(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var created = await browser.SubmitAndFollowAsync(await browser.OpenAsync("/admin/staff/new"), "新建并生成一次性密码",
            ("Input.DisplayName", "张三"), ("Input.UserName", $"zhang{county.Mark}"), ("Input.OrganisationId", county.Department.Id.ToString()),
            ("Roles", "Filler"), ("Roles", "UnitReviewer"));
        var password = created.Find(".secret").TextContent.Trim();
        var again = await browser.OpenAsync(created.Address.PathAndQuery);

        Assert.Equal("张三", created.Heading);
        Assert.Null(again.Document.QuerySelector(".secret"));
        using var theirs = app.NewBrowser();
        Assert.Equal("修改密码", (await theirs.SignInAsync($"ZHANG{county.Mark}", password)).Heading);
        Assert.Equal(Role.Filler | Role.UnitReviewer, (await FindAsync(app, $"zhang{county.Mark}")).Roles);
    }

    [Theory, EachDatabase]
    public async Task A_double_click_makes_one_account_and_the_password_shown_last_is_good(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var page = await browser.OpenAsync("/admin/staff/new");
        (string, string?)[] typed = [("Input.DisplayName", "张三"), ("Input.UserName", $"zhang{county.Mark}"), ("Input.OrganisationId", county.Department.Id.ToString()), ("Roles", "Filler")];

        var clicks = await Task.WhenAll(browser.SubmitAsync(page, "新建并生成一次性密码", typed), browser.SubmitAsync(page, "新建并生成一次性密码", typed));
        var last = await browser.SubmitAndFollowAsync(page, "新建并生成一次性密码", typed);
        var another = await browser.SubmitAsync(page, "新建并生成一次性密码", [typed[0], ("Input.UserName", $"li{county.Mark}"), .. typed[2..]]);

        Assert.All(clicks, click => Assert.Equal(last.Address.AbsolutePath, click.Location?.AbsolutePath));
        using var theirs = app.NewBrowser();
        Assert.Equal("修改密码", (await theirs.SignInAsync($"zhang{county.Mark}", last.Find(".secret").TextContent.Trim())).Heading);
        Assert.Equal(HttpStatusCode.Redirect, another.Status);
        Assert.NotEqual((await FindAsync(app, $"zhang{county.Mark}")).Id, (await FindAsync(app, $"li{county.Mark}")).Id);
    }

    [Theory, EachDatabase]
    public async Task A_resent_post_leaves_the_password_alone_that_its_person_has_chosen(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        var (id, input) = (Guid.CreateVersion7(), new StaffInput { UserName = $"wang{county.Mark}", DisplayName = "王五", OrganisationId = county.Unit.Id, Roles = Role.Filler });
        await app.WithAsync<StaffService, NewAccount>(service => service.CreateAsync(input, id));
        await app.WithAsync<PerfTargetsDbContext>(db => db.Staff.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.MustChangePassword, false)));
        var before = (await FindAsync(app, input.UserName)).PasswordHash;

        var again = await app.WithAsync<StaffService, NewAccount>(service => service.CreateAsync(input, id));

        Assert.Equal(new NewAccount(id, null), again);
        Assert.Equal(before, (await FindAsync(app, input.UserName)).PasswordHash);
    }

    [Theory, EachDatabase]
    public async Task A_resent_post_whose_person_has_chosen_a_password_says_why_there_is_no_new_one(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var page = await browser.OpenAsync("/admin/staff/new");
        (string, string?)[] fields = [("Input.DisplayName", "赵六"), ("Input.UserName", $"zhao{county.Mark}"), ("Input.OrganisationId", county.Unit.Id.ToString()), ("Roles", "Filler")];
        await browser.SubmitAsync(page, "新建并生成一次性密码", fields);
        await app.WithAsync<PerfTargetsDbContext>(db =>
            db.Staff.Where(one => one.UserName == $"zhao{county.Mark}").ExecuteUpdateAsync(set => set.SetProperty(one => one.MustChangePassword, false)));

        var again = await browser.SubmitAndFollowAsync(page, "新建并生成一次性密码", fields);

        Assert.Equal("这个账号已经新建过，本人也已改成自己的密码，这次没有生成新的一次性密码。本人忘记密码的，请按“重置密码”。", again.Note);
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_comes_back_at_its_field_with_what_was_typed(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var page = await browser.OpenAsync("/admin/staff/new");

        var empty = await browser.SubmitAsync(page, "新建并生成一次性密码");
        var taken = await browser.SubmitAsync(page, "新建并生成一次性密码", ("Input.DisplayName", "李四"), ("Input.UserName", county.Filler.UserName!),
            ("Input.OrganisationId", county.Department.Id.ToString()), ("Roles", "Filler"));
        var unfit = await browser.SubmitAsync(page, "新建并生成一次性密码", ("Input.DisplayName", "李四"), ("Input.UserName", $"li{county.Mark}"),
            ("Input.OrganisationId", county.Unit.Id.ToString()), ("Roles", "SectionReviewer"));

        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal(["请填写姓名", "请填写用户名", "请选择单位", "请至少选择一个角色"], empty.Problems);
        Assert.Equal("请填写姓名", empty.Find("#DisplayName-error").TextContent);
        Assert.Equal([$"用户名“{county.Filler.UserName}”已被使用，请换一个"], taken.Problems);
        Assert.Equal("李四", taken.Find("#DisplayName").GetAttribute("value"));
        Assert.Equal([$"“{county.Unit.Name}”是下属单位，不能有角色：业务股室审核人"], unfit.Problems);
    }

    [Theory, EachDatabase]
    public async Task A_move_takes_effect_with_the_next_click_and_keeps_the_session(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var theirs = await county.BrowserOfAsync(county.UnitReviewer);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var saved = await browser.SubmitAndFollowAsync(await browser.OpenAsync($"/admin/staff/{county.UnitReviewer.Id}"), "保存",
            ("Input.OrganisationId", county.Unit.Id.ToString()));

        Assert.Equal($"“{county.UnitReviewer.DisplayName}”已保存。", saved.Note);
        Assert.Contains(county.Unit.Name, (await theirs.OpenAsync("/account/password")).Find(".topbar-who").TextContent, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_reset_gives_a_new_one_time_password_and_ends_the_session(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var theirs = await county.BrowserOfAsync(county.Filler);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var reset = await browser.SubmitAndFollowAsync(await browser.OpenAsync($"/admin/staff/{county.Filler.Id}"), "重置密码");

        Assert.Equal(HttpStatusCode.Redirect, (await theirs.GetAsync("/account/password")).Status);
        Assert.Equal("修改密码", (await theirs.SignInAsync(county.Filler.UserName!, reset.Find(".secret").TextContent.Trim())).Heading);
    }

    [Theory, EachDatabase]
    public async Task Disabling_and_enabling(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var disabled = await browser.SubmitAndFollowAsync(await browser.OpenAsync($"/admin/staff/{county.Filler.Id}"), "停用账号");
        var listed = await browser.OpenAsync($"/admin/staff?q={county.Mark}&state=disabled");
        var enabled = await browser.SubmitAndFollowAsync(disabled, "恢复使用");

        Assert.Equal("账号已停用。", disabled.Note);
        Assert.Equal(["已停用"], listed.Document.QuerySelectorAll("tbody .tag").Select(tag => tag.TextContent));
        Assert.Equal("账号已恢复使用。", enabled.Note);
        using var theirs = app.NewBrowser();
        Assert.Equal([], (await theirs.SignInAsync(county.Filler)).Problems);
    }

    [Theory, EachDatabase]
    public async Task Administrators_cannot_shut_themselves_out(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var path = $"/admin/staff/{county.Administrator.Id}";
        var page = await browser.OpenAsync(path);

        var unroled = await browser.SubmitAsync(page, "保存", ("Roles", "SectionReviewer"));
        var disabled = await browser.PostAsync($"{path}?handler=Disable", TestBrowser.FieldsOf(page, page.Form("保存")));
        var reset = await browser.PostAsync($"{path}?handler=Reset", TestBrowser.FieldsOf(page, page.Form("保存")));

        Assert.Equal(["不能取消自己的管理员角色，请由另一位管理员操作"], unroled.Problems);
        Assert.Equal(["不能停用自己的账号，请由另一位管理员操作。"], disabled.Problems);
        Assert.Equal(["自己的密码请在右上角“修改密码”中修改。"], reset.Problems);
    }

    [Theory, EachDatabase]
    public async Task The_last_administrator_stays_whatever_is_tried(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        var other = county.ActorOf(county.Filler);
        var admin = county.Administrator;
        var input = new StaffInput { UserName = admin.UserName, DisplayName = admin.DisplayName, OrganisationId = county.Section.Id, Roles = Role.SectionReviewer };

        var byDisabling = await Assert.ThrowsAsync<ValidationException>(() => app.WithAsync<StaffService>(service => service.DisableAsync(admin.Id, other)));
        var byMoving = await Assert.ThrowsAsync<ValidationException>(() => app.WithAsync<StaffService>(async service =>
            await service.ChangeAsync(admin.Id, input with { Seen = await MarkAsync(app, admin.Id) }, other)));

        Assert.Equal("这是最后一个在用的管理员账号，请先指定另一位管理员", byDisabling.Errors.Single().ErrorMessage);
        Assert.Equal("Roles", byMoving.Errors.Single().PropertyName);
    }

    [Theory, EachDatabase]
    public async Task Administrators_who_disable_each_other_at_once_leave_one(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        for (var round = 0; round < 8; round++)
        {
            var second = await county.AddStaffAsync($"管理{round}", county.FinanceOffice, Role.Administrator);
            var first = await app.WithAsync<PerfTargetsDbContext, StaffMember>(db =>
                db.Staff.SingleAsync(one => one.Id != second.Id && !one.IsDisabled && (one.Roles & Role.Administrator) != 0));

            await Task.WhenAll(TryDisableAsync(app, first.Id, county.ActorOf(second)), TryDisableAsync(app, second.Id, county.ActorOf(first)));

            var left = await app.WithAsync<PerfTargetsDbContext, int>(db =>
                db.Staff.CountAsync(one => !one.IsDisabled && (one.Roles & Role.Administrator) != 0));
            Assert.Equal(1, left);
        }
    }

    [Theory, EachDatabase]
    public async Task A_change_by_another_administrator_is_told_before_it_is_overwritten(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var first = await browser.OpenAsync($"/admin/staff/{county.Filler.Id}");
        var second = await browser.OpenAsync($"/admin/staff/{county.Filler.Id}");

        await browser.SubmitAsync(first, "保存", ("Input.DisplayName", "甲改的名"));
        var told = await browser.SubmitAsync(second, "保存", ("Input.DisplayName", "乙改的名"));
        var saved = await browser.SubmitAndFollowAsync(told, "保存");

        Assert.Equal(["这条记录在您打开之后已被修改，现在是：姓名“甲改的名”。您填写的内容仍在本页，核对后再次保存即以您的为准。"], told.Problems);
        Assert.Equal("“乙改的名”已保存。", saved.Note);
    }

    private static async Task TryDisableAsync(TestApp app, Guid id, Actor by)
    {
        try
        {
            await app.WithAsync<StaffService>(service => service.DisableAsync(id, by));
        }
        catch (ValidationException)
        {
        }
    }

    private static Task<StaffMember> FindAsync(TestApp app, string userName) =>
        app.WithAsync<PerfTargetsDbContext, StaffMember>(db => db.Staff.SingleAsync(one => one.UserName == userName));

    private static Task<string> MarkAsync(TestApp app, Guid id) => app.WithAsync<PerfTargetsDbContext, string>(async db =>
        StaffService.SeenOf(await db.Staff.SingleAsync(one => one.Id == id), await db.Organisations.ToDictionaryAsync(one => one.Id, one => one.Name)).Mark);
}
