using PerfTargets.Documents.Office;

namespace PerfTargets.Documents.Fonts;

/// <summary>A font as a file names it that brings none along: whoever opens the file prints with the one of their own machine.</summary>
sealed record OfficeFont(string Name, bool IsBold)
{
    /// <summary>What Excel takes as a name.</summary>
    const int LongestName = 31;

    /// <summary>宋体, which every office has; for the heading and the labels bold.</summary>
    public static OfficeFont Usual(FontRole role) => new("宋体", role != FontRole.Text);

    /// <summary>A site's own font by its family, the Chinese name first. Null when it has no name that a file can hold.</summary>
    public static OfficeFont? Of(FontFace face) =>
        FontNames.Families(face).FirstOrDefault(name => name.Length <= LongestName && OfficeText.Clean(name) == name && name.IndexOfAny(['"', ',', '&', '\n']) < 0)
            is { } family ? new(family, FontNames.IsBold(face)) : null;
}
