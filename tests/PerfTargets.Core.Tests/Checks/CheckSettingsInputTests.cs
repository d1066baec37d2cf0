using FluentValidation;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>What an administrator types becomes the settings of a template, and what a template has set is shown again.</summary>
public class CheckSettingsInputTests
{
    private const string Level = "level-K2";
    private const string Words = "words-C4-placeholders";
    private const string Number = "number-C7-rows";

    [Fact]
    public void What_a_template_sets_is_shown_and_for_the_rest_what_is_shipped()
    {
        var template = With("K2", new CheckSettings("W"));

        Assert.Equal("W", Shown(template, Level));
        Assert.Equal("", Shown(template, "level-C4"));
        Assert.Equal("off", Shown(With("K2", new CheckSettings("W", Off: true)), Level));
        Assert.Equal("E", Shown(With("K2", new CheckSettings(Off: false)), Level));
        Assert.Equal(string.Join('\n', Placeholders), Shown(template, Words));
        Assert.Equal("另行通知\n待定", Shown(With("C4", new CheckSettings(Words: new Dictionary<string, IReadOnlyList<string>> { ["placeholders"] = ["另行通知", "待定"] })), Words));
        Assert.Equal("2", Shown(template, Number));
        Assert.Equal("3", Shown(With("C7", new CheckSettings(Numbers: new Dictionary<string, int> { ["rows"] = 3 })), Number));
    }

    [Fact]
    public void What_is_shown_sets_nothing_new() => Assert.Empty(CheckSettingsInput.Of(CheckForms.Ningxia).Read());

    [Theory]
    [InlineData("E", null, null)]
    [InlineData("W", "W", null)]
    [InlineData("H", "H", null)]
    [InlineData("off", null, true)]
    [InlineData("", null, null)]
    [InlineData("X", null, null)]
    public void A_level_that_is_the_checks_own_sets_nothing(string level, string? severity, bool? off) =>
        Assert.Equal(new CheckSettings(severity, off), Read((Level, level)).GetValueOrDefault("K2", new CheckSettings()));

    /// <summary>F3 warns of a sum and refuses a total: set to 警告, it warns of both.</summary>
    [Theory]
    [InlineData("level-F3", "W")]
    [InlineData("level-F3", "E")]
    [InlineData("level-D1", "E")]
    public void The_usual_level_of_a_check_that_weighs_some_findings_otherwise_is_a_setting_too(string field, string level)
    {
        var code = field["level-".Length..];
        var read = Read((field, level));

        Assert.Equal(new CheckSettings(level), read[code]);
        Assert.Equal(level, Shown(With(code, read[code]), field));
        Assert.Empty(Read((field, "")));
    }

    [Fact]
    public void A_level_may_be_set_back_to_error() => Assert.Equal("E", Read(("level-K1", "E"))["K1"].Severity);

    [Fact]
    public void Words_are_one_a_line_each_once()
    {
        Assert.Equal(["另行通知", "待定"], Read((Words, " 另行通知\r\n\r\n待定 \n待定"))["C4"].Words!["placeholders"]);
        Assert.Empty(Read((Words, string.Join('\n', Placeholders))));
        Assert.Empty(Read((Words, " \n ")));
        Assert.Null(Read((Words, "另行通知"))["C4"].Numbers);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData(" ３ ", 3)]
    [InlineData("1", 1)]
    [InlineData("1000000", 1_000_000)]
    public void A_number_is_a_whole_one(string typed, int number)
    {
        Assert.Equal(number, Read((Number, typed))["C7"].Numbers!["rows"]);
        Assert.Null(Read((Number, typed))["C7"].Words);
    }

    [Theory]
    [InlineData("2")]
    [InlineData(" ")]
    public void A_number_that_is_shipped_or_blank_sets_nothing(string typed) => Assert.Empty(Read((Number, typed)));

    [Theory]
    [InlineData("1000001")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("两")]
    public void Other_numbers_are_refused(string typed) =>
        Assert.Equal($"C7“数量指标少于多少行时提示”：“{typed}”不能用，应是 1 到 1000000 之间的整数，请改正", Refused((Number, typed)));

    [Fact]
    public void A_percentage_is_one_of_a_whole()
    {
        Assert.Equal(100, Read(("number-K3-least", "100"))["K3"].Numbers!["least"]);
        Assert.Equal("K3“满意度的下限”：“101”不能用，应是 1 到 100 之间的整数，请改正", Refused(("number-K3-least", "101")));
    }

    [Fact]
    public void Words_are_kept_in_the_way_of_writing_in_which_texts_are_compared() =>
        Assert.Equal(["(未定)", "再议"], Read((Words, "（未 定）\n再议"))["C4"].Words!["placeholders"]);

    [Fact]
    public void Too_many_words_too_long_and_broken_ones_are_refused()
    {
        Assert.Equal("C4“占位符”最多 500 个词，现在有 501 个，请删减", Refused((Words, Distinct(501))));
        Assert.Equal(500, Read((Words, Distinct(500)))["C4"].Words!["placeholders"].Count);
        Assert.StartsWith("C4“占位符”的每个词最多 40 个字", Refused((Words, new string('长', 41))), StringComparison.Ordinal);
        Assert.Single(Read((Words, new string('长', 40))));
        Assert.StartsWith("C4“占位符”：含有不可见的空字符", Refused((Words, "待\0定")), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_refused_is_said_at_its_field() => Assert.Equal([Words, Number],
        Assert.Throws<ValidationException>(() => Read((Words, new string('长', 41)), (Number, "两"))).Errors.Select(error => error.PropertyName));

    [Fact]
    public void Fields_in_which_people_type_have_a_label()
    {
        Assert.Equal("占位符", CheckSettingsInput.LabelOf(Words));
        Assert.Equal("数量指标少于多少行时提示", CheckSettingsInput.LabelOf(Number));
        Assert.Null(CheckSettingsInput.LabelOf(Level));
    }

    private static IReadOnlyList<string> Placeholders => new NoPlaceholders().Lists[0].Shipped;

    private static string Shown(FormTemplate template, string field) => CheckSettingsInput.Of(template).Fields[field];

    private static FormTemplate With(string code, CheckSettings settings) => CheckForms.Ningxia with { Checks = new Dictionary<string, CheckSettings> { [code] = settings } };

    private static IReadOnlyDictionary<string, CheckSettings> Read(params (string Field, string Typed)[] typed) =>
        new CheckSettingsInput(typed.ToDictionary(one => one.Field, one => one.Typed), null).Read();

    private static string Refused(params (string Field, string Typed)[] typed) =>
        Assert.Single(Assert.Throws<ValidationException>(() => Read(typed)).Errors).ErrorMessage;

    private static string Distinct(int count) => string.Join('\n', Enumerable.Range(1, count).Select(number => "词" + number));
}
