using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>Digits and signs of an input method are put right on leaving a field, where everybody can see it.</summary>
public sealed class SignTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Quantity = "数量指标";
    private static readonly string Project = County.SeedContents[1].ProjectName;

    private Person _clerk = null!;
    private SheetPage _sheet = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        _clerk = await PersonAsync(county);
        await (await new SignInPage(_clerk).OpenAsync()).SignInAsync(Account.Clerk);
        await new EditPage(_clerk).OpenAsync(await county.FormIdAsync(Project));
        _sheet = new SheetPage(_clerk);
    }

    [Theory]
    [InlineData("≧２０ 户", "≥20 户")]
    [InlineData("≦3．5％", "≤3.5%")]
    [InlineData("> =20 户", "> =20 户")]
    [InlineData(">=20 户", "≥20 户")]
    [InlineData("＜＝ 20 户", "≤ 20 户")]
    [InlineData("＞20 户", ">20 户")]
    public async Task Signs_are_put_right_when_the_hand_leaves(string typed, string expected)
    {
        await _sheet.Value(Quantity).FillAsync(typed);
        var before = await _sheet.Value(Quantity).InputValueAsync();
        await _clerk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal((typed, expected), (before, await _sheet.Value(Quantity).InputValueAsync()));
    }

    [Theory]
    [InlineData("①号楼 120㎡，10² 株")]
    [InlineData("8℃，（一）ＡＢ，Ⅳ类")]
    [InlineData("第一章．总则，〈2023 年方案〉")]
    public async Task What_official_texts_write_in_other_ways_stays(string typed)
    {
        await _sheet.Value(Quantity).FillAsync(typed);
        await _clerk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal(typed, await _sheet.Value(Quantity).InputValueAsync());
        Assert.Empty(await _sheet.Notices.AllInnerTextsAsync());
    }

    [Fact]
    public async Task Signs_are_put_right_in_the_goal_and_in_the_period_too()
    {
        await _sheet.Goal.FillAsync("开展培训≧２０ 次，合格率９５％。");
        await new EditPage(_clerk).TypePeriodAsync("２ 年");
        await _clerk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal(("开展培训≥20 次，合格率95%。", "2 年"), (await _sheet.Goal.InputValueAsync(), await new EditPage(_clerk).PeriodAsync()));
    }

    [Fact]
    public async Task In_a_reason_why_a_group_does_not_apply_they_come_back_too()
    {
        var reason = _clerk.Page.Locator("textarea[name='na-reason-benefit.ecological']");
        await reason.EvaluateAsync("one => { one.closest('details').open = true; }");
        await reason.FillAsync("比例５０％");
        await _clerk.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("比例50%", await reason.InputValueAsync());

        await _sheet.PressButtonAsync("撤销");

        Assert.Equal("比例５０％", await reason.InputValueAsync());
    }

    [Fact]
    public async Task Where_only_the_width_was_changed_that_is_said()
    {
        await _sheet.Value(Quantity).FillAsync("２０ 户");
        await _clerk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal(["“２０ 户”已改写为“20 户”（全角改为半角）。"], await _sheet.Notices.AllInnerTextsAsync());
    }

    [Fact]
    public async Task What_was_changed_is_said_and_can_be_taken_back()
    {
        await _sheet.Value(Quantity).FillAsync("≧２０ 户");
        await _clerk.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(["“≧２０ 户”已改写为“≥20 户”。"], await _sheet.Notices.AllInnerTextsAsync());
        await _clerk.HasNoAxeViolationAsync();

        var hand = await _sheet.FocusAsync();
        await _sheet.PressButtonAsync("撤销");

        Assert.Equal("≧２０ 户", await _sheet.Value(Quantity).InputValueAsync());
        Assert.Equal(hand, await _sheet.FocusAsync());
        Assert.Empty(await _sheet.Notices.AllInnerTextsAsync());
    }

    [Fact]
    public async Task Signs_are_put_right_in_what_is_written_beside_a_warning_too()
    {
        const string late = "晚于预算年度 2023 年";
        var edit = new EditPage(_clerk);
        await edit.TypeValueAsync("时效指标", "2024 年 3 月底前");
        await edit.SaveAsync();

        await edit.ExplainAsync(late, "年底完成率≧９５％，跨年兑现。");
        await _clerk.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("年底完成率≥95%，跨年兑现。", await edit.ReasonAsync(late));
        await _sheet.PressButtonAsync("撤销");

        Assert.Equal("年底完成率≧９５％，跨年兑现。", await edit.ReasonAsync(late));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_said_can_be_closed_and_the_hand_is_where_it_was(bool byKeyboard)
    {
        await _sheet.Value(Quantity).FillAsync("≧２０ 户");
        await _clerk.Page.Keyboard.PressAsync("Tab");
        var hand = await _sheet.FocusAsync();

        var close = _sheet.Button("关闭这条提示");
        await (byKeyboard ? close.PressAsync("Enter") : close.ClickAsync());

        Assert.Empty(await _sheet.Notices.AllInnerTextsAsync());
        Assert.Equal(hand, await _sheet.FocusAsync());
        Assert.Equal("≥20 户", await _sheet.Value(Quantity).InputValueAsync());
    }

    [Fact]
    public async Task What_was_said_goes_when_another_field_needs_nothing()
    {
        await _sheet.Funds("total").FillAsync("３６");
        await _clerk.Page.Keyboard.PressAsync("Tab");
        Assert.Single(await _sheet.Notices.AllInnerTextsAsync());

        await _sheet.Value(Quantity).FillAsync("20 户");
        await _clerk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("36", await _sheet.Funds("total").InputValueAsync());
        Assert.Empty(await _sheet.Notices.AllInnerTextsAsync());
    }
}
