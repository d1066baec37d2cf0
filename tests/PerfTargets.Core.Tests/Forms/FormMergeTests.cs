using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Forms;

public sealed class FormMergeTests
{
    private const string Quantity = "output.quantity", Sustainability = "benefit.sustainability";
    private static readonly FormTemplate Template = FormTemplate.Parse(ShippedTemplates.Json("ningxia-2023"));

    [Fact]
    public void Every_difference_is_a_question_and_the_suggestions_lose_no_text()
    {
        var (shared, mine, theirs) = (Row("培训", "1 次"), Row("我加的", "2 次"), Row("对方加的", "3 次"));
        var own = new FormContent { ProjectName = "项目", OverallGoal = "我的目标", Indicators = [shared, mine] };
        var other = new FormContent { ProjectName = "项目", ProjectPeriod = "1 年", OverallGoal = "对方的目标", Indicators = [shared with { Value = "9 次" }, theirs] };

        var questions = FormMerge.Questions(own, other, Template, ShownTexts.Unknown);
        var merged = FormMerge.Resolve(own, other, Template, ShownTexts.Unknown, new Dictionary<string, MergeSide>());

        Assert.Equal(
            [HeadField.ProjectPeriod, HeadField.OverallGoal, $"row-{shared.Id:N}", $"row-{mine.Id:N}", $"row-{theirs.Id:N}"],
            questions.Select(question => question.Key));
        Assert.Equal(("1 年", "我的目标"), (merged.ProjectPeriod, merged.OverallGoal));
        Assert.Equal([shared, theirs, mine], merged.Indicators);
    }

    [Fact]
    public void What_is_to_be_confirmed_is_what_the_form_says_now()
    {
        var row = Row("培训", "1 次");
        var mine = new FormContent { OverallGoal = "我的目标", Indicators = [row], Unconfirmed = ["overallGoal", FormMerge.RowKey(row)] };
        var theirs = new FormContent { Indicators = [row], Unconfirmed = [FormMerge.RowKey(row)] };

        var merged = FormMerge.Resolve(mine, theirs, Template, ShownTexts.Of(theirs, Template), new Dictionary<string, MergeSide>());

        Assert.Equal(theirs.Unconfirmed, merged.Unconfirmed);
    }

    [Fact]
    public void The_choices_decide()
    {
        var (shared, mine, theirs) = (Row("培训", "1 次"), Row("我加的", "2 次"), Row("对方加的", "3 次"));
        var own = new FormContent { OverallGoal = "我的目标", Indicators = [shared, mine], Funds = [new("total", Amount.FromTyped("1"))] };
        var other = new FormContent { OverallGoal = "对方的目标", Indicators = [shared with { Value = "9 次" }, theirs], Funds = [new("total", Amount.FromTyped("2"))] };
        var choices = new Dictionary<string, MergeSide>
        {
            [HeadField.OverallGoal] = MergeSide.Theirs,
            ["funds-total"] = MergeSide.Theirs,
            [$"row-{shared.Id:N}"] = MergeSide.Theirs,
            [$"row-{mine.Id:N}"] = MergeSide.Theirs,
            [$"row-{theirs.Id:N}"] = MergeSide.Mine,
        };

        var merged = FormMerge.Resolve(own, other, Template, ShownTexts.Unknown, choices);

        Assert.Equal(("对方的目标", "2.00"), (merged.OverallGoal, merged.FundsOf("total").Text));
        Assert.Equal([shared with { Value = "9 次" }], merged.Indicators);
    }

    [Fact]
    public void A_row_that_was_moved_to_another_group_by_a_forged_post_is_asked_about_once()
    {
        var row = Row("培训", "1 次");

        var questions = FormMerge.Questions(
            new FormContent { Indicators = [row] }, new FormContent { Indicators = [row with { GroupKey = "output.cost" }] }, Template,
            ShownTexts.Unknown);

        Assert.Single(questions);
    }

