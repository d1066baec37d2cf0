using PerfTargets.Documents.Fonts;

namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>The site's own fonts for the official files: section "Fonts" of the configuration.</summary>
public sealed class FontSettings
{
    public const string Section = "Fonts";

    /// <summary>A folder with TrueType fonts; none by default, then the fonts of the program are used alone.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Names of fonts for the heading, separated by commas, the preferred one first. None: 方正小标宋 where the folder has it.</summary>
    public string Title { get; set; } = "";

    /// <summary>Names of fonts for the bold labels.</summary>
    public string Label { get; set; } = "";

    /// <summary>Names of fonts for everything else.</summary>
    public string Text { get; set; } = "";

    /// <summary>The fonts to print with.</summary>
    /// <exception cref="SettingRefusedException">A font is asked for that is not there.</exception>
    public FontSet Fonts()
    {
        if (Folder.Length == 0)
        {
            if (Title.Length + Label.Length + Text.Length > 0)
                throw new SettingRefusedException("设置 Fonts:Title、Fonts:Label、Fonts:Text 要和 Fonts:Folder 一起用，请写明字体所在的文件夹。");
            return FontSet.Embedded;
        }
        try
        {
            return FontSet.From(new FontFolder(Folder), new FontChoice(Names(Title), Names(Label), Names(Text)));
        }
        catch (FontRefusedException refused)
        {
            throw new SettingRefusedException(refused.Message);
        }
    }

    private static string[] Names(string list) =>
        list.Split([',', '，', '、', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
