using System.Text;

namespace PerfTargets.Documents.Fonts;

/// <summary>What a face calls itself (table <c>name</c> of ISO/IEC 14496-22) and what it may be used for (<c>OS/2</c>).</summary>
static class FontNames
{
    const int Family = 1, FullName = 4, PostScriptName = 6, TypographicFamily = 16;
    const int Macintosh = 1, Windows = 3, Chinese = 0x0804;
    const ushort Restricted = 0x0002, NoSubsetting = 0x0100, BitmapsOnly = 0x0200;

    /// <summary>Family and full names in all their languages, and the PostScript name.</summary>
    public static IReadOnlyList<string> Of(FontFace face) =>
        [.. Records(face).Where(record => record.Kind is Family or FullName or PostScriptName or TypographicFamily)
            .Select(record => record.Name).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The family's names, by which programs list and ask for it: the Chinese one first.</summary>
    public static IReadOnlyList<string> Families(FontFace face) =>
        [.. Records(face).Where(record => record.Kind == Family).OrderByDescending(record => record.Language == Chinese).Select(record => record.Name)];

    /// <summary>Whether the face is its family's bold one.</summary>
    public static bool IsBold(FontFace face) => (FontFace.U16(face.Table("head"), 44) & 1) != 0;

    /// <summary>Why the face must not be embedded as a subset; null when it may.</summary>
    public static string? Prohibition(FontFace face)
    {
        if (!face.Has("OS/2")) return null;
        var licence = FontFace.U16(face.Table("OS/2"), 8);
        return (licence & 0x000F) == Restricted ? "它的许可不允许嵌入文件"
            : (licence & NoSubsetting) != 0 ? "它的许可不允许只嵌入用到的字"
            : (licence & BitmapsOnly) != 0 ? "它的许可只允许嵌入点阵"
            : null;
    }

    static List<(int Kind, int Language, string Name)> Records(FontFace face)
    {
        var records = new List<(int, int, string)>();
        if (!face.Has("name")) return records;
        var table = face.Table("name");
        for (var i = 0; i < FontFace.U16(table, 2); i++)
        {
            var record = table.Slice(6 + i * 12, 12);
            var text = table.Slice(FontFace.U16(table, 4) + FontFace.U16(record, 10), FontFace.U16(record, 8));
            var platform = FontFace.U16(record, 0);
            var name = platform switch
            {
                Macintosh => Encoding.Latin1.GetString(text),
                0 or Windows => Encoding.BigEndianUnicode.GetString(text),
                _ => "",
            };
            if (name.Length > 0) records.Add((FontFace.U16(record, 6), platform == Windows ? FontFace.U16(record, 4) : 0, name));
        }
        return records;
    }
}