    [Fact]
    public void What_was_left_as_it_was_shown_is_the_others_without_a_question()
    {
        var (kept, typed, removed, added) = (Row("培训", "1 次"), Row("检查", "2 次"), Row("多余", "3 次"), Row("对方加的", "4 次"));
        var shown = new FormContent { ProjectPeriod = "1 年", OverallGoal = "目标", Indicators = [kept, typed, removed] };
        var own = shown with { OverallGoal = "我的目标", Indicators = [kept, typed with { Value = "5 次" }, removed] };
        var other = new FormContent { ProjectPeriod = "2 年", OverallGoal = "对方的目标", Indicators = [added, typed, kept with { Value = "9 次" }] };
        var page = ShownTexts.Read(ShownTexts.Of(shown, Template).Pack());

        var questions = FormMerge.Questions(own, other, Template, page);
        var merged = FormMerge.Resolve(own, other, Template, page, new Dictionary<string, MergeSide>());

        Assert.Equal([HeadField.OverallGoal], questions.Select(question => question.Key));
        Assert.Equal(
            [HeadField.OverallGoal, $"row-{typed.Id:N}"], FormMerge.Typed(own, other, Template, page).Select(question => question.Key));
        Assert.Equal(("2 年", "我的目标"), (merged.ProjectPeriod, merged.OverallGoal));
        Assert.Equal([added, typed with { Value = "5 次" }, kept with { Value = "9 次" }], merged.Indicators);
    }

    [Fact]
    public void What_only_I_have_changed_is_mine_without_a_question()
    {
        var (kept, cleared, removed, added) = (Row("培训", "1 次"), Row("检查", "2 次"), Row("多余", "3 次"), Row("我加的", "4 次"));
        var shown = new FormContent { ProjectPeriod = "1 年", OverallGoal = "目标", Indicators = [kept, cleared, removed] };
        var own = new FormContent { ProjectPeriod = "", OverallGoal = "目标", Indicators = [kept, cleared with { Value = "" }, added] };
        var other = shown with { OverallGoal = "对方的目标" };
        var page = ShownTexts.Read(ShownTexts.Of(shown, Template).Pack());

        var merged = FormMerge.Resolve(own, other, Template, page, new Dictionary<string, MergeSide>());

        Assert.Empty(FormMerge.Questions(own, other, Template, page));
        Assert.Equal(("", "对方的目标"), (merged.ProjectPeriod, merged.OverallGoal));
        Assert.Equal([kept, cleared with { Value = "" }, added], merged.Indicators);
    }

    [Fact]
    public void Reasons_of_both_sides_are_kept_and_two_texts_for_one_finding_are_a_question()
    {
        var row = Row("培训", "2024 年底前");
        var (mine, theirs, both) = (Reason("F3", "funds-total"), Reason("F5", HeadField.OverallGoal), Reason("D1", Place.RowValue(Quantity, row.Id).Anchor));
        var shown = new FormContent { Indicators = [row] };
        var own = shown with { Reasons = [mine, both with { Text = "我的说明" }] };
        var other = shown with { Reasons = [both with { Text = "对方的说明" }, theirs] };
        var page = ShownTexts.Read(ShownTexts.Of(shown, Template).Pack());

        var question = Assert.Single(FormMerge.Questions(own, other, Template, page));
        var merged = FormMerge.Resolve(own, other, Template, page, new Dictionary<string, MergeSide>());
        var chosen = FormMerge.Resolve(own, other, Template, page, new Dictionary<string, MergeSide> { [question.Key] = MergeSide.Theirs });

        Assert.Equal(("数量指标第 1 行的指标值：填写说明", "我的说明", "对方的说明"), (question.Label, question.Mine, question.Theirs));
        Assert.Equal([both with { Text = "我的说明" }, theirs, mine], merged.Reasons);
        Assert.Equal([both with { Text = "对方的说明" }, theirs, mine], chosen.Reasons);
    }

