using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>A new colleague, from the administrator's page to a first own password.</summary>
public sealed class AccountTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_new_colleague_signs_in_with_a_one_time_password_and_chooses_an_own_one()
    {
        var county = await OwnCountyAsync(County.BeforeAnyFormAsync);
        var administrator = await PersonAsync(county);
        await (await new SignInPage(administrator).OpenAsync()).SignInAsync(Account.Administrator);

        var oneTime = await (await new StaffPage(administrator).OpenNewAsync()).CreateAsync("马小兰", "ma.xiaolan", "平罗县教育局", "填报人");

        await administrator.HasNoAxeViolationAsync();
        var colleague = await PersonAsync(county);
        var signIn = await new SignInPage(colleague).OpenAsync();
        await signIn.SignInAsync("ma.xiaolan", "not-the-password");
        await colleague.HasNoAxeViolationAsync();
        Assert.NotEmpty(await signIn.ProblemsAsync());
        await signIn.SignInAsync("ma.xiaolan", oneTime);
        await colleague.HasNoAxeViolationAsync();
        var password = new PasswordPage(colleague);
        Assert.Equal("修改密码", await password.HeadingAsync());
        await password.ChangeAsync(oneTime, "沙湖春水绿如蓝-2023");
        Assert.Equal("工作台", await password.HeadingAsync());
    }
}
