using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Tests.Checks;
using PerfTargets.TestKit.Labelled;

namespace PerfTargets.Core.Tests.Forms;

public class TargetValueTests
{
    [Theory]
    [InlineData("≧20 户", "AtLeast ≥ 20 户 Count")]
    [InlineData("2 次", "None  2 次 Count")]
    [InlineData("106.7 万吨", "None  106.7 万吨 Mass")]
    [InlineData("≥95％", "AtLeast ≥ 95 % Rate")]
    [InlineData("36.7 万元", "None  36.7 万元 Amount")]
    [InlineData("8 家以上", "AtLeast 以上 8 家 Count")]
    [InlineData("增长 20%以上", "AtLeast 以上 20 % Rate")]
    [InlineData("连续两年平均增长超过 8%", "MoreThan 超过 8 % Rate")]
    [InlineData(">92%", "MoreThan > 92 % Rate")]
    [InlineData("≥230个", "AtLeast ≥ 230 个 Count")]
    [InlineData("=72890元", "Equal = 72890 元 Amount")]
    [InlineData("≥100百分比", "AtLeast ≥ 100 百分比 Rate")]
    [InlineData("资金到位率达100%", "None  100 % Rate")]
    [InlineData("预算支出进度达到90%以上", "AtLeast 以上 90 % Rate")]
    [InlineData("１２ 人次", "None  12 人次 Count")]
    [InlineData("≥1,200 人", "AtLeast ≥ 1200 人 Count")]
    [InlineData(">=3个", "AtLeast >= 3 个 Count")]
    [InlineData("＜0.5‰", "LessThan < 0.5 ‰ Rate")]
    [InlineData("600元/人·月", "None  600 元/人·月 UnitCost")]
    [InlineData("≤1.2 万元/公里", "AtMost ≤ 1.2 万元/公里 UnitCost")]
    [InlineData("200元每人", "None  200 元每人 UnitCost")]
    [InlineData("50元/标段", "None  50 元/标段 UnitCost")]
    [InlineData("3000元/（人·年）", "None  3000 元/(人·年) UnitCost")]
    [InlineData("2次/年", "None  2 次/年 Count")]
    [InlineData("10 台（套）", "None  10 台(套) Count")]
    [InlineData("100余人", "None  100 人 Count")]
    [InlineData("控制在36万元以内", "AtMost 控制在 36 万元 Amount")]
    [InlineData("15 个工作日内", "AtMost 内 15 个工作日 Time")]
    [InlineData("不少于三次", "AtLeast 不少于 3 次 Count")]
    [InlineData("两次", "None  2 次 Count")]
    [InlineData("百分之九十五", "None  95 % Rate")]
    [InlineData("-5%", "None  -5 % Rate")]
    [InlineData("约 20 亩", "About 约 20 亩 Area")]
    [InlineData("5 垧", "None  5 垧 Other")]
    [InlineData("20（户）", "None  20 户 Count")]
    [InlineData("5 000 人", "None  5000 人 Count")]
    [InlineData("5G基站10个", "None  10 个 Count")]
    [InlineData("1.5亿元", "None  1.5 亿元 Amount")]
    [InlineData("30万千瓦时", "None  30 万千瓦时 Energy")]
    [InlineData("3年内", "AtMost 内 3 年 Time")]
    [InlineData("每月10日前", "AtMost 前 10 日 Time")]
    [InlineData("每年两次", "None  2 次 Count")]
    [InlineData("全年四次以上", "AtLeast 以上 4 次 Count")]
    [InlineData("不得低于95%", "AtLeast 不得低于 95 % Rate")]
    [InlineData("不得超过3次", "AtMost 不得超过 3 次 Count")]
    [InlineData("90%以上（含）", "AtLeast 以上(含) 90 % Rate")]
    [InlineData("突破 100 亿元", "MoreThan 突破 100 亿元 Amount")]
    [InlineData("±5%", "About ± 5 % Rate")]
    [InlineData("80岁以上", "AtLeast 以上 80 岁 Time")]
    [InlineData("≤26℃", "AtMost ≤ 26 ℃ Other")]
    [InlineData("≤35μg/m³", "AtMost ≤ 35 μg/m³ Mass")]
    [InlineData("不低于3个百分点", "AtLeast 不低于 3 个百分点 Rate")]
    public void A_value_is_read_into_operator_number_and_unit(string text, string expected)
    {
        var main = TargetValue.Read(text).Main;

        Assert.NotNull(main);
        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{main.Operator} {main.OperatorText} {main.Low} {main.Unit?.Text} {main.Unit?.Kind}"));
        Assert.Null(main.High);
    }

