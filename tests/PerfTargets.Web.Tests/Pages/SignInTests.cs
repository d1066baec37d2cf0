using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Pages;

public sealed class SignInTests
{
    private const string Mismatch = "用户名或密码不正确。连续输错 5 次后账号锁定 15 分钟；忘记密码请联系管理员。";

    [Theory, EachDatabase]
    public async Task A_stranger_is_sent_to_sign_in_and_back_to_the_page(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = app.NewBrowser();

        var asked = await browser.GetAsync("/admin/staff?q=a");
        var arrived = await browser.SignInAsync(county.Administrator.UserName!, path: "/admin/staff?q=a");

        Assert.Equal("/sign-in?returnUrl=%2Fadmin%2Fstaff%3Fq%3Da", asked.Location?.PathAndQuery);
        Assert.Equal("人员", arrived.Heading);
        Assert.Equal("/admin/staff?q=a", arrived.Address.PathAndQuery);
    }

    [Theory, EachDatabase]
    public async Task An_unknown_name_and_a_wrong_password_get_the_same_answer(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = app.NewBrowser();

        var wrong = await browser.SignInAsync(county.Filler.UserName!, "不是这个密码");
        var unknown = await browser.SignInAsync("没有这个人", "不是这个密码");

        Assert.Equal([Mismatch], wrong.Problems);
        Assert.Equal("没有登录成功", wrong.Find("#UserName-error").TextContent);
        Assert.Equal([Mismatch], unknown.Problems);
        Assert.StartsWith("错误：", wrong.Title, StringComparison.Ordinal);
        Assert.Equal(county.Filler.UserName, wrong.Find("#UserName").GetAttribute("value"));
        Assert.Null(wrong.Find("#Password").GetAttribute("value"));
    }

    [Fact]
    public async Task The_hand_is_in_the_name_and_once_a_name_stands_there_in_the_password()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        using var browser = app.NewBrowser();

        var first = await browser.OpenAsync("/sign-in");
        var again = await browser.SignInAsync("没有这个人", "不是这个密码");