    [Fact]
    public void A_reason_that_only_one_has_taken_away_is_gone()
    {
        var (first, second) = (Reason("F3", "funds-total"), Reason("F5", HeadField.OverallGoal));
        var shown = new FormContent { Reasons = [first, second] };
        var page = ShownTexts.Read(ShownTexts.Of(shown, Template).Pack());

        var (own, other) = (shown with { Reasons = [second] }, shown with { Reasons = [first] });

        Assert.Empty(FormMerge.Questions(own, other, Template, page));
        Assert.Empty(FormMerge.Resolve(own, other, Template, page, new Dictionary<string, MergeSide>()).Reasons);
    }

    [Fact]
    public void Both_of_two_texts_of_sentences_stand_one_after_the_other()
    {
        var reason = Reason("F3", "funds-total");
        var own = new FormContent { OverallGoal = "我的目标。", NotApplicable = [new(Sustainability, "我的原因")], Reasons = [reason with { Text = "我的说明" }] };
        var other = new FormContent { OverallGoal = "对方的目标。", NotApplicable = [new(Sustainability, "对方的原因")], Reasons = [reason with { Text = "对方的说明" }] };

        var questions = FormMerge.Questions(own, other, Template, ShownTexts.Unknown);
        var merged = FormMerge.Resolve(own, other, Template, ShownTexts.Unknown, questions.ToDictionary(question => question.Key, _ => MergeSide.Both));

        Assert.Equal([true, true, true], questions.Select(question => question.TakesBoth));
        Assert.Equal("我的目标。\n对方的目标。", merged.OverallGoal);
        Assert.Equal("我的原因\n对方的原因", Assert.Single(merged.NotApplicable).Reason);
        Assert.Equal("我的说明\n对方的说明", Assert.Single(merged.Reasons).Text);
    }

    [Theory]
    [InlineData("", "对方的目标。", "对方的目标。")]
    [InlineData("我的目标。", "", "我的目标。")]
    [InlineData("目标一。目标二。", "目标一。", "目标一。目标二。")]
    [InlineData("目标一。", "目标一。目标二。", "目标一。")]
    public void Both_is_no_answer_where_one_text_has_all_of_the_other(string mine, string theirs, string suggested)
    {
        var (own, other) = (new FormContent { OverallGoal = mine }, new FormContent { OverallGoal = theirs });

        var question = Assert.Single(FormMerge.Questions(own, other, Template, ShownTexts.Unknown));
        var merged = FormMerge.Resolve(own, other, Template, ShownTexts.Unknown, new Dictionary<string, MergeSide> { [question.Key] = MergeSide.Both });

        Assert.False(question.TakesBoth);
        Assert.Equal(suggested, merged.OverallGoal);
    }

    [Fact]
    public void Both_of_two_indicators_typed_into_one_row_are_two_rows_and_the_others_keeps_its_identity()
    {
        var (blank, after) = (Row("", ""), Row("走访户数", "8 户"));
        var (own, other) = (new FormContent { Indicators = [blank with { Name = "培训人数", Value = "20 人" }, after] }, new FormContent { Indicators = [blank with { Name = "宣讲场次", Value = "2 场" }, after] });
        var page = ShownTexts.Of(new FormContent { Indicators = [blank, after] }, Template);

        var question = Assert.Single(FormMerge.Questions(own, other, Template, page));
        var merged = FormMerge.Resolve(own, other, Template, page, BothAt(blank));

        Assert.True(question.TakesBoth);
        Assert.Equal(["培训人数 20 人", "宣讲场次 2 场", "走访户数 8 户"], merged.Indicators.Select(row => $"{row.Name} {row.Value}"));
        Assert.Equal([blank.Id, after.Id], merged.Indicators.Skip(1).Select(row => row.Id));
        Assert.DoesNotContain(merged.Indicators[0].Id, new[] { blank.Id, after.Id });
    }

