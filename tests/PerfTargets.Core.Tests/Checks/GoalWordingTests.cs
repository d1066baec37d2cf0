using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>G5–G7: the goal by itself.</summary>
public class GoalWordingTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData("持续开展“专精特新”企业培育认定工作。")]
    [InlineData("完成2023年任务。")]
    [InlineData("1.统一部署；2.建设一批项目，推进三级服务。")]
    [InlineData("目标1：聘请第三方服务")]
    [InlineData("（1）进一步改善（2）提高")]
    [InlineData("1、统一部署")]
    [InlineData("任务2，加强管理")]
    [InlineData("(3)加强管理")]
    [InlineData("目标：1)加强管理")]
    [InlineData("目标1加强管理")]
    [Fires("G5")]
    public void G5_names_a_goal_without_a_number(string goal)
    {
        var finding = Goal(goal).Only("G5");

        Assert.Equal("年度总体目标：没有一个数量，看不出要完成多少、达到什么程度，请写明主要任务的数量", finding.Message);
        Assert.Equal((FindingSeverity.Warning, HeadField.OverallGoal), (finding.Severity, finding.Place.Field));
    }

    [Theory]
    [InlineData("奖补企业 1 户。")]
    [InlineData("改造两栋教学楼。")]
    [InlineData("合格率达到 95%。")]
    [InlineData("拨付 36 万元。")]
    [InlineData("培训教师 300，提高水平。")]
    [InlineData("300，提高水平。")]
    [InlineData("完成 1.5 万亩：提高水平")]
    [InlineData("完成 12 公里。")]
    [NearMiss("G5")]
    public void G5_is_content_with_any_amount(string goal) => Assert.Equal("", Goal(goal).Codes("G5"));

    [Theory]
    [InlineData("G5")]
    [InlineData("G6")]
    public void A_blank_goal_cannot_be_judged(string code)
    {
        Assert.True(Goal(" \n").IsUndetermined(code));
        Assert.False(Sound.IsUndetermined(code));
    }

    [Fact]
    [Fires("G6")]
    public void G6_counts_characters_without_blanks()
    {
        Assert.Equal("", Goal(new string('水', 149) + "。  ").Codes("G6"));
        Assert.Equal("年度总体目标：共 151 字，超过 150 字，请精简，突出主要任务和数量", Goal(new string('水', 150) + "。").Only("G6").Message);
        Assert.Equal("", Goal(new string('水', 150) + "。").WithSettings("G6", Most(151)).Codes("G6"));
    }

    [Theory]
    [InlineData("促进发展，提高水平。", true)]
    [InlineData("进一步促进发展，改造管网，不断提高水平。", true)]
    [InlineData("促进发展，改造管网。", false)]
    [InlineData("提高产量 5 万吨。", false)]
    [InlineData("推动改造管网十二三四，促进", true)]
    public void G6_names_a_goal_that_mostly_wishes(string goal, bool found)
    {
        Assert.Equal(found ? "G6H" : "", Goal(goal).Codes("G6"));
        if (found)
            Assert.Equal("年度总体目标：大部分是“促进”“提高”一类的口号，请写明具体任务和数量", Goal(goal).Only("G6").Message);
    }

    [Theory]
    [InlineData("进一步激发了企业活力", "激发了")]
    [InlineData("群众用水得到了保障", "得到了")]
    [InlineData("已完成改造 12 公里", "已完成")]
    [InlineData("维护的管网已建成", "已建成")]
    [InlineData("改善了的用水条件", "改善了")]
    [Fires("G7")]
    public void G7_names_what_is_told_as_done(string clause, string word)
    {
        var finding = Goal($"改造管网 12 公里，{clause}。").Only("G7");

        Assert.Equal($"年度总体目标：“{clause}”中的“{word}”说的是已经做完的事，请改写成要达到的目标", finding.Message);
        Assert.Equal((clause, FindingSeverity.Hint), (finding.Raw, finding.Severity));
    }

    [Theory]
    [InlineData("为了改善用水条件")]
    [InlineData("群众了解节水知识")]
    [InlineData("了结历史欠账")]
    [InlineData("让群众明了政策")]
    [InlineData("在取得了成效的基础上继续改造")]
    [InlineData("在已完成改造基础上继续改造")]
    [InlineData("维护已建成的管网")]
    [InlineData("已登记用户")]
    [NearMiss("G7")]
    public void G7_leaves_plans_and_what_is_there_alone(string clause) => Assert.Equal("", Goal($"改造管网 12 公里，{clause}。").Codes("G7"));

    [Fact]
    public void G7_looks_at_rows_too()
    {
        Assert.Equal("社会效益指标第 1 行“用水条件”：“提升了群众用水水平”中的“提升了”说的是已经做完的事，请改写成要达到的目标",
            Sound.WithRows("benefit.social", ("用水条件", "提升了群众用水水平")).Only("G7").Message);
        Assert.Equal("name", Sound.WithRows("benefit.social", ("改善了用水条件", "800 户")).Only("G7").Place.Field);
    }

    private static CheckContext Goal(string goal) => Sound.With(form => form with { OverallGoal = goal });

    private static CheckSettings Most(int characters) => new(Numbers: new Dictionary<string, int> { ["characters"] = characters });

    [Theory]
    [InlineData(67, "G6H")]
    [InlineData(66, "")]
    public void G6_measures_wishes_in_percent_of_the_characters(int wished, string codes) =>
        Assert.Equal(codes, Goal($"促进{new string('水', wished - 2)}，改造{new string('管', 98 - wished)}").Codes("G6"));

    [Fact]
    [NearMiss("G6")]
    public void G6_has_no_wishes_to_measure_where_there_are_only_marks() => Assert.Equal("", Goal("，。").Codes("G6"));
}
