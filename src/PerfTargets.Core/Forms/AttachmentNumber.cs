using System.Globalization;

namespace PerfTargets.Core.Forms;

/// <summary>The number of an attachment as offices write it: 2, 附件 2, 二, 附件二.</summary>
public static class AttachmentNumber
{
    public const string Usual = "2";
    public const string Refusal = "附件编号请写数字或者中文数字，如“2”或“二”";

    private const string Prefix = "附件";
    private const int MostDigits = 3;

    /// <returns>The number as it is printed after 附件, in the digits that were typed; the usual one for a blank, null for anything else.</returns>
    public static string? Read(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
        if (text.Length == 0)
            return Usual;
        if (text.StartsWith(Prefix, StringComparison.Ordinal))
            text = text[Prefix.Length..];
        if (text.Length is > 0 and <= MostDigits && text.All(char.IsAsciiDigit))
            return int.Parse(text, CultureInfo.InvariantCulture) is > 0 and var number ? number.ToString(CultureInfo.InvariantCulture) : null;
        return ChineseNumeral.Read(text) > 0 ? text : null;
    }
}