    [Theory]
    [InlineData("80–90%", 80, 90, "%")]
    [InlineData("80%-90%", 80, 90, "%")]
    [InlineData("88～100 分", 88, 100, "分")]
    [InlineData("3至5家", 3, 5, "家")]
    [InlineData("≥80%~90%", 80, 90, "%")]
    [InlineData("2万—3万元", 2, 3, "万元")]
    [InlineData("80——90%", 80, 90, "%")]
    public void A_range_is_one_measure(string text, int low, int high, string unit)
    {
        var measure = Assert.Single(TargetValue.Read(text).Measures);

        Assert.Equal((low, high, unit), (measure.Low, measure.High, measure.Unit?.Text));
    }

    [Theory]
    [InlineData("不断提高")]
    [InlineData("高于全区规上工业平均水平")]
    [InlineData("达到自治区下达目标任务")]
    [InlineData("第三方咨询全部完成")]
    [InlineData("建成一批项目")]
    [InlineData("两不愁三保障")]
    [InlineData("不超预算")]
    [InlineData("达到第3名")]
    [InlineData("符合GB19001")]
    [InlineData("按宁财〔2022〕15号执行")]
    [InlineData("1号楼")]
    [InlineData("7×24小时")]
    [InlineData("每年一批")]
    [InlineData("二级")]
    [InlineData("")]
    public void Words_stay_words(string text)
    {
        var value = TargetValue.Read(text);

        Assert.True(value.IsQualitative);
        Assert.False(value.IsQuantified);
    }

    [Theory]
    [InlineData("20")]
    [InlineData("100以上")]
    [InlineData("36.7万")]
    [InlineData("完成3")]
    [InlineData("88 100")]
    [InlineData("建成5G基站")]
    [InlineData("国家5A级景区")]
    [InlineData("20（新建）")]
    public void A_number_without_a_unit_is_not_quantified(string text)
    {
        var value = TargetValue.Read(text);

        Assert.False(value.IsQuantified);
        Assert.Null(value.Main?.Unit);
    }

    [Fact]
    public void A_value_with_two_thresholds_has_both()
    {
        var value = TargetValue.Read("每年研发创新费用中小企业不低于 100 万元，小巨人企业不低于 150 万元。");

        Assert.Equal([100m, 150m], value.Measures.Select(measure => measure.Low));
        Assert.Equal("每年研发创新费用中小企业，小巨人企业。", value.Words.Replace(',', '，'));
    }

    [Theory]
    [InlineData("≥20 户", true)]
    [InlineData("达到 95%。", true)]
    [InlineData("达 18", true)]
    [InlineData("80–90%", true)]
    [InlineData("增长 20%", false)]
    [InlineData("20 户企业", false)]
    [InlineData("1 家，2 户", false)]
    [InlineData("2023年6月底，20 户", false)]
    [InlineData("不断提高", false)]
    public void A_number_that_is_the_whole_value_is_its_sole_measure(string text, bool isSole)
    {
        var value = TargetValue.Read(text);

        Assert.Equal(isSole ? value.Main : null, value.Sole);
        Assert.Equal(isSole, value.Sole is not null);
    }

    [Theory]
    [InlineData("36.7 万元", 36_700_000)]
    [InlineData("367000元", 36_700_000)]
    [InlineData("0.00367亿元", 36_700_000)]
    [InlineData("3千元", 300_000)]
    public void Amounts_convert_to_money(string text, long fen) => Assert.Equal(new Money(fen), TargetValue.Read(text).Main!.Money);

    [Theory]
    [InlineData("20 户")]
    [InlineData("600 元/人")]
    [InlineData("0.001 元")]
    [InlineData("999999999999999 亿元")]
    public void What_is_no_whole_number_of_fen_is_no_money(string text) => Assert.Null(TargetValue.Read(text).Main!.Money);

