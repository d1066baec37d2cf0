using System.Text;
using PerfTargets.Documents.Fonts;
using PerfTargets.TestKit.Pdf;

namespace PerfTargets.Documents.Tests;

/// <summary>Every character that a form may need prints and reads back as itself.</summary>
public class CharacterTests
{
    /// <summary>通用规范汉字表 of 2013: what names of people and places in documents are written with.</summary>
    static IReadOnlyList<Rune> Standard { get; } = [.. ReadStandard().EnumerateRunes()];

    /// <summary>Codes 8140 to FEFE without private use: GBK and what GB 18030 added to its two-byte part.</summary>
    static IReadOnlyList<Rune> TwoByteCodes { get; } = [.. ReadTwoByteCodes()];

    [Fact]
    public void The_lists_are_whole()
    {
        Assert.Equal(8105, Standard.Distinct().Count());
        Assert.Equal((new Rune('一'), new Rune('蠼')), (Standard[0], Standard[^1]));
        Assert.InRange(TwoByteCodes.Count, 21_000, 24_000);
    }

    [Fact]
    public void All_8105_standard_characters_can_be_printed() => Assert.Empty(FontSet.Embedded.Missing(string.Concat(Standard)));

    [Fact]
    public void The_ideographs_of_GB_18030_in_two_bytes_can_be_printed()
    {
        var ideographs = TwoByteCodes.Where(rune => rune.Value is >= 0x4E00 and <= 0x9FA5);

        Assert.Equal(0x9FA5 - 0x4E00 + 1, ideographs.Count());
        Assert.Empty(FontSet.Embedded.Missing(string.Concat(ideographs)));
    }

    [Fact]
    public void Standard_characters_read_back_as_themselves() => AssertReadBack(Standard);

    [Fact]
    public void Characters_of_GB_18030_read_back_as_themselves() => AssertReadBack([.. TwoByteCodes.Where(FontSet.Embedded.CanPrint)]);

    /// <summary>In both faces: a cell is regular, a label bold.</summary>
    static void AssertReadBack(IReadOnlyList<Rune> characters)
    {
        string[] texts = [.. characters.Chunk(200).Select(some => string.Concat(some))];
        var table = SeedForms.All[0] with
        {
            Funds = [],
            Head = [.. texts.Select(text => new HeadRow(new(text, text)))],
        };

        var cells = Assert.Single(PdfText.Cells(Prints.Render(table)));

        for (var i = 0; i < texts.Length; i++) Assert.Equal((texts[i], texts[i]), (cells[i * 2], cells[i * 2 + 1]));
    }

    static string ReadStandard()
    {
        using var stream = typeof(CharacterTests).Assembly.GetManifestResourceStream("standard-characters.txt")!;
        using var reader = new StreamReader(stream);
        return string.Concat(reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')));
    }

    static IEnumerable<Rune> ReadTwoByteCodes()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        for (var lead = 0x81; lead <= 0xFE; lead++)
        {
            for (var trail = 0x40; trail <= 0xFE; trail++)
            {
                if (trail == 0x7F || !Rune.TryCreate(encoding.GetString([(byte)lead, (byte)trail])[0], out var rune)) continue;
                if (Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.PrivateUse) yield return rune;
            }
        }
    }
}
