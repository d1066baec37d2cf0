using CsCheck;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>Q3 and Q15: what is wrong with a text as typed, and the text as it should be.</summary>
public class GlyphsTests
{
    private static readonly CheckContext Sound = CheckForms.Sound;

    [Theory]
    [InlineData("≧20 户", "≥20 户")]
    [InlineData("≦20 户", "≤20 户")]
    [InlineData("⩾20 户", "≥20 户")]
    [InlineData("⩽20 户", "≤20 户")]
    [InlineData("≧＝20 户", "≥20 户")]
    [InlineData("≦=20 户", "≤20 户")]
    [InlineData("〉 95%", "> 95%")]
    [InlineData("〈0.5‰", "<0.5‰")]
    [InlineData("＞95％", ">95%")]
    [InlineData("﹤９５%", "<９５%")]
    [InlineData("＝3 家", "=3 家")]
    [InlineData(">=3 家", "≥3 家")]
    [InlineData("=>3 家", "≥3 家")]
    [InlineData("≥=3 家", "≥3 家")]
    [InlineData("＜=3 家", "≤3 家")]
    [InlineData("=＜3 家", "≤3 家")]
    [InlineData("80％–90％", "80%–90%")]
    [InlineData("管网 ㎡ ①≧3", "管网 ㎡ ①≥3")]
    [InlineData("≧＝３ 户", "≥３ 户")]
    [InlineData("≦＝", "≤")]
    [InlineData("≧", "≥")]
    [InlineData("＞０", ">０")]
    [InlineData("＞９", ">９")]
    [InlineData("＞ \u200b9", "> \u200b9")]
    [InlineData("〉3，〈2", ">3，<2")]
    [Fires("Q3")]
    public void Q3_offers_the_text_with_the_signs_of_the_table(string value, string corrected)
    {
        var finding = Sound.WithRows("output.quality", ("工程验收", value)).Only("Q3");

        Assert.Equal((corrected, value, FindingSeverity.Hint), (finding.Correction, finding.Raw, finding.Severity));
        Assert.Equal("", Sound.WithRows("output.quality", ("工程验收", corrected)).Codes("Q3"));
    }

    [Theory]
    [InlineData("≥20 户")]
    [InlineData("> 95%")]
    [InlineData("=3 家")]
    [InlineData("〈2023 年工作方案〉已印发")]
    [InlineData("《关于〈办法〉 3 号文》")]
    [InlineData("甲＝乙")]
    [InlineData("＞优")]
    [InlineData("９５%")]
    [InlineData("80～90%")]
    [InlineData("95 %")]
    [InlineData("=")]
    [InlineData(">=")]
    [InlineData(">=优")]
    [InlineData("=> 优")]
    [InlineData("〈3〉")]
    [InlineData("＞／")]
    [InlineData("＞：")]
    [InlineData("＞")]
    [NearMiss("Q3")]
    public void Q3_leaves_what_is_no_sign_or_right(string value) => Assert.Equal("", Sound.WithRows("output.quality", ("工程验收", value)).Codes("Q3"));

    [Fact]
    public void Q3_says_each_sign_once()
    {
        var finding = Sound.WithRows("output.quality", ("合格率（％）", "≧80％，≧90％")).Codes("Q3");
        var message = Sound.WithRows("output.quality", ("合格率", "≧80％，≧90％")).Only("Q3").Message;

        Assert.Equal("Q3H Q3H", finding);
        Assert.Equal("质量指标第 1 行指标值“≧80％，≧90％”：“≧”宜写作“≥”，“％”宜写作半角“%”，请改正", message);
    }

