using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Infrastructure.KeptPosts;
using PerfTargets.Web.Pages.Errors;
using PerfTargets.Web.Tests.Forms;

namespace PerfTargets.Web.Tests.Pages;

/// <summary>Nothing typed is lost to a stale token or an ended session, and without scripts nothing is ever sent again but by a person's press of a button.</summary>
public sealed class KeptPostTests
{
    private const string Token = "__RequestVerificationToken";

    [Theory, EachDatabase]
    public async Task A_stale_token_gives_the_post_back_and_a_button_sends_it(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var name = NameFor(county);

        var kept = await browser.SubmitAsync(await browser.OpenAsync("/admin/projects/new"), "保存", [.. ProjectFields(county, name), (Token, "过期的令牌")]);
        Assert.Equal(HttpStatusCode.BadRequest, kept.Status);
        Assert.Contains(name, kept.Body, StringComparison.Ordinal);
        Assert.False(await ExistsAsync(app, name));

        var saved = await browser.SubmitAndFollowAsync(kept, "继续提交");
        Assert.Equal($"项目“{name}”已保存。", saved.Note);
        Assert.True(await ExistsAsync(app, name));
    }

    [Theory, EachDatabase]
    public async Task A_post_to_what_is_gone_is_kept_when_it_comes_from_our_own_pages(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Filler);
        var token = (await browser.OpenAsync("/forms")).Find($"input[name={Token}]").GetAttribute("value")!;
        var fields = new Dictionary<string, string> { [Token] = token, ["overallGoal"] = "写了很久的目标", ["shown"] = "overallGoal=01234567" };

        var kept = await browser.PostAsync($"/forms/{Guid.CreateVersion7()}/edit", fields);
        var foreign = await browser.PostAsync($"/forms/{Guid.CreateVersion7()}/edit", fields, new Uri("https://elsewhere.example/"));

