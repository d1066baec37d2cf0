using System.Text.RegularExpressions;
using PerfTargets.Documents;
using PerfTargets.Documents.Tests;
using QuestPDF.Drawing.Exceptions;

namespace PerfTargets.QuestPdf.Tests;

public partial class FontTests
{
    [Fact]
    public void Only_shipped_fonts_are_used_and_all_are_embedded()
    {
        // 𰻞 is in the sans face alone.
        var table = SeedForms.All[0] with { Goal = new("年度总体目标", "2023 年 ≥95% 𰻞") };

        var fonts = FontLine().Matches(Tools.Run("pdffonts", Renders.Render(table)));

        Assert.Equal(["NotoSansSC-Regular", "NotoSerifSC-Bold", "NotoSerifSC-Regular"], fonts.Select(font => font.Groups["name"].Value).Order(StringComparer.Ordinal));
        Assert.All(fonts, font => Assert.Equal(("yes", "yes"), (font.Groups["embedded"].Value, font.Groups["unicode"].Value)));
    }

    /// <summary>The program refuses such a form before it comes to the engine (check C8); this is the net below.</summary>
    [Fact]
    public void A_character_without_a_glyph_makes_no_file()
    {
        var table = SeedForms.All[0] with { Goal = new("年度总体目标", "无字形：\U0001F600") };
        using var file = new MemoryStream();

        Assert.ThrowsAny<DocumentDrawingException>(() => Renders.Engine.Write([table], Prints.Info, file));
        Assert.Equal(0, file.Length);
    }

    // name, type, encoding, emb, sub, uni: as pdffonts prints them below a line of dashes.
    [GeneratedRegex(@"^(?:[A-Z]{6}\+)?(?<name>\S+) +\S.*? (?<embedded>yes|no) +(?:yes|no) +(?<unicode>yes|no) +\d+ +\d+$", RegexOptions.Multiline)]
    private static partial Regex FontLine();
}
