using System.Text;

namespace PerfTargets.Documents.Fonts;

/// <summary>What a face calls itself (table <c>name</c> of ISO/IEC 14496-22) and what it may be used for (<c>OS/2</c>).</summary>
static class FontNames
{
    const int Family = 1, FullName = 4, PostScriptName = 6, TypographicFamily = 16;
    const int Macintosh = 1, Windows = 3;
    const ushort Restricted = 0x0002, NoSubsetting = 0x0100, BitmapsOnly = 0x0200;

    /// <summary>Family and full names in all their languages, and the PostScript name.</summary>
    public static IReadOnlyList<string> Of(FontFace face)
    {
        if (!face.Has("name")) return [];
        var table = face.Table("name");
        var names = new List<string>();
        for (var i = 0; i < FontFace.U16(table, 2); i++)
        {
            var record = table.Slice(6 + i * 12, 12);
            if (FontFace.U16(record, 6) is not (Family or FullName or PostScriptName or TypographicFamily)) continue;
            var text = table.Slice(FontFace.U16(table, 4) + FontFace.U16(record, 10), FontFace.U16(record, 8));
            var name = FontFace.U16(record, 0) switch
            {
                Macintosh => Encoding.Latin1.GetString(text),
                0 or Windows => Encoding.BigEndianUnicode.GetString(text),
                _ => "",
            };
            if (name.Length > 0 && !names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
        }
        return names;
    }

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
}
