using PerfTargets.Core.Checks;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>What short phrases have in common, without knowing the language.</summary>
public class PhrasesTests
{
    private static readonly string[] Fillers = ["项目", "工作", "数量"];

    [Theory]
    [InlineData("水质检测", "检测次数", true)]
    [InlineData("水质检测", "水库", false)]
    [InlineData("检测", "测检", false)]
    [InlineData("宣传工作", "培训工作", false)]
    [InlineData("项目前期", "目前", false)]
    [InlineData("12公里", "12座", false)]
    [InlineData("甲、乙", "丙、乙", false)]
    [InlineData("", "检测", false)]
    public void A_word_is_shared_when_two_characters_in_a_row_are(string one, string other, bool shared) => Assert.Equal(shared, Phrases.ShareWord(one, other, Fillers));

    [Theory]
    [InlineData("宣传资料", "资料宣传", 2)]
    [InlineData("宣传册", "宣传册", 1)]
    [InlineData("供水宣传册", "宣传供水", 2)]
    [InlineData("宣传工作", "工作宣传", 1)]
    [InlineData("12宣传", "12宣传", 1)]
    [InlineData("宣传", "培训", 0)]
    public void Shared_words_do_not_overlap(string one, string other, int words) => Assert.Equal(words, Phrases.SharedWords(one, other, Fillers));

    [Theory]
    [InlineData("水质考察", "核查水样", 1)]
    [InlineData("水质考察", "核查水质", 2)]
    [InlineData("考察", "培训", 0)]
    [InlineData("、考1", "、训1", 0)]
    public void A_character_is_shared_when_it_is_a_letter(string one, string other, int characters)
    {
        Assert.Equal(characters, Phrases.SharedCharacters(one, other));
        Assert.Equal(characters > 0, Phrases.ShareCharacter(one, other));
    }
}