    [Fact]
    public void The_parts_keep_the_text_as_typed()
    {
        var parts = TargetValue.Read(" 2023 年 3 月底前，完成 ≧20 户 ").Parts;

        Assert.Equal(
            [(ValuePartKind.Words, " "), (ValuePartKind.Date, "2023 年 3 月底"), (ValuePartKind.Words, "前，完成 "), (ValuePartKind.Measure, "≧20 户 ")],
            parts.Select(part => (part.Kind, part.Text)));
    }

    [Fact]
    public void Whatever_is_typed_is_read_without_fault_and_put_together_again()
    {
        string[] pieces =
        [
            "2023", "年", "3", "月", "底", "前", "≥", "≧", "不低于", "以上", "万", "亿", "元", "/", "人", "·", "%", "％", "-", "～", "至", " ", "\n", "　", "十", "二", "百分之",
            "第", "季度", ".", "，", "（", "）", "*", "XX", "\u200b", "\ud83d\ude00", "一", "批", "12", "31", "0", "9999999999999999", "kg", "余", "每", "起",
        ];
        Gen.OneOf(OneOf(pieces).Array[0, 14].Select(string.Concat), Gen.String).Sample(text =>
        {
            var value = TargetValue.Read(text);
            foreach (var measure in value.Measures)
                _ = measure.Money;
            foreach (var date in value.Dates)
                _ = date.Span(2023);
            return string.Concat(value.Parts.Select(part => part.Text)) == text && value.Raw == text;
        }, iter: 20_000);
    }

    [Fact]
    public void Number_and_unit_come_back_as_written()
    {
        var units = OneOf("户", "万元", "%", "公里", "人次", "元/人", "万吨", "台(套)", "平方米");
        var operators = OneOf("", "≥", "≤", ">", "<", "=", "不低于", "不超过");
        Gen.Select(operators, Gen.Int[0, 1_000_000], Gen.Int[0, 99], units, OneOf("", " ", "　")).Sample((sign, whole, cents, unit, blank) =>
        {
            var number = whole + cents / 100m;
            var measure = TargetValue.Read($"{sign}{blank}{number.ToString(CultureInfo.InvariantCulture)}{blank}{unit}").Measures.Single();
            return measure.Low == number && measure.Unit?.Text == unit && measure.OperatorText == sign;
        });
    }

    /// <summary>What was read, put together again, is the text but for blanks and glyphs: every part of a measure and every date is where it was read.</summary>
    private static bool IsWhole(string text)
    {
        var value = TargetValue.Read(text);
        var compact = value.Text.Text;
        var (again, at) = (new StringBuilder(), 0);
        var read = value.Measures.Select(measure => (measure.Start, Text: measure.Front + measure.Quantity + measure.Behind, measure.Length))
            .Concat(value.Dates.Select(date => (date.Start, CompactText.Of(date.Text).Text, date.Length))).OrderBy(one => one.Start);
        foreach (var (start, own, length) in read)
        {
            if (start < at || own.Length != length)
                return false;
            again.Append(compact, at, start - at).Append(own);
            at = start + length;
        }
        again.Append(compact, at, compact.Length - at);
        return again.ToString() == compact
            && value.Raw == text && string.Concat(value.Parts.Select(part => part.Text)) == text
            && Visible(compact) == string.Concat(Visible(text).Select(OneWay))
            && value.Measures.All(SaysWhatItMeans);
    }

    /// <summary>The number, the unit and the relation are those that are written.</summary>
    private static bool SaysWhatItMeans(Measure measure) =>
        (measure.Unit is null || measure.Quantity.Contains(measure.Unit.Text, StringComparison.Ordinal) || measure.Quantity.StartsWith("百分之", StringComparison.Ordinal))
        && measure.OperatorText == (measure.Front.Length > 0 ? measure.Front : measure.Behind)
        && (measure.Operator == ValueOperator.None) == (measure.OperatorText.Length == 0)
        && (!char.IsAsciiDigit(measure.Quantity[0]) || Leading(measure.Quantity) == measure.Low);