        Assert.Equal("UserName", Assert.Single(first.Document.QuerySelectorAll("[autofocus]")).Id);
        Assert.Equal("Password", Assert.Single(again.Document.QuerySelectorAll("[autofocus]")).Id);
    }

    [Theory]
    [InlineData("", "", new[] { "请填写用户名", "请填写密码" })]
    [InlineData("张\0三", "x", new[] { Mismatch })]
    public async Task What_is_missing_or_cannot_be_a_name_is_said(string name, string password, string[] sentences)
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        using var browser = app.NewBrowser();

        Assert.Equal(sentences, (await browser.SignInAsync(name, password)).Problems);
    }

    [Theory, EachDatabase]
    public async Task Five_wrong_passwords_lock_the_account_for_fifteen_minutes(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = app.NewBrowser();
        for (var i = 0; i < 5; i++)
            await browser.SignInAsync(county.Administrator.UserName!, "不是这个密码");

        var locked = await browser.SignInAsync(county.Administrator.UserName!);
        app.Time.Advance(TimeSpan.FromMinutes(15));
        var later = await browser.SignInAsync(county.Administrator.UserName!);

        Assert.Equal([Mismatch], locked.Problems);
        Assert.Equal("管理", later.Heading);
    }

    [Theory, EachDatabase]
    public async Task Four_wrong_passwords_and_a_right_one_start_the_count_anew(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);

        for (var round = 0; round < 2; round++)
        {
            using var browser = app.NewBrowser();
            for (var i = 0; i < 4; i++)
                await browser.SignInAsync(county.Administrator.UserName!, "不是这个密码");
            Assert.Equal("管理", (await browser.SignInAsync(county.Administrator.UserName!)).Heading);
        }
    }

    [Theory, EachDatabase]
    public async Task Many_guesses_at_once_are_no_better_than_five_in_a_row(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        var guesses = Enumerable.Range(0, 12).Select(i => i == 11 ? TestCounty.Password : $"猜测的密码 {i}").ToList();

        var outcomes = new List<SignInOutcome>();
        await Parallel.ForEachAsync(guesses.SkipLast(1), async (guess, cancel) =>
        {
            var outcome = await app.WithAsync<SignInService, SignInOutcome>(service => service.CheckAsync(county.Filler.UserName, guess, cancel));
            lock (outcomes)
                outcomes.Add(outcome);
        });
        var right = await app.WithAsync<SignInService, SignInOutcome>(service => service.CheckAsync(county.Filler.UserName, guesses[^1]));

        Assert.Equal(Mismatch, right.Refusal);
        Assert.All(outcomes, outcome => Assert.Null(outcome.Staff));
    }

    [Theory, EachDatabase]
    public async Task A_disabled_account_is_told_so_only_with_the_right_password(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        var gone = await county.AddStaffAsync("离任", county.Department, Role.Filler, staff => staff.IsDisabled = true);
        using var browser = app.NewBrowser();

        Assert.Equal([Mismatch], (await browser.SignInAsync(gone.UserName!, "不是这个密码")).Problems);
        Assert.Equal(["这个账号已停用，请联系管理员。"], (await browser.SignInAsync(gone)).Problems);
    }

    [Theory, EachDatabase]
    public async Task A_session_ends_at_once_when_the_account_is_disabled(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        var second = await county.AddStaffAsync("管理二", county.FinanceOffice, Role.Administrator);
        using var browser = await county.BrowserOfAsync(second);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin")).Status);

        await app.WithAsync<StaffService>(service => service.DisableAsync(second.Id, county.ActorOf(county.Administrator)));

        Assert.StartsWith("/sign-in", (await browser.GetAsync("/admin")).Location?.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_changed_role_counts_with_the_next_click(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        var second = await county.AddStaffAsync("管理二", county.FinanceOffice, Role.Administrator | Role.SectionReviewer);
        using var browser = await county.BrowserOfAsync(second);

        await app.WithAsync<PerfTargetsDbContext>(async db =>
        {
            (await db.Staff.FindAsync(second.Id))!.Roles = Role.SectionReviewer;
            await db.SaveChangesAsync();
        });

        var page = await browser.GetAsync("/admin");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("您的角色不能打开这个页面", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_four_idle_hours()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        app.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin")).Status);
        app.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin")).Status);
        app.Time.Advance(TimeSpan.FromMinutes(241));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        for (var hours = 3; hours <= 12; hours += 3)
        {
            app.Time.Advance(TimeSpan.FromHours(3));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin")).Status);
        }
        app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/admin")).Status);
    }

    [Theory, EachDatabase]
    public async Task Signing_out_needs_a_post_and_ends_the_session(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        await browser.GetAsync("/sign-out");
        var page = await browser.GetAsync("/admin");
        Assert.Equal(HttpStatusCode.OK, page.Status);

        Assert.Equal("登录", (await browser.SubmitAndFollowAsync(page, "退出")).Heading);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task Signing_in_leads_to_no_other_site()
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        using var browser = app.NewBrowser();

        var page = await browser.SignInAsync(county.Administrator.UserName!, path: "/sign-in?returnUrl=https%3A%2F%2Fexample.org%2F");

        Assert.Equal("管理", page.Heading);
    }

    [Theory, EachDatabase]
    public async Task A_restart_keeps_people_signed_in(DatabaseProvider provider)
    {
        await using var before = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(before);
        using var browser = before.NewBrowser();
        var entered = await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), "登录",
            ("UserName", county.Administrator.UserName), ("Password", TestCounty.Password));
        var cookie = entered.Response.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("perftargets=", StringComparison.Ordinal));

        await using var after = TestApp.On(before.Database);
        using var again = after.NewBrowser();
        var request = new HttpRequestMessage(HttpMethod.Get, "/admin");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);

        Assert.Equal("管理", (await again.SendAsync(request)).Heading);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task The_cookie_is_closed_to_scripts_and_secure_where_the_site_is(bool https, bool secure)
    {
        await using var app = await TestApp.CreateAsync(DatabaseProvider.Sqlite, ("Site:Https", https.ToString()));
        var county = await TestCounty.CreateAsync(app);
        using var browser = app.NewBrowser();

        var entered = await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), "登录",
            ("UserName", county.Administrator.UserName), ("Password", TestCounty.Password));

        var cookie = entered.Response.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("perftargets=", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }
}