    [Fact]
    public void What_was_written_of_a_row_and_its_mark_go_with_it_where_both_are_taken_and_theirs_stays_as_they_have_it()
    {
        var row = Row("", "");
        var (name, value) = (Place.RowName(Quantity, row.Id).Anchor, Place.RowValue(Quantity, row.Id).Anchor);
        var (kept, mineOnly, theirsOnly) = (Reason("D1", value), Reason("F3", name), Reason("F5", name));
        var (mine, theirs) = (Reason("Q1", value) with { Text = "我的说明" }, Reason("Q1", value) with { Text = "对方的说明" });
        var before = new FormContent { Indicators = [row], Reasons = [kept] };
        // What did not stand on my page stands in mine as in theirs.
        var own = before with { Indicators = [row with { Name = "培训人数" }], Reasons = [kept, theirsOnly, mine, mineOnly], Unconfirmed = [FormMerge.RowKey(row)] };
        var other = before with { Indicators = [row with { Name = "宣讲场次" }], Reasons = [kept, theirsOnly, theirs] };
        var choices = BothAt(row);
        choices[Place.Reason(mine.Key).Anchor] = MergeSide.Mine;

        var merged = FormMerge.Resolve(own, other, Template, ShownTexts.Of(before, Template), choices);

        var apart = merged.Indicators[0];
        Assert.Equal([FormMerge.RowKey(apart)], merged.Unconfirmed);
        Assert.Equal([kept, theirsOnly, theirs], merged.Reasons.Where(reason => reason.Place == name || reason.Place == value));
        Assert.Equal(
            [
                kept with { Place = Place.RowValue(Quantity, apart.Id).Anchor }, mine with { Place = Place.RowValue(Quantity, apart.Id).Anchor },
                mineOnly with { Place = Place.RowName(Quantity, apart.Id).Anchor },
            ],
            merged.Reasons.Where(reason => reason.Place != name && reason.Place != value));
    }

    [Fact]
    public void A_blank_row_that_one_has_left_away_and_another_has_filled_in_stays_without_a_question()
    {
        var (first, blank) = (Row("培训人数", "20 人"), Row("", ""));
        var page = ShownTexts.Of(new FormContent { Indicators = [first, blank] }, Template);
        var (own, other) = (new FormContent { Indicators = [first] }, new FormContent { Indicators = [first, blank with { Name = "宣讲场次" }] });

        Assert.Empty(FormMerge.Questions(own, other, Template, page));
        Assert.Equal(other.Indicators, FormMerge.Resolve(own, other, Template, page, new Dictionary<string, MergeSide>()).Indicators);
        Assert.Equal([first], FormMerge.Resolve(own, new FormContent { Indicators = [first, blank] }, Template, page, new Dictionary<string, MergeSide>()).Indicators);
    }

    [Fact]
    public void An_answer_that_cannot_be_given_any_more_is_none()
    {
        var (own, other) = (new FormContent { OverallGoal = "目标一。" }, new FormContent { OverallGoal = "目标一。目标二。" });

        var question = Assert.Single(FormMerge.Questions(own, other, Template, ShownTexts.Unknown));

        Assert.True(question.IsOpen);
        Assert.False(question.IsAnswered(new Dictionary<string, MergeSide> { [question.Key] = MergeSide.Both }));
        Assert.True(question.IsAnswered(new Dictionary<string, MergeSide> { [question.Key] = MergeSide.Mine }));
    }

    [Theory]
    [InlineData("培训人数", "20 人", "培训人数", "30 人")]
    [InlineData("培训人数", "20 人", "培训人数（人次）", "30 人")]
    [InlineData("", "20 人", "培训人数", "30 人")]
    public void Both_is_no_answer_for_a_row_that_is_one_indicator(string mine, string myValue, string theirs, string theirValue)
    {
        var row = Row(mine, myValue);
        var (own, other) = (new FormContent { Indicators = [row] }, new FormContent { Indicators = [row with { Name = theirs, Value = theirValue }] });

        var question = Assert.Single(FormMerge.Questions(own, other, Template, ShownTexts.Unknown));
        var merged = FormMerge.Resolve(own, other, Template, ShownTexts.Unknown, new Dictionary<string, MergeSide> { [question.Key] = MergeSide.Both });

        Assert.False(question.TakesBoth);
        Assert.Equal([row], merged.Indicators);
    }