    private static decimal Leading(string quantity) => decimal.Parse(
        Regex.Match(quantity, "^[0-9]{1,3}([, ][0-9]{3})+(?![0-9])(\\.[0-9]+)?|^[0-9.]+").Value.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal),
        CultureInfo.InvariantCulture);

    private static string Visible(string text) => string.Concat(text.Where(c => !TypedText.IsInvisible(c)));

    /// <summary>The glyphs that are read as one, and no others.</summary>
    private static char OneWay(char c)
    {
        const string From = "≧⩾≦⩽〉﹥〈﹤–—―‐‑−─〜～∼";
        const string To = "≥≥≤≤>><<-------~~~";
        return From.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? To[at] : c is > '！' and <= '｝' or '！' ? (char)(c - '！' + '!') : c;
    }

    [Fact]
    public void What_is_read_in_any_text_is_the_text_again()
    {
        var number = Gen.Select(OneOf("", "1,", "20", "3"), Gen.Int[0, 999], OneOf("", ".5", ".05"), (front, whole, rest) => front + (front == "1," ? whole.ToString("D3", CultureInfo.InvariantCulture) : whole) + rest);
        var measure = Gen.Select(
            OneOf("", "≥", "≧ ", "＞＝", "不低于", "不得超过", "控制在 ", "约", "-", "第"), number, OneOf("", "-5", "～90", "％-8", "余", "多"),
            OneOf("户", "万元", "％", "%", " 公里", "人 次", "元/人·月", "万吨", "台（套）", "㎡", "个工作日", "日", "（户）", "号", "", "垧"),
            OneOf("", "以上", "以内", "内", "（含）以上", "左右", "前", " "), (front, low, high, unit, behind) => front + low + high + unit + behind);
        var words = OneOf("，", "其中：", "每年", "达到", "2023 年 3 月底", "2023.12", "百分之九十五", "三次", "①", "〈办法〉", "\n", "　", "\u200b");
        Gen.OneOf(measure, words).Array[1, 6].Select(string.Concat).Sample(IsWhole, iter: 20_000);
    }

    /// <summary>The same for what stands in real forms, with anything beside it.</summary>
    [Fact]
    public void What_is_read_in_real_values_is_the_text_again()
    {
        Assert.All(RealValues.All, value => Assert.True(IsWhole(value.Text), value.Text));
        Gen.Select(OneOf([.. RealValues.All.Select(value => value.Text)]), OneOf("", " ", "，", "≥", "以上", "\n"), OneOf([.. RealValues.All.Select(value => value.Text)]))
            .Sample((one, between, other) => IsWhole(one + between + other), iter: 5_000);
    }

    [Fact]
    public void What_is_read_in_any_text_of_a_form_is_the_text_again()
    {
        var forms = CheckForms.Seed.Concat(LabelledForms.All.Select(form => form.Context.Form));
        var texts = forms.SelectMany(form => form.Indicators.SelectMany(row => (string[])[row.Name, row.Value]).Append(form.OverallGoal).Append(form.ProjectName)).ToList();

        Assert.True(texts.Count > 1_000);
        Assert.All(texts, text => Assert.True(IsWhole(text), text));
    }

    [Fact]
    public void All_that_occurs_in_real_forms_is_read() => Assert.All(RealValues.All, real =>
    {
        var value = TargetValue.Read(real.Text);
        var read = value.Measures.Select(measure => $"{measure.Operator switch
        {
            ValueOperator.AtLeast => "≥",
            ValueOperator.AtMost => "≤",
            ValueOperator.MoreThan => ">",
            ValueOperator.LessThan => "<",
            ValueOperator.Equal => "=",
            _ => "",
        }}{measure.Low.ToString(CultureInfo.InvariantCulture)}{(measure.High is { } high ? "~" + high.ToString(CultureInfo.InvariantCulture) : "")}{measure.Unit?.Text}")
            .Concat(value.Dates.Select(date => $"{date.Span(2023).Last:yyyy-MM-dd}"));
        Assert.Equal(real.Read, string.Join(' ', read));
    });

    [Fact]
    public void Yuan_ten_thousands_and_hundred_millions_are_the_same_money() => Gen.Long[0, 9_000_000_000].Sample(yuan =>
    {
        var (wan, yi) = (Shift(yuan, 4), Shift(yuan, 8));
        return TargetValue.Read($"{yuan}元").Main!.Money == new Money(yuan * 100)
            && TargetValue.Read($"≤{wan} 万元").Main!.Money == new Money(yuan * 100)
            && TargetValue.Read($"{yi}亿元以内").Main!.Money == new Money(yuan * 100);

        static string Shift(long number, int places)
        {
            var digits = number.ToString("D" + (places + 1), CultureInfo.InvariantCulture);
            return digits[..^places] + "." + digits[^places..];
        }
    });

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);
}