        Assert.Equal((HttpStatusCode.NotFound, "没有找到"), (kept.Status, kept.Heading));
        Assert.Contains("写了很久的目标", kept.Find(".kept").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("01234567", kept.Body, StringComparison.Ordinal);
        Assert.Equal("overallGoal=01234567", kept.Find("main input[name=shown]").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.DoesNotContain("写了很久的目标", foreign.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_ended_session_keeps_the_post_over_signing_in(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var name = NameFor(county);
        var page = await browser.OpenAsync("/admin/projects/new");
        await browser.SubmitAsync(page, "退出");

        var asked = await browser.SubmitAsync(page, "保存", ProjectFields(county, name));
        Assert.Equal(HttpStatusCode.Unauthorized, asked.Status);
        Assert.Contains("刚才提交的内容已保留在本页，还没有保存", asked.Body, StringComparison.Ordinal);

        var mistyped = await browser.SubmitAsync(asked, "登录", ("UserName", county.Administrator.UserName), ("Password", "打错了"));
        var confirm = await browser.SubmitAsync(mistyped, "登录", ("UserName", county.Administrator.UserName), ("Password", TestCounty.Password));
        Assert.False(await ExistsAsync(app, name));

        var saved = await browser.SubmitAndFollowAsync(confirm, "继续提交");
        Assert.Equal($"项目“{name}”已保存。", saved.Note);
    }

    [Theory, EachDatabase]
    public async Task What_one_person_typed_nobody_else_is_offered_to_send(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();
        var colleague = await scene.County.AddStaffAsync("同事", scene.County.Department, Role.Filler);
        var browser = await scene.AsAsync(scene.County.Filler);
        var page = await scene.EditAsync(id);
        await browser.SubmitAsync(page, "退出");

        var asked = await browser.SubmitAsync(page, "保存草稿", ("overallGoal", "没来得及保存的目标"));
        var other = await browser.SubmitAsync(asked, "登录", ("UserName", colleague.UserName), ("Password", TestCounty.Password));
        Assert.Contains("刚才提交的内容是另一位用户填写的", other.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("没来得及保存的目标", other.Find("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Document.QuerySelectorAll("button"), button => button.TextContent == "继续提交");

        var author = await browser.SubmitAsync(other, "登录", ("UserName", scene.County.Filler.UserName), ("Password", TestCounty.Password));
        await browser.SubmitAsync(author, "继续提交");
        var stored = await scene.StoredAsync(id);
        Assert.Equal(("没来得及保存的目标", scene.County.Filler.DisplayName), (stored.OverallGoal, stored.UpdatedBy));
    }

    [Fact]
    public async Task A_password_reset_while_typing_keeps_the_post_over_both_pages()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        var second = await county.AddStaffAsync("管理二", county.FinanceOffice, Role.Administrator);
        using var browser = await county.BrowserOfAsync(second);
        var name = NameFor(county);
        var page = await browser.OpenAsync("/admin/projects/new");
        var oneTime = await app.WithAsync<StaffService, string?>(service => service.ResetPasswordAsync(second.Id, county.ActorOf(county.Administrator)));

        var signIn = await browser.SubmitAsync(page, "保存", ProjectFields(county, name));
        var choose = await browser.SubmitAsync(signIn, "登录", ("UserName", second.UserName), ("Password", oneTime));
        var confirm = await browser.SubmitAsync(choose, "修改密码",
            ("CurrentPassword", oneTime), ("NewPassword", "换过的密码-2027"), ("RepeatedPassword", "换过的密码-2027"));
        var saved = await browser.SubmitAndFollowAsync(confirm, "继续提交");

        Assert.Equal($"项目“{name}”已保存。", saved.Note);
    }

    [Fact]
    public async Task What_another_site_sends_is_never_offered_again()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var name = NameFor(county);

        var page = await browser.PostAsync("/admin/projects/new",
            ProjectFields(county, name).Select(field => KeyValuePair.Create(field.Name, field.Value ?? "")), new Uri("https://example.org/"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("这次提交没有通过安全检查", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(name, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_are_never_carried_along()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var page = await browser.SubmitAsync(await browser.OpenAsync("/account/password"), "修改密码",
            (Token, "过期的令牌"), ("CurrentPassword", TestCounty.Password), ("NewPassword", "换过的密码-2027"), ("RepeatedPassword", "换过的密码-2027"));

        Assert.Equal("修改密码", page.Heading);
        Assert.Contains("页面打开得太久，请重新输入。", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("换过的密码", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestCounty.Password, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_post_leads_to_no_other_site()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        using var browser = app.NewBrowser();

        var page = await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), "登录", ("UserName", county.Administrator.UserName),
            ("Password", TestCounty.Password), ("KeptPost", """{"Target":"//example.org/","Fields":[]}"""));

        Assert.Equal("/admin", page.Location?.PathAndQuery);
    }

    [Fact]
    public async Task More_than_the_site_takes_is_refused_with_a_sentence()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);
        var page = await browser.OpenAsync("/admin/projects/new");

        var refused = await browser.SubmitAsync(page, "保存", [.. Enumerable.Range(0, 20_001).Select(i => ($"F{i}", (string?)"x"))]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("一次提交的内容超过 8 MB 或 20000 项，没有保存", refused.Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_was_typed_into_a_form_is_shown_under_its_labels_in_the_forms_order(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        var added = await scene.SaveAsync(await scene.EditAsync(id), null, ("action", "add:" + FormScene.Quantity));
        var browser = await scene.AsAsync(scene.County.Filler);
        var edit = await browser.FollowAsync(added);
        var second = FormScene.RowOf(edit, FormScene.Quantity, 1);

        var kept = await browser.SubmitAsync(edit, "保存草稿", (Token, "过期的令牌"), ($"row-{second}-value", "20 家"), ("overallGoal", "写了很久的目标"),
            ("funds-total", "10"), ("na", "benefit.ecological"), ("na-reason-benefit.ecological", "与生态无关"), ($"row-{second}-name", "企业数"));

        Assert.Equal(
            [
                $"项目名称：{scene.County.Project.Name}", "年度资金总额：10.00", "年度总体目标：写了很久的目标",
                "数量指标第 2 行的三级指标：企业数", "数量指标第 2 行的指标值：20 家", "生态效益指标不涉及的原因：与生态无关",
            ],
            Shown(kept));
        var saved = await browser.SubmitAndFollowAsync(kept, "继续提交");
        Assert.Equal("20 家", saved.Find($"#row-{second}-value").TextContent.Trim());
    }

    [Fact]
    public async Task Every_field_to_type_in_is_shown_under_its_label()
    {
        using var scene = await FormScene.OnAsync(DatabaseProvider.Sqlite);
        var (county, passed, sent) = (scene.County, await scene.PassedFormAsync(), await scene.CompleteFormAsync(await scene.County.AddProjectAsync("另一个项目", scene.County.Department)));
        await scene.SendUpAsync(sent);
        var pages = new List<(string Path, TestPage Page)>();
        foreach (var (staff, path) in new[]
        {
            (county.Filler, $"/forms/new?year={county.Year}"), (county.UnitReviewer, $"/forms/{sent}"), (county.PerformanceReviewer, "/approvals"),
            (county.Administrator, "/admin/years/new"), (county.Administrator, "/admin/organisations/new"), (county.Administrator, "/admin/staff/new"),
            (county.Administrator, "/admin/projects/new"), (county.Administrator, $"/admin/years/{county.Year}"), (county.Administrator, $"/admin/years/{county.Year}/checks"),
        })
        {
            pages.Add((path, await scene.OpenAsync(staff, path)));
        }

        var fields = pages.SelectMany(one => one.Page.Document.QuerySelectorAll("main form[method=post] input[name]:not([type]), main form[method=post] textarea[name]")
            .Select(field => (one.Path, Name: field.GetAttribute("name")!, Label: one.Page.Find($"label[for='{field.Id}']").TextContent.Trim()))).ToList();

        Assert.True(fields.Count > 12);
        Assert.All(fields, field => Assert.Equal(field with { Label = KeptTexts.LabelOf(field.Path, field.Name) ?? "" }, field));
    }

    [Theory, EachDatabase]
    public async Task A_failure_of_the_program_keeps_the_post_and_a_button_sends_it_when_it_works_again(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var failing = new FailingPages();
        await using var broken = app.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(failing))));
        var county = await TestCounty.CreateAsync(app);
        using var browser = new TestBrowser(broken.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));
        await browser.SignInAsync(county.Administrator);
        var name = NameFor(county);
        var page = await browser.OpenAsync("/admin/projects/new");

        failing.Fails = true;
        var kept = await browser.SubmitAsync(page, "保存", ProjectFields(county, name));
        var again = await browser.SubmitAsync(kept, "继续提交");
        failing.Fails = false;
        var saved = await browser.SubmitAndFollowAsync(again, "继续提交");

        Assert.Equal((HttpStatusCode.InternalServerError, "系统出错"), (kept.Status, kept.Heading));
        Assert.Equal([$"项目名称：{name}"], Shown(kept));
        var number = kept.Find("code").TextContent;
        Assert.Contains(app.Warnings, line => line.Contains(number, StringComparison.Ordinal) && line.Contains(FailingPages.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(FailingPages.Message, kept.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, again.Status);
        Assert.Equal($"项目“{name}”已保存。", saved.Note);
        Assert.True(await ExistsAsync(app, name));
    }

    [Theory, EachDatabase]
    public async Task A_failure_of_the_database_keeps_the_post_too(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        var id = await scene.NewFormAsync();
        var failing = new FailingDatabase();
        await using var broken = scene.App.WithWebHostBuilder(host => host.ConfigureTestServices(services => services
            .ConfigureDbContext<SqlitePerfTargetsDbContext>(options => options.AddInterceptors(failing), ServiceLifetime.Singleton)
            .ConfigureDbContext<PostgresPerfTargetsDbContext>(options => options.AddInterceptors(failing), ServiceLifetime.Singleton)));
        using var browser = new TestBrowser(broken.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));
        await browser.SignInAsync(scene.County.Filler);
        var page = await browser.OpenAsync($"/forms/{id}/edit");

        failing.Fails = true;
        var kept = await browser.SubmitAsync(page, "保存草稿", ("overallGoal", "写了很久的目标"));
        failing.Fails = false;
        await browser.SubmitAsync(kept, "继续提交");

        Assert.Equal((HttpStatusCode.InternalServerError, "系统出错"), (kept.Status, kept.Heading));
        Assert.Contains("年度总体目标：写了很久的目标", Shown(kept));
        Assert.Equal("写了很久的目标", (await scene.StoredAsync(id)).OverallGoal);
    }

    [Theory]
    [InlineData("""{"Target":"/forms","Fields":[{"Key":null,"Value":"甲"}]}""")]
    [InlineData("""{"Target":"/forms","Fields":[{"Key":"甲","Value":null}]}""")]
    [InlineData("""{"Target":"/forms","Fields":null}""")]
    [InlineData("""{"Target":"//elsewhere.example/","Fields":[]}""")]
    public void What_no_page_of_ours_packed_is_not_unpacked(string forged) => Assert.Null(KeptPost.Unpack(forged));

    /// <summary>A database that answers nothing more.</summary>
    private sealed class FailingDatabase : DbCommandInterceptor
    {
        public bool Fails { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            Fails ? throw new IOException("磁盘满了") : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <summary>Pages that throw when something is posted to them.</summary>
    private sealed class FailingPages : IPageFilter
    {
        public const string Message = "磁盘满了";

        public bool Fails { get; set; }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            if (Fails && HttpMethods.IsPost(context.HttpContext.Request.Method))
                throw new IOException(Message);
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
        }

        public void OnPageHandlerSelected(PageHandlerSelectedContext context)
        {
        }
    }

    private static IEnumerable<string> Shown(TestPage kept) =>
        kept.Document.QuerySelectorAll(".kept dt").Select(label => $"{label.TextContent}：{label.NextElementSibling!.TextContent}");

    private static string NameFor(TestCounty county) => $"保留的项目<b>{county.Mark}";

    private static (string Name, string? Value)[] ProjectFields(TestCounty county, string name) =>
        [("Input.Name", name), ("Input.Code", ""), ("Input.UnitId", county.Department.Id.ToString())];

    private static Task<bool> ExistsAsync(TestApp app, string name) =>
        app.WithAsync<PerfTargetsDbContext, bool>(db => db.Projects.AnyAsync(project => project.Name == name));
}