    [Theory]
    [InlineData("示范效应突出。", "示范效应突出")]
    [InlineData("≥95%。 ", "≥95%")]
    [InlineData("≥95%；，", "≥95%")]
    [InlineData("≥95% 。", "≥95%")]
    [InlineData("５０户", "50户")]
    [InlineData("９．５ Ｇ", "9.5 G")]
    [InlineData("群众 生活水平", "群众生活水平")]
    [InlineData("企业， 个人", "企业，个人")]
    [InlineData("≥  20 户", "≥ 20 户")]
    [InlineData("≥\u200b20 户", "≥20 户")]
    [InlineData("企业,个人", "企业，个人")]
    [InlineData("企业;个人:全部", "企业；个人：全部")]
    [InlineData("管网（新建)", "管网（新建）")]
    [InlineData("管网(新建）", "管网（新建）")]
    [InlineData("管网 (新建）", "管网（新建）")]
    [InlineData("卫生院(村卫生室)", "卫生院（村卫生室）")]
    [InlineData("3 台(套)设备(含安装)", "3 台(套)设备（含安装）")]
    [InlineData("管网((新建)", "管网(（新建）")]
    [InlineData("县级≥95%,乡级≥90%", "县级≥95%，乡级≥90%")]
    [InlineData("A级, B级", "A级， B级")]
    [InlineData("企业,\u200b个人", "企业，个人")]
    [InlineData("ＡＺａｚ０９", "AZaz09")]
    [InlineData("３．５Ｇ", "3.5G")]
    [InlineData("㐀 䶿", "㐀䶿")]
    [InlineData("一 鿿", "一鿿")]
    [InlineData("一,鿿", "一，鿿")]
    [InlineData("企业。 个人", "企业。个人")]
    [InlineData("企业； 个人", "企业；个人")]
    [InlineData("企业： 个人", "企业：个人")]
    [InlineData("企业、 个人", "企业、个人")]
    [InlineData("企业“ 个人", "企业“个人")]
    [InlineData("企业” 个人", "企业”个人")]
    [InlineData("企业（ 个人", "企业（个人")]
    [InlineData("企业） 个人", "企业）个人")]
    [InlineData("企业《 个人", "企业《个人")]
    [InlineData("企业》 个人", "企业》个人")]
    [Fires("Q15")]
    public void Q15_offers_the_tidy_text(string value, string corrected)
    {
        var finding = Sound.WithRows("output.quality", ("工程验收", value)).Only("Q15");

        Assert.Equal((corrected, value, FindingSeverity.Hint), (finding.Correction, finding.Raw, finding.Severity));
        Assert.Equal("", Sound.WithRows("output.quality", ("工程验收", corrected)).Codes("Q15"));
    }

    [Theory]
    [InlineData("2023 年 3 月底前")]
    [InlineData("≥ 20 户")]
    [InlineData("5 000 人")]
    [InlineData("1,200 人")]
    [InlineData("台(套)")]
    [InlineData("（一）新建（二）改造")]
    [InlineData("新建完成\n改造完成")]
    [InlineData("新建完成 \n 改造完成")]
    [InlineData("A, B")]
    [InlineData("时限 9:30")]
    [InlineData("≥3 台(套)")]
    [InlineData("PM2.5(24h)均值")]
    [InlineData("改造(新")]
    [InlineData("改造)新建(")]
    [InlineData("3：2")]
    [InlineData("带动“专精特新”发展")]
    [InlineData("㎡、①、～")]
    [InlineData("优。良")]
    [InlineData("。")]
    [InlineData("95.5%")]
    [InlineData("3 ．5")]
    [InlineData("甲．乙")]
    [InlineData("A 级")]
    [InlineData(" 企业")]
    [InlineData(",企业")]
    [InlineData("；")]
    [InlineData(")（")]
    [InlineData("a( b )")]
    [NearMiss("Q15")]
    public void Q15_leaves_blanks_beside_numbers_and_what_is_right(string value) => Assert.Equal("", Sound.WithRows("output.quality", ("工程验收", value)).Codes("Q15"));

    [Fact]
    public void Q15_looks_at_names_too_and_says_all_that_is_wrong()
    {
        Assert.Equal("质量指标第 1 行指标名称“工程 验收１次。”：数字、字母是全角，有多余的空格，末尾有多余的标点，请改正",
            Sound.WithRows("output.quality", ("工程 验收１次。", "=100%")).Only("Q15").Message);
    }

    [Fact]
    public void A_correction_leaves_nothing_to_correct_and_changes_nothing_else()
    {
        string[] pieces =
        [
            "≧", "＞", "=", "＝", "〉", "〈", "％", "20", "９", "．", " ", "　", "\u200b", "\n", "户", "企业", "，", ",", ";", "。", "(", "（", ")", "）", "㎡", "①", "A", "Ａ",
        ];
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 12].Select(string.Concat).Sample(text =>
        {
            var signs = CanonicalSigns.Correct(text, out _) ?? text;
            var tidy = TidyTexts.Correct(text, out var faults);
            return CanonicalSigns.Correct(signs, out _) is null && TidyTexts.Correct(tidy, out _) == tidy && (faults.Count == 0) == (tidy == text)
                && Letters(signs) == Letters(text) && Letters(tidy) == Letters(text);
        }, iter: 20_000);
    }

    /// <summary>What is said, in one way of writing each glyph.</summary>
    private static string Letters(string text) => string.Concat(CompactText.Of(text).Text.Where(c => char.IsLetterOrDigit(c) || c is '①'));
}
