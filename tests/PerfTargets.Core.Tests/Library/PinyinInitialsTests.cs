using System.Text;
using PerfTargets.Core.Library;
using PerfTargets.Core.Tests.Checks;

namespace PerfTargets.Core.Tests.Library;

public class PinyinInitialsTests
{
    [Theory]
    [InlineData("培训人数", "pxrs")]
    [InlineData("出勤率", "cql cqs")]
    [InlineData("R&D 投入强度", "rdtrqd rdtrjd")]
    [InlineData("（会议）次数！", "hycs kycs")]
    [InlineData("", "")]
    public void A_text_is_spelt_by_the_first_letters_of_every_reading(string text, string initials) =>
        Assert.Equal(initials, PinyinInitials.Of(text));

    [Fact]
    public void A_text_with_many_readings_has_few_spellings_and_its_usual_one_among_them()
    {
        var spellings = PinyinInitials.Of("重重重重重重重重会会会会").Split(' ');

        Assert.InRange(spellings.Length, 2, 16);
        Assert.All(spellings, one => Assert.Equal(12, one.Length));
        Assert.Contains("zzzzzzzzhhhh", spellings);
    }

    /// <summary>The standard lists its 3 755 usual characters in the order of their pinyin, so it tells the letter of each by itself.</summary>
    [Fact]
    public void Every_usual_character_has_the_letter_under_which_GB_2312_lists_it()
    {
        var wrong = ByGb2312().Where(one => !PinyinInitials.LettersOf(one.Character).Contains(one.Letter, StringComparison.Ordinal)).ToList();

        Assert.Equal(3755, ByGb2312().Count());
        Assert.Empty(wrong.Select(one => $"{one.Character} {one.Letter} {PinyinInitials.LettersOf(one.Character)}"));
    }

    [Fact]
    public void Every_Chinese_character_of_the_seed_forms_and_of_the_shipped_indicators_has_letters()
    {
        var texts = CheckForms.Seed.SelectMany(form => form.Indicators.Select(row => row.Name + row.Value).Append(form.ProjectName + form.OverallGoal))
            .Concat(ShippedIndicators.All.Select(one => one.Name + one.Explanation));

        Assert.All(string.Concat(texts).Where(c => c is >= '一' and <= '龥').Distinct(), c => Assert.Matches("^[a-z]+$", PinyinInitials.LettersOf(c)));
    }

    private static IEnumerable<(char Character, char Letter)> ByGb2312()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!;
        var letter = 'a';
        for (var row = 16; row <= 55; row++)
        {
            for (var place = 1; place <= (row == 55 ? 89 : 94); place++)
            {
                var c = encoding.GetString([(byte)(0xA0 + row), (byte)(0xA0 + place)])[0];
                // The first character of each letter.
                letter = "芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝".IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? "bcdefghjklmnopqrstwxyz"[at] : letter;
                yield return (c, letter);
            }
        }
    }
}
