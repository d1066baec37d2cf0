using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

namespace PerfTargets.Browser.Tests;

/// <summary>What hands do in the editor: keyboards, double clicks, two people at once, a session that has ended.</summary>
public sealed class EditorTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Goal = "年度总体目标";
    private const string Quantity = "数量指标";

    /// <summary>A draft on which the checks find no error.</summary>
    private static readonly string Project = County.SeedContents[1].ProjectName;

    private County _county = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _county = await OwnCountyAsync(County.WithDraftsAsync);
    }

    [Fact]
    public async Task Signing_in_and_saving_need_no_mouse()
    {
        var clerk = await PersonAsync(_county);
        await (await new SignInPage(clerk).OpenAsync()).SignInByKeyboardAsync(Account.Clerk);
        var edit = await new EditPage(clerk).OpenAsync(await _county.FormIdAsync(Project));

        await edit.TypePeriodByKeyboardAsync("2 年");
        await clerk.Page.Keyboard.PressAsync("Enter");

        await edit.SaysAsync("✓ 已保存");
        Assert.Equal("2 年", await edit.PeriodAsync());
        await edit.PressByKeyboardAsync("检查并送审");
        Assert.True(await new CheckPage(clerk).OffersSubmissionAsync());
    }

    [Fact]
    public async Task Without_JavaScript_Enter_in_a_line_of_text_saves_the_draft()
    {
        var clerk = await ClerkAsync(javaScript: false);
        var edit = await EditAsync(clerk);

        await edit.TypePeriodByKeyboardAsync("18 个月");
        await clerk.GoOnAsync(() => clerk.Page.Keyboard.PressAsync("Enter"));

        Assert.Equal("草稿已保存。", await edit.NoteAsync());
        Assert.Equal("18 个月", await edit.PeriodAsync());
        Assert.Equal("项目期", await edit.FocusedFieldAsync());
        Assert.Equal([FormEventKind.Imported], await _county.EventsAsync(Project));
    }

    [Fact]
    public async Task Enter_goes_from_line_to_line_of_the_head_so_that_nobody_types_into_a_page_that_goes_away()
    {
        var clerk = await ClerkAsync();
        var edit = await EditAsync(clerk);
        var (keys, address) = (clerk.Page.Keyboard, clerk.Page.Url);
        var visits = 0;
        clerk.Page.FrameNavigated += (_, _) => visits++;

        await edit.TypePeriodByKeyboardAsync("18 个月");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("120");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("100");
        await keys.PressAsync("Shift+Enter");

        Assert.Equal("年度资金总额（万元）", await edit.FocusedFieldAsync());
        await edit.SaysAsync("✓ 已保存");
        var sheet = new SheetPage(clerk);
        Assert.Equal(("18 个月", "120", "100"), (await edit.PeriodAsync(), await sheet.Funds("total").InputValueAsync(), await sheet.Funds("fiscal").InputValueAsync()));
        Assert.Equal((0, address), (visits, clerk.Page.Url));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_is_typed_in_order_and_comes_back_after_a_slip(bool javaScript)
    {
        var clerk = await ClerkAsync(javaScript);
        var edit = await EditAsync(clerk);
        await edit.AddRowAsync(Quantity);
        await clerk.Page.Keyboard.TypeAsync("奖补企业户数");
        await clerk.Page.Keyboard.PressAsync("Tab");
        await clerk.Page.Keyboard.TypeAsync("3 户");

        await edit.RemoveRowAsync(Quantity, 2);

        Assert.Equal("撤销删除“奖补企业户数 3 户”", await edit.FocusedFieldAsync());
        Assert.True(await edit.ShowsItsTargetAsync());
        await clerk.HasNoAxeViolationAsync();
        await clerk.Page.HasLargeTargetsAsync();
        await edit.ActAsync(() => clerk.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("3 户", await edit.ValueAsync(Quantity, 2));
        Assert.Equal($"{Quantity}第 2 行 三级指标", await edit.FocusedFieldAsync());
    }

    [Fact]
    public async Task Enter_goes_down_a_row_and_Shift_Enter_up_and_neither_breaks_a_line()
    {
        var clerk = await ClerkAsync();
        var edit = await EditAsync(clerk);
        await edit.AddRowAsync(Quantity);

        await clerk.Page.Keyboard.TypeAsync("奖补");
        await clerk.Page.Keyboard.PressAsync("Shift+Enter");
        var above = await edit.FocusedFieldAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.Keyboard.TypeAsync("户数");

        Assert.Equal($"{Quantity}第 1 行 三级指标", above);
        Assert.Equal("奖补户数", await edit.NameAsync(Quantity, 2));
    }

    [Fact]
    public async Task Control_Enter_adds_a_row_below_and_Control_arrows_move_one()
    {
        var clerk = await ClerkAsync();
        var edit = await EditAsync(clerk);
        var first = await edit.NameAsync(Quantity);

        await edit.FocusNameAsync(Quantity);
        await clerk.Page.Keyboard.PressAsync("Control+Enter");
        await clerk.Page.Keyboard.TypeAsync("奖补户数");
        await clerk.Page.Keyboard.PressAsync("Control+ArrowUp");

        Assert.Equal($"{Quantity}第 1 行 三级指标", await edit.FocusedFieldAsync());
        Assert.Equal(("奖补户数", first), (await edit.NameAsync(Quantity, 1), await edit.NameAsync(Quantity, 2)));
        await clerk.Page.HasWholeTablesAsync();
    }

    [Fact]
    public async Task A_form_sent_up_from_another_window_shows_what_was_typed_and_the_way_back()
    {
        var clerk = await ClerkAsync();
        var edit = await EditAsync(clerk);
        var other = await ClerkAsync();
        await (await new CheckPage(other).OpenAsync(await _county.FormIdAsync(Project))).SubmitAsync();
        await edit.TypeGoalAsync("来不及保存的总体目标。");

        await edit.SaveAsync();

        await clerk.HasNoAxeViolationAsync();
        await clerk.Page.HasNoSidewaysScrollingAsync();
        Assert.Equal("来不及保存的总体目标。", await edit.GoalAsync());
        Assert.Contains("请打开目标表按“撤回”", Assert.Single(await edit.ProblemsAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_sends_up_once(bool javaScript)
    {
        var clerk = await ClerkAsync(javaScript);
        var check = await new CheckPage(clerk).OpenAsync(await _county.FormIdAsync(Project));

        var details = await check.DoubleClickSubmitAsync();

        Assert.Equal("待单位审核", await details.StatusAsync());
        Assert.Equal([FormEventKind.Imported, FormEventKind.Submitted], await _county.EventsAsync(Project));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_saves_later_chooses_between_both_texts(bool javaScript)
    {
        var (first, second) = (await ClerkAsync(javaScript), await ClerkAsync(javaScript));
        var (earlier, later) = (await EditAsync(first), await EditAsync(second));
        await earlier.TypeGoalAsync("先保存的总体目标。");
        await earlier.TypePeriodAsync("2 年");
        await earlier.SaveAsync();
        await later.TypeGoalAsync("后保存的总体目标。");
        await later.TypePeriodAsync("3 年");

        await later.SaveAsync();

        var conflict = new ConflictPage(second);
        await second.HasNoAxeViolationAsync();
        await second.Page.HasNoSidewaysScrollingAsync();
        Assert.Contains("这份目标表在您打开之后已被修改", await conflict.ReasonAsync());
        Assert.Equal(
            [("项目期", "3 年", "2 年"), (Goal, "后保存的总体目标。", "先保存的总体目标。")],
            await conflict.QuestionsAsync());
        await conflict.TakeTheirsAsync("项目期");
        await conflict.TakeMineAsync(Goal);
        var edit = await conflict.ResolveAsync();
        Assert.Equal("已按您的选择合并并保存。", await edit.NoteAsync());
        Assert.Equal("后保存的总体目标。", await edit.GoalAsync());
        Assert.Equal("2 年", await edit.PeriodAsync());
    }

    [Fact]
    public async Task What_cannot_be_read_stays_as_typed_with_a_sentence_at_its_field()
    {
        var clerk = await ClerkAsync();
        var edit = await EditAsync(clerk);
        await edit.TypeFundsAsync("total", "三十六万");

        await edit.SaveAsync();

        await clerk.HasNoAxeViolationAsync();
        Assert.Equal("三十六万", await edit.FundsAsync("total"));
        Assert.Contains("“三十六万”不是有效的金额", Assert.Single(await edit.MessagesAsync()));
    }

    [Fact]
    public async Task An_amount_typed_with_its_unit_is_that_amount_and_one_in_元_is_told_what_to_type()
    {
        var edit = await EditAsync(await ClerkAsync());
        await edit.TypeFundsAsync("total", "120 万");
        await edit.TypeFundsAsync("fiscal", "1200000 元");

        await edit.SaveAsync();

        Assert.Equal("120.00", await edit.FundsAsync("total"));
        Assert.Contains("“1200000 元”的单位是元，这里以万元为单位，请填 120", Assert.Single(await edit.MessagesAsync()));
    }

    [Fact]
    public async Task What_was_typed_outlives_the_session()
    {
        var clerk = await ClerkAsync();
        var edit = await EditAsync(clerk);
        await edit.TypeGoalAsync("登录过期时写下的总体目标。");
        await clerk.Page.Context.ClearCookiesAsync();

        await edit.SaveAsync();

        await clerk.HasNoAxeViolationAsync();
        await new SignInPage(clerk).SignInAsync(Account.Clerk);
        await clerk.HasNoAxeViolationAsync();
        await edit.ContinueAsync();
        Assert.Equal("草稿已保存。", await edit.NoteAsync());
        Assert.Equal("登录过期时写下的总体目标。", await edit.GoalAsync());
    }

    private async Task<Person> ClerkAsync(bool javaScript = true)
    {
        var clerk = await PersonAsync(_county, javaScript);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        return clerk;
    }

    private async Task<EditPage> EditAsync(Person clerk) => await new EditPage(clerk).OpenAsync(await _county.FormIdAsync(Project));
}
