using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

namespace PerfTargets.Browser.Tests;

/// <summary>What clerks do about what the checks found, and what reviewers read of it.</summary>
public sealed class FindingsTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Timeliness = "时效指标";
    private const string Late = "晚于预算年度 2023 年";
    private const string Why = "自治区资金 12 月下达，跨年兑现。";

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PERFTARGETS_SCREENSHOTS");

    private County _county = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _county = await OwnCountyAsync(County.WithDraftsAsync);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_fourth_real_form_is_refused_for_its_date_and_goes_up_once_that_is_put_right(bool javaScript)
    {
        var clerk = await SignedInAsync(Account.Clerk, javaScript);
        var check = await new CheckPage(clerk).OpenAsync(await FormIdAsync(4));
        await clerk.HasNoAxeViolationAsync();
        Assert.Equal([("时效指标第 1 行“拨付企业奖补资金时限”", "日期“2022 年 3 月底”早于预算年度 2023 年，请核对")], await check.ErrorsAsync());
        Assert.False(await check.OffersSubmissionAsync());

        var edit = await check.FollowAsync("时效指标第 1 行");
        Assert.Equal($"{Timeliness} 指标值", await edit.FocusedFieldAsync());
        Assert.True(await edit.ShowsItsTargetAsync());
        await edit.TypeValueAsync(Timeliness, "2023 年 3 月底前");
        check = await edit.CheckAsync();

        Assert.Empty(await check.ErrorsAsync());
        Assert.Equal("待单位审核", await (await check.SubmitAsync()).StatusAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_reviewer_reads_what_the_clerk_wrote_beside_a_warning(bool javaScript)
    {
        var clerk = await SignedInAsync(Account.Clerk, javaScript);
        var edit = await new EditPage(clerk).OpenAsync(await FormIdAsync(2));
        await edit.TypeValueAsync(Timeliness, "2024 年 3 月底前");
        await edit.SaveAsync();
        await clerk.HasNoAxeViolationAsync();
        await TakePictureAsync(clerk, "edit-needed");
        Assert.Equal("1 条须填写说明，填写后才能送审", await edit.NeededAsync());
        await edit.ExplainAsync(Late, "跨年兑现。");
        await edit.SaveAsync();
        Assert.Equal("跨年兑现。", await edit.ReasonAsync(Late));

        var check = await edit.CheckAsync();
        await TakePictureAsync(clerk, "check-explained");
        await clerk.HasNoAxeViolationAsync();
        await clerk.Page.HasLargeTargetsAsync();
        await check.ExplainAsync(Late, Why);
        var found = await check.FoundAsync();
        Assert.Contains("　说明 1　", found);
        var details = await check.SubmitAsync();
        Assert.Equal("待单位审核", await details.StatusAsync());

        var reviewer = await SignedInAsync(Account.UnitReviewer, javaScript);
        var review = await new DetailsPage(reviewer).OpenAsync(await FormIdAsync(2));
        await reviewer.HasNoAxeViolationAsync();
        await TakePictureAsync(reviewer, "review-reasons");
        Assert.Equal(["填写说明　" + Why], await review.ReasonsAsync());
        Assert.Equal(found, await review.FoundAsync());
    }

    [Fact]
    public async Task What_is_typed_beside_a_warning_is_unsaved_until_it_is_saved_and_the_hand_stays_there()
    {
        var clerk = await SignedInAsync(Account.Clerk);
        var edit = await new EditPage(clerk).OpenAsync(await FormIdAsync(2));
        await edit.TypeValueAsync(Timeliness, "2024 年 3 月底前");
        await edit.SaveAsync();
        Assert.StartsWith("✓ 已保存", await edit.SavedAsync());

        await edit.ExplainAsync(Late, Why);
        Assert.Equal("有未保存的修改", await edit.SavedAsync());
        await edit.SaveAsync();
        Assert.Equal(Why, await edit.ReasonAsync(Late));

        var check = await edit.CheckAsync();
        Assert.False(await check.AsksBeforeLeavingAsync());
        await check.ExplainAsync(Late, "另一说明");
        Assert.True(await check.AsksBeforeLeavingAsync());
        await check.SaveReasonsAsync();
        Assert.False(await check.AsksBeforeLeavingAsync());
        Assert.Equal("另一说明", await check.ReasonAsync(Late));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_click_corrects_one_field_another_all_and_neither_loses_what_was_typed(bool javaScript)
    {
        var clerk = await SignedInAsync(Account.Clerk, javaScript);
        var edit = await new EditPage(clerk).OpenAsync(await FormIdAsync(1));
        await edit.TypePeriodAsync("13 个月");
        await edit.ShowHintsAsync();
        await edit.CorrectAsync("≥20 户");
        Assert.Equal("数量指标第 1 行 指标值", await edit.FocusedFieldAsync());
        Assert.Equal(("≥20 户", "13 个月"), (await edit.ValueAsync("数量指标", 1), await edit.PeriodAsync()));

        await edit.TypePeriodAsync("14 个月");
        Assert.Contains("全部采纳", await edit.CorrectableAsync());
        await clerk.HasNoAxeViolationAsync();
        await edit.TakeCorrectionsAsync();

        Assert.Matches(@"^已改正 \d+ 处。草稿已保存。 撤销$", await edit.NoteAsync());
        Assert.Equal("14 个月", await edit.PeriodAsync());
        Assert.Equal("", await edit.CorrectableAsync());
        await clerk.HasNoAxeViolationAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_last_correction_is_offered_in_view_too_and_beside_送审(bool javaScript)
    {
        var clerk = await SignedInAsync(Account.Clerk, javaScript);
        var edit = await new EditPage(clerk).OpenAsync(await FormIdAsync(2));
        if ((await edit.CorrectableAsync()).Length > 0)
            await edit.TakeCorrectionsAsync();
        await edit.TypeValueAsync("质量指标", "≥95%。");
        var check = await edit.CheckAsync();

        Assert.True(await check.OffersSubmissionAsync());
        Assert.Equal("有 1 处写法可以一键改正 改为“≥95%”", string.Join(' ', (await check.CorrectableAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        await clerk.HasNoAxeViolationAsync();
        await clerk.Page.HasLargeTargetsAsync();
        await check.TakeCorrectionsAsync();

        Assert.Equal(("已改正 1 处。", ""), (await check.NoteAsync(), await check.CorrectableAsync()));
        Assert.Equal("≥95%", await (await new EditPage(clerk).OpenAsync(await FormIdAsync(2))).ValueAsync("质量指标"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_who_explain_one_warning_choose_between_their_texts_also_on_the_check_page(bool javaScript)
    {
        const string place = "时效指标第 1 行的指标值：填写说明";
        var (mine, theirs) = (await SignedInAsync(Account.Clerk, javaScript), await SignedInAsync(Account.Clerk, javaScript));
        var edit = await new EditPage(mine).OpenAsync(await FormIdAsync(2));
        await edit.TypeValueAsync(Timeliness, "2024 年 3 月底前");
        await edit.SaveAsync();
        var other = await new EditPage(theirs).OpenAsync(await FormIdAsync(2));
        await other.ExplainAsync(Late, "对方的说明");
        await other.SaveAsync();

        await edit.ExplainAsync(Late, Why);
        await edit.SaveAsync();
        var conflict = new ConflictPage(mine);
        Assert.Equal([(place, Why, "对方的说明")], await conflict.QuestionsAsync());
        await mine.HasNoAxeViolationAsync();
        await TakePictureAsync(mine, "conflict-reasons");
        await conflict.TakeTheirsAsync(place);
        await conflict.ResolveAsync();
        Assert.Equal("对方的说明", await edit.ReasonAsync(Late));

        var check = await new CheckPage(mine).OpenAsync(await FormIdAsync(2));
        await new EditPage(theirs).OpenAsync(await FormIdAsync(2));
        await other.ExplainAsync(Late, "对方又改的说明");
        await other.SaveAsync();
        await check.ExplainAsync(Late, Why);
        await check.SubmitAsync();
        Assert.Equal([(place, Why, "对方又改的说明")], await conflict.QuestionsAsync());
        Assert.Contains("您刚才按的“送审”还没有进行", await conflict.ReasonAsync());
        await mine.HasNoAxeViolationAsync();
        await conflict.TakeMineAsync(place);
        await conflict.ResolveAsync();
        Assert.Equal(Why, await check.ReasonAsync(Late));
        Assert.Equal("待单位审核", await (await check.SubmitAsync()).StatusAsync());
    }

    [Fact]
    public async Task A_form_with_very_many_hints_stays_readable()
    {
        var id = await FormIdAsync(2);
        await _county.App.WithAsync<FormService>(async forms =>
        {
            var clerk = await Season.ActorAsync(_county, Account.Clerk);
            var form = (await forms.FindAsync(id, clerk))!;
            var rows = Enumerable.Range(1, 25).Select(number => new IndicatorRow(Guid.CreateVersion7(), "output.quantity", $"奖补第 {number} 批企业户数", $"≧{number} 户"));
            await forms.SaveAsync(new FormRequest(id, form.Version, Guid.CreateVersion7()), form.Content with { Indicators = [.. form.Content.Indicators, .. rows] }, clerk);
        });
        var person = await SignedInAsync(Account.Clerk);
        await ReadAsync(person, await new EditPage(person).OpenAsync(id), "edit-hints");
        await ReadAsync(person, await new CheckPage(person).OpenAsync(id), "check-hints");
    }

    private static async Task ReadAsync(Person person, FindingsPage page, string name)
    {
        await TakePictureAsync(person, name + "-folded");
        await page.ShowHintsAsync();
        Assert.True((await page.HintsAsync()).Count >= 25);
        await person.HasNoAxeViolationAsync();
        await person.Page.HasLargeTargetsAsync();
        await person.Page.HasNoSidewaysScrollingAsync();
        await TakePictureAsync(person, name);
    }

    private async Task<Person> SignedInAsync(string account, bool javaScript = true)
    {
        var person = await PersonAsync(_county, javaScript);
        await (await new SignInPage(person).OpenAsync()).SignInAsync(account);
        return person;
    }

    /// <param name="number">Which of the four real forms.</param>
    private Task<Guid> FormIdAsync(int number) => _county.FormIdAsync(County.SeedContents[number - 1].ProjectName);

    private static async Task TakePictureAsync(Person person, string name)
    {
        if (!string.IsNullOrEmpty(Pictures))
            await person.Page.ScreenshotAsync(new Microsoft.Playwright.PageScreenshotOptions { Path = Path.Combine(Pictures, name + ".png"), FullPage = name.EndsWith("hints", StringComparison.Ordinal) });
    }
}
