using System.Collections.Frozen;

namespace PerfTargets.Core.Library;

/// <summary>
/// The first letters of a text's pinyin, as people type them to find it: 培训人数 is pxrs. The letters stand in a file of the program, one for each
/// character from U+4E00 to U+9FA5 by its most usual reading, in the order of the Unicode CLDR; a machine without ICU finds the same.
/// </summary>
public static class PinyinInitials
{
    private const char First = '一';
    private const char Unknown = '.';

    /// <summary>A text with more of them is found by the usual readings of those that come late.</summary>
    private const int MostSpellings = 16;

    private static readonly string Letters = ReadLetters();

    /// <summary>Characters whose readings begin differently, with all their letters: 率 is lǜ in 完成率, shuài in 率先.</summary>
    private static readonly FrozenDictionary<char, string> Heteronyms =
        ("率ls 重zc 长cz 行xh 调dt 传cz 乐ly 会hk 降jx 参cs 单ds 弹td 朝cz 车cj 乘cs 种zc 折zs 校xj 系xj 省sx 藏cz 曾cz 盛sc 石sd 识sz 属sz 提td "
        + "便bp 泊bp 膀bp 堡bp 埔bp 瀑pb 卜bp 扁bp 辟bp 番fp 否fp 给gj 合hg 虹hj 还hx 纪jx 见jx 卡kq 壳kq 秘mb 尿ns 弄nl 粘zn 缴jz 解jx 巷xh "
        + "畜xc 吓xh 厕cs 刹sc 厦sx 伺sc 似sc 宿sx 圩wx 无wm 戏xh 遗yw 殖zs 着zc 期qj 奇qj 其qj 茄qj 圈qj 强qj 稽jq 祭jz 区qo 仇cq 覃qt 术sz 沈sc "
        + "柜gj 龟gjq 谷gy 轧zyg 咽yx 尾wy 万wm 蔓mw 叶yx 溃kh 匙cs 脯fp 蛤gh 槛jk 咳kh 吁xy 夹jg 贾jg 虾xh 颈jg 臭cx 幢cz 椎zc 咯gk 剿jc 色sz")
        .Split(' ').ToFrozenDictionary(entry => entry[0], entry => entry[1..]);

    /// <summary>The ways to spell a text by first letters, parted by blanks; letters and digits stand for themselves, other signs are left out.</summary>
    public static string Of(string text)
    {
        List<string> spellings = [""];
        foreach (var letters in text.Select(LettersOf).Where(letters => letters.Length > 0))
        {
            var taken = spellings.Count * letters.Length <= MostSpellings ? letters : letters[..1];
            spellings = [.. from spelling in spellings from letter in taken select spelling + letter];
        }
        return string.Join(' ', spellings);
    }

    /// <summary>The letters with which a character's readings begin, the most usual first; none for a sign.</summary>
    public static string LettersOf(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
            return char.ToLowerInvariant(c).ToString();
        var at = c - First;
        if (at < 0 || at >= Letters.Length || Letters[at] == Unknown)
            return "";
        var usual = Letters[at];
        return Heteronyms.TryGetValue(c, out var all) ? usual + string.Concat(all.Where(letter => letter != usual)) : usual.ToString();
    }

    private static string ReadLetters()
    {
        using var stream = typeof(PinyinInitials).Assembly.GetManifestResourceStream($"{typeof(PinyinInitials).Namespace}.initials.txt")
            ?? throw new InvalidOperationException("The letters are not embedded.");
        return new StreamReader(stream).ReadToEnd().Replace("\n", "", StringComparison.Ordinal);
    }
}
