using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Tests.Organisations;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData(null, "请填写新密码")]
    [InlineData("", "请填写新密码")]
    [InlineData("kqzvwmxpy", "新密码至少 10 个字符，现在有 9 个，请加长")]
    [InlineData("我的Zhang3的密码", "新密码不能包含用户名，请换一个")]
    [InlineData("1234567890", "新密码太常见，容易被猜中，请换一个")]
    [InlineData("9876543210", "新密码太常见，容易被猜中，请换一个")]
    [InlineData("abcdefghijk", "新密码太常见，容易被猜中，请换一个")]
    [InlineData("aaaaaaaaaaaa", "新密码太常见，容易被猜中，请换一个")]
    [InlineData("Password2027!", "新密码太常见，容易被猜中，请换一个")]
    [InlineData("2027Pingluo", "新密码太常见，容易被猜中，请换一个")]
    [InlineData("kqzvwmxpyt", null)]
    [InlineData("贺兰山下果园成", "新密码至少 10 个字符，现在有 7 个，请加长")]
    [InlineData("贺兰山下果园成塞北江南旧有名", null)]
    public void Long_and_not_a_first_guess_is_all_that_is_asked(string? password, string? sentence) =>
        Assert.Equal(sentence, PasswordRules.Refusal(password, "zhang3", new SignInSettings()));

    [Theory]
    [InlineData("kqzvwmxpyt", false)]
    [InlineData("kqzvwmxPY7", true)]
    public void A_site_may_ask_for_kinds_of_characters(string password, bool passes) =>
        Assert.Equal(passes, PasswordRules.Refusal(password, "", new SignInSettings { PasswordCharacterKinds = 3 }) is null);

    [Fact]
    public void One_time_passwords_differ_and_hold_no_characters_that_look_alike()
    {
        var passwords = Enumerable.Range(0, 200).Select(_ => PasswordRules.NewOneTimePassword()).ToList();

        Assert.Equal(passwords.Count, passwords.Distinct().Count());
        Assert.All(passwords, password => Assert.Matches("^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$", password));
    }
}
