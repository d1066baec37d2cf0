using System.Collections.Frozen;

namespace PerfTargets.Core.Forms;

/// <summary>What a unit measures.</summary>
public enum UnitKind
{
    Count,

    /// <summary>元, 万元, 亿元: what can be added up.</summary>
    Amount,

    /// <summary>元/人, 万元/公里: money for one of something, never part of a sum.</summary>
    UnitCost,

    Rate,
    Time,
    Length,
    Area,
    Volume,
    Mass,
    Energy,

    /// <summary>Of another kind, or a word that stands where the unit stands and that the program does not know.</summary>
    Other,
}

/// <summary>The unit of a measure as read: in 万吨 the base is 吨 and the factor 10 000.</summary>
/// <param name="Text">As written, without blanks and in one glyph form; with its multiplier and divisor.</param>
public sealed record ValueUnit(string Text, UnitKind Kind, string Base, decimal Factor)
{
    private const int LongestKnown = 5;
    private const int LongestUnknown = 2;
    private const int LongestDivisor = 5;

    private static readonly FrozenDictionary<string, UnitKind> Known = new Dictionary<UnitKind, string>
    {
        [UnitKind.Amount] = "元 块钱",
        [UnitKind.Rate] = "% ‰ 百分点 个百分点 百分比 倍 成",
        [UnitKind.Time] = "年 年度 个年度 学年 个学年 学期 个学期 季度 个季度 月 个月 周 星期 个星期 日 天 自然日 个自然日 工作日 个工作日 "
            + "小时 个小时 时 h 分钟 min 秒 课时 学时 岁 周岁",
        [UnitKind.Length] = "公里 km 千米 里 米 m 延米 延长米 厘米 cm 毫米 mm",
        [UnitKind.Area] = "亩 亩次 公顷 平方米 平米 平方 m2 m² ㎡ 平方公里 平方千米 km2 km² hm2 hm²",
        [UnitKind.Volume] = "立方米 立方 m3 m³ ㎥ 方 升 L 毫升 mL ml",
        [UnitKind.Mass] = "吨 t 千克 公斤 斤 克 kg ㎏ g 毫克 mg 微克 μg 吨标准煤 吨标煤 tce",
        [UnitKind.Energy] = "千瓦 kW 兆瓦 MW 瓦 W 千瓦时 kWh 度 千伏 kV 千伏安 kVA 伏",
        [UnitKind.Count] = "人 人次 人数 人份 人天 名 位 个 次 次数 人·次 户 户数 户次 家 家次 场 场次 期 期次 批 批次 班 班次 届 轮 轮次 回 遍 例 例次 起 宗 "
            + "件 件次 件套 件(套) 项 项次 项目 条 条次 则 篇 册 本 份 张 幅 页 字 部 套 套次 台 台次 台套 台(套) 套(台) 辆 辆次 架 架次 艘 艘次 "
            + "把 支 只 枚 块 片 面 根 棵 株 丛 头 头只 羽 匹 尾 口 眼 座 处 栋 幢 间 套间 层 段 孔 盏 组 队 支队 对 双 副 盒 箱 袋 瓶 桶 包 卷 "
            + "车 车次 趟 盘 床 床位 张床位 门 门次 科 所 校 站 站点 点 点位 路 线 村 社区 镇 乡 县 区 市 省 类 种 款 级 节 讲 课 集 档 单 笔 票 卡 号 "
            + "剂 剂次 针 针次 分 单位 乡镇 街道 行政村 自然村 学位 岗位 车位 泊位 席 首 扇 盆 人月 人年 床日",
        [UnitKind.Other] = "℃ 摄氏度 分贝 dB dB(A) 兆 Mbps GB TB",
    }.SelectMany(kind => kind.Value.Split(' ').Select(text => (text, kind.Key)))
        .ToFrozenDictionary(one => one.text, one => one.Key, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, UnitKind>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that may stand behind a bare number without being its unit.</summary>
    private static readonly FrozenSet<string> NoUnits = new[]
    {
        "以上", "以下", "以内", "之内", "以前", "之前", "左右", "不等", "完成", "达标", "合格", "通过", "全部", "覆盖", "到位",
        "余", "多", "几", "前", "后", "内", "上", "下", "起", "止", "至", "到", "和", "及", "或", "的",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>One of the unit in 分; null for what is no sum of money.</summary>
    public decimal? Fen => Kind == UnitKind.Amount ? Factor * Money.FenPerYuan : null;

    /// <summary>Reads the unit that begins at a position of a compact text; null when none does.</summary>
    public static ValueUnit? Read(string text, int start)
    {
        if (ReadOne(text, start) is not { } unit)
            return ReadUnknown(text, start);
        var end = start + unit.Text.Length;
        while (DivisorLength(text, end, unit.Kind) is var divisor and > 0)
        {
            end += divisor;
            if (unit.Kind == UnitKind.Amount)
                unit = unit with { Kind = UnitKind.UnitCost };
        }
        return unit with { Text = text[start..end] };
    }

    /// <summary>Whether a unit that the program knows begins here.</summary>
    public static bool IsKnownAt(string text, int start) => ReadOne(text, start) is not null;

    private static ValueUnit? ReadOne(string text, int start, int multipliers = 0)
    {
        // Names before multipliers: 千克 is a unit, and nobody reads it as a thousand 克.
        for (var length = Math.Min(LongestKnown, text.Length - start); length > 0; length--)
        {
            var name = text.AsSpan(start, length);
            if (Lookup.TryGetValue(name, out var kind) && !CutsLatinWord(text, start + length))
                return new ValueUnit(name.ToString(), kind, name.ToString(), 1);
        }
        if (start >= text.Length || multipliers == 2 || Multiplier(text[start]) is not (var factor and > 1))
            return null;
        return ReadOne(text, start + 1, multipliers + 1) is { } unit
            ? unit with { Text = text[start] + unit.Text, Factor = factor * unit.Factor }
            : null;
    }

    /// <summary>A short word that ends the text or its clause, such as 垧: most likely a unit that is missing in the list.</summary>
    private static ValueUnit? ReadUnknown(string text, int start)
    {
        var word = start;
        while (word < text.Length && Multiplier(text[word]) > 1)
            word++;
        var end = word;
        while (end < text.Length && char.IsLetter(text[end]) && end - word <= LongestUnknown)
            end++;
        var name = text[word..end];
        return name.Length is 0 or > LongestUnknown || NoUnits.Contains(name) || name.Any(char.IsAscii)
            ? null
            : new ValueUnit(text[start..end], UnitKind.Other, name, 1);
    }

    private static int DivisorLength(string text, int at, UnitKind kind)
    {
        if (at + 1 >= text.Length || text[at] is not ('/' or '·' or '•' or '每'))
            return 0;
        if (text[at + 1] == '(' && text.IndexOf(')', at) is var close and > 0 && close - at <= 2 * LongestDivisor)
            return close + 1 - at;
        if (ReadOne(text, at + 1) is { } divisor)
            return 1 + divisor.Text.Length;
        var end = at + 1;
        while (end < text.Length && char.IsLetter(text[end]) && end - at <= LongestDivisor)
            end++;
        // 元/标段: whatever is behind the stroke, it is no longer a sum of money.
        return kind is UnitKind.Amount or UnitKind.UnitCost ? end - at : 0;
    }

    private static bool CutsLatinWord(string text, int end) =>
        end < text.Length && char.IsAsciiLetter(text[end - 1]) && char.IsAsciiLetter(text[end]);

    private static decimal Multiplier(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 1,
    };
}
