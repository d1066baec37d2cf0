using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Tests.Forms;

namespace PerfTargets.Web.Tests.Pages;

public sealed class PasswordTests
{
    private const string Own = "我自己的密码-2027-春天";

    [Theory, EachDatabase]
    public async Task A_changed_password_keeps_this_session_and_ends_the_others(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        using var here = await county.BrowserOfAsync(county.Administrator);
        using var elsewhere = await county.BrowserOfAsync(county.Administrator);

        var changed = await ChangeAsync(here, TestCounty.Password, Own, Own);

        Assert.Equal("密码已修改，其他地方的登录已退出。", changed.Note);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/admin")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/admin")).Status);
        Assert.Equal("管理", (await elsewhere.SignInAsync(county.Administrator.UserName!, Own)).Heading);
    }

    [Theory]
    [EachDatabase(true)]
    [EachDatabase(false)]
    public async Task What_was_said_of_the_computer_holds_after_the_password_has_changed(DatabaseProvider provider, bool isShared)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.NewFormAsync();
        using var browser = scene.App.NewBrowser();
        await browser.SubmitAsync(
            await browser.OpenAsync("/sign-in"), "登录",
            ("UserName", scene.County.Filler.UserName), ("Password", TestCounty.Password), ("IsSharedComputer", isShared ? "true" : null));
        var before = await MayKeepAsync();

        await ChangeAsync(browser, TestCounty.Password, Own, Own);

        Assert.Equal((!isShared, !isShared), (before, await MayKeepAsync()));

        async Task<bool> MayKeepAsync() => (await browser.OpenAsync($"/forms/{id}/edit")).Find("form#edit").GetAttribute("data-keeps") == "true";
    }

    [Theory]
    [InlineData(TestCounty.Password, "短密码", "短密码", "新密码至少 10 个字符，现在有 3 个，请加长")]
    [InlineData(TestCounty.Password, "Password123!", "Password123!", "新密码太常见，容易被猜中，请换一个")]
    [InlineData(TestCounty.Password, Own, "打错了的密码-2027", "两次输入的新密码不一致，请重新输入")]
    [InlineData(TestCounty.Password, TestCounty.Password, TestCounty.Password, "新密码不能与现在的密码相同")]
    [InlineData("不是这个密码", Own, Own, "现在的密码不正确。连续输错 5 次后须等 15 分钟")]
    public async Task What_is_wrong_is_said(string current, string wanted, string repeated, string sentence)
    {
        var app = await TestApp.SharedAsync(DatabaseProvider.Sqlite);
        var county = await TestCounty.CreateAsync(app);
        using var browser = await county.BrowserOfAsync(county.Administrator);

        var page = await ChangeAsync(browser, current, wanted, repeated);

        Assert.Equal([sentence], page.Problems);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Theory, EachDatabase]
    public async Task A_one_time_password_opens_no_other_page_until_it_is_changed(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        var (staff, oneTime) = await NewPersonAsync(app, county);
        using var browser = app.NewBrowser();

        var first = await browser.SignInAsync(staff, oneTime, "/admin/years");
        var elsewhere = await browser.GetAsync("/admin/staff");
        var changed = await browser.SubmitAndFollowAsync(first, "修改密码",
            ("CurrentPassword", oneTime), ("NewPassword", Own), ("RepeatedPassword", Own));

        Assert.Equal("修改密码", first.Heading);
        Assert.Contains("您用一次性密码登录，请先改成自己的密码", first.Body, StringComparison.Ordinal);
        Assert.Equal("/account/password?returnUrl=%2Fadmin%2Fstaff", elsewhere.Location?.PathAndQuery);
        Assert.Equal("年度", changed.Heading);
        Assert.Equal([], changed.Problems);
    }

    [Theory, EachDatabase]
    public async Task A_one_time_password_expires(DatabaseProvider provider)
    {
        await using var app = await TestApp.CreateAsync(provider);
        var county = await TestCounty.CreateAsync(app);
        var (staff, oneTime) = await NewPersonAsync(app, county);
        using var browser = app.NewBrowser();

        app.Time.Advance(TimeSpan.FromHours(72) + TimeSpan.FromSeconds(1));

        Assert.Equal(["一次性密码已过期，请联系管理员重新生成。"], (await browser.SignInAsync(staff, oneTime)).Problems);
    }

    private static async Task<TestPage> ChangeAsync(TestBrowser browser, string current, string wanted, string repeated) =>
        await browser.SubmitAndFollowAsync(await browser.OpenAsync("/account/password"), "修改密码",
            ("CurrentPassword", current), ("NewPassword", wanted), ("RepeatedPassword", repeated));

    private static async Task<(string UserName, string Password)> NewPersonAsync(TestApp app, TestCounty county)
    {
        var input = new StaffInput { UserName = $"新人{county.Mark}", DisplayName = "新人", OrganisationId = county.FinanceOffice.Id, Roles = Role.Administrator };
        var created = await app.WithAsync<StaffService, NewAccount>(service => service.CreateAsync(input, Guid.CreateVersion7()));
        return (input.UserName, created.OneTimePassword!);
    }
}