    [Fact]
    public void Both_is_no_answer_for_names_and_amounts()
    {
        var own = new FormContent { ProjectName = "甲项目", ProjectPeriod = "1 年", Funds = [new("total", Amount.FromTyped("1"))] };
        var other = new FormContent { ProjectName = "乙项目", ProjectPeriod = "2 年", Funds = [new("total", Amount.FromTyped("2"))] };

        var questions = FormMerge.Questions(own, other, Template, ShownTexts.Unknown);
        var merged = FormMerge.Resolve(own, other, Template, ShownTexts.Unknown, questions.ToDictionary(question => question.Key, _ => MergeSide.Both));

        Assert.Equal(3, questions.Count);
        Assert.DoesNotContain(questions, question => question.TakesBoth);
        Assert.Equal(("甲项目", "1 年", "1.00"), (merged.ProjectName, merged.ProjectPeriod, merged.FundsOf("total").Text));
    }

    private static Dictionary<string, MergeSide> BothAt(IndicatorRow row) => new() { [FormMerge.RowKey(row)] = MergeSide.Both };

    /// <summary>What I may have done to rows meanwhile, of which none is a move within their group.</summary>
    public static TheoryData<string> NoMoves => new(Edits.Keys);

    private static readonly Dictionary<string, Func<IReadOnlyList<IndicatorRow>, IReadOnlyList<IndicatorRow>>> Edits = new()
    {
        ["a row in another group"] = rows => [.. rows, Row("我加的", "2 次", Sustainability)],
        ["a row in this group"] = rows => [rows[0], Row("我加的", "2 次"), .. rows.Skip(1)],
        ["a row less"] = rows => [.. rows.Take(3)],
        ["another text"] = rows => [rows[0] with { Value = "9 次" }, .. rows.Skip(1)],
        ["a move in another group"] = rows => [.. rows.Take(4), rows[5], rows[4]],
    };

    [Theory]
    [MemberData(nameof(NoMoves))]
    public void Rows_that_the_other_has_moved_stay_so_whatever_else_I_have_done(string edit)
    {
        IReadOnlyList<IndicatorRow> rows = [Row("甲", "1"), Row("乙", "1"), Row("丙", "1"), Row("丁", "1"), Row("戊", "1", Sustainability), Row("己", "1", Sustainability)];
        var shown = new FormContent { Indicators = rows };
        var mine = shown with { Indicators = Edits[edit](rows) };
        var theirs = shown with { Indicators = [rows[0], rows[2], rows[1], .. rows.Skip(3)] };

        var merged = FormMerge.Resolve(mine, theirs, Template, ShownTexts.Read(ShownTexts.Of(shown, Template).Pack()), new Dictionary<string, MergeSide>());

        var expected = mine.Indicators.ToList();
        var (two, three) = (expected.FindIndex(row => row.Id == rows[1].Id), expected.FindIndex(row => row.Id == rows[2].Id));
        (expected[two], expected[three]) = (expected[three], expected[two]);
        Assert.Equal(expected, merged.Indicators);
    }

    [Fact]
    public void Where_both_have_moved_rows_of_one_group_mine_is_the_order_and_the_others_rows_stand_behind_those_they_followed()
    {
        IReadOnlyList<IndicatorRow> rows = [Row("甲", "1"), Row("乙", "1"), Row("丙", "1")];
        var shown = new FormContent { Indicators = rows };
        var added = Row("对方加的", "2 次");

        var merged = FormMerge.Resolve(
            shown with { Indicators = [rows[2], rows[0], rows[1]] }, shown with { Indicators = [rows[1], added, rows[0], rows[2]] }, Template, ShownTexts.Of(shown, Template),
            new Dictionary<string, MergeSide>());

        Assert.Equal([rows[2], rows[0], rows[1], added], merged.Indicators);
    }

    private static FindingReason Reason(string code, string place) => new(code, place, "36", "说明");

    private static IndicatorRow Row(string name, string value, string group = Quantity) => new(Guid.CreateVersion7(), group, name, value);
}
