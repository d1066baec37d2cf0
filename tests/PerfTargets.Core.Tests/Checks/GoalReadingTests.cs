using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Checks;

public class GoalReadingTests
{
    [Theory]
    [InlineData("节能宣传 2 次，节能监察≥20 户。", "节能宣传2次|节能监察≥20户")]
    [InlineData("宣传2次、监察20户；培训、考核3人", "宣传2次|监察20户|培训、考核3人")]
    [InlineData("目标1：改造1,200户！完成？", "目标1|改造1,200户|完成")]
    [InlineData("改造管网12公里（含主管5公里，支管7公里），新建泵站1座", "改造管网12公里(含主管5公里,支管7公里)|新建泵站1座")]
    [InlineData("按《宁夏水务，2023》改造（未闭合，仍是一句。新建1座", "按《宁夏水务,2023》改造(未闭合,仍是一句|新建1座")]
    [InlineData("，，；", "")]
    [InlineData("改造管网（含主管）），新建泵站", "改造管网(含主管))|新建泵站")]
    [InlineData("改造2023，新建1座", "改造2023|新建1座")]
    [InlineData("改造，1座", "改造|1座")]
    [InlineData("改造12户，", "改造12户")]
    [InlineData("改造（《甲，乙》，丙），新建", "改造(《甲,乙》,丙)|新建")]
    public void A_goal_is_cut_into_clauses(string goal, string clauses) =>
        Assert.Equal(clauses, string.Join('|', Read(goal).Clauses.Select(clause => clause.Text)));

    [Fact]
    public void A_clause_knows_its_numbers_and_the_words_around_them()
    {
        var clause = Assert.Single(Read("组织 教师 ≥300 人参加培训 6 期").Clauses);

        Assert.Equal("组织 教师 ≥300 人参加培训 6 期", clause.Typed);
        Assert.Equal([("组织教师", "≥300 人", "参加培训6期", true), ("参加培训", "6 期", "", false)],
            clause.Numbers.Select(number => (number.Before, number.Typed, number.Behind, number.IsFirst)));
        Assert.Equal(["组织教师≥300 人", "参加培训6 期"], clause.Numbers.Select(number => number.Phrase));
        Assert.Equal("3 家企业", Assert.Single(Read("3 家企业").Numbers).Phrase);
    }

    [Fact]
    public void Numbers_in_brackets_are_told_apart() =>
        Assert.Equal([false, true, true, false], Read("改造 46 户（C 级 12 户、D 级 34 户），新建 2 座").Numbers.Select(number => number.IsInBrackets));

    [Theory]
    [InlineData("2023年底前完成", "2023年底")]
    [InlineData("完成2023年任务", "")]
    public void A_clause_knows_the_date_that_opens_it(string goal, string opening) =>
        Assert.Equal(opening.Length, Assert.Single(Read(goal).Clauses).Opening);

    [Theory]
    [InlineData("改造两栋教学楼和十二间教室", "2栋 12间")]
    [InlineData("统一部署，一批项目，第三方，三级医院，三年行动，十四五期间，进一步，一户一策", "1户")]
    [InlineData("两栋教学楼", "2栋")]
    [InlineData("十二间教室改造", "12间")]
    [InlineData("改造教室十二", "")]
    [InlineData("第三座泵站", "")]
    [InlineData("工期三个月，建设三座", "3座")]
    public void Small_numbers_in_characters_are_read_within_sentences(string goal, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', Read(goal).InWords.Select(number => number.Low.ToString("0") + number.Unit!.Text)));

    [Theory]
    [InlineData("改造 12 公里", "12000 米", true)]
    [InlineData("发放 3 万份", "30000 份", true)]
    [InlineData("奖补企业 1 户", "1 个", true)]
    [InlineData("改造两栋教学楼", "2 栋", true)]
    [InlineData("拨付 36 万元", "360000 元", true)]
    [InlineData("造林 1 平方公里", "100 公顷", true)]
    [InlineData("处理 2 吨", "2000 公斤", true)]
    [InlineData("蓄水 5 立方米", "5 方", true)]
    [InlineData("改造 12 公里", "12 次", false)]
    [InlineData("改造 12 公里", "13 公里", false)]
    [InlineData("改造 12 亩", "12 公顷", false)]
    [InlineData("增长 5%", "5 个百分点", false)]
    public void A_goal_mentions_a_quantity_in_any_unit_of_its_kind(string goal, string value, bool mentions) =>
        Assert.Equal(mentions, Read(goal).Mentions(TargetValue.Read(value).Main!));

    private static GoalReading Read(string goal) => GoalReading.Of(TargetValue.Read(goal));

    [Fact]
    public void A_number_in_characters_knows_where_it_stands()
    {
        var read = Read("改造十二间教室");
        var number = Assert.Single(read.InWords);

        Assert.Equal("十二间", read.Text.Substring(number.Start, number.Length));
    }

    [Theory]
    [InlineData("拨付 36 万元、每人 500 元/人、合格率 90%、30 天内培训 6 期、考核 2 次", "6 期")]
    [InlineData("拨付 36 万元", null)]
    [InlineData("每人 500 元/人", null)]
    [InlineData("合格率 90%", null)]
    [InlineData("30 天内", null)]
    public void A_clause_counts_its_first_number_of_things(string goal, string? count) =>
        Assert.Equal(count, Read(goal).Clauses.Select(clause => clause.Count?.Typed).FirstOrDefault(typed => typed is not null));

    [Fact]
    public void A_number_in_a_title_is_told_apart() => Assert.Equal([true, false], Read("按《水务 20 条》建设泵站 3 座").Numbers.Select(number => number.IsInBrackets));

    [Theory]
    [InlineData("改造 12 平方米", "12 ㎡", true)]
    [InlineData("改造 1 公顷", "1 平方米", false)]
    [InlineData("改造 12 米", "12 平方米", false)]
    [InlineData("改造 12 厘米", "12 米", false)]
    [InlineData("改造 12 米", "12 厘米", false)]
    [InlineData("改造 12 升", "12 方", false)]
    [InlineData("改造 12 公里", "12 里", false)]
    [InlineData("改造三座泵站", "3 公里", false)]
    public void Sizes_are_compared_only_where_both_units_are_known(string goal, string value, bool mentions) =>
        Assert.Equal(mentions, Read(goal).Mentions(TargetValue.Read(value).Main!));
}
