using System.Runtime.CompilerServices;
using System.Text;

namespace PerfTargets.Documents.Tests.Reading;

/// <summary>What the codes of a font show: their characters and how wide they are, in thousandths of an em.</summary>
sealed class PlacedFont(Dictionary<int, string> characters, Dictionary<int, double> widths, double usual)
{
    static ConditionalWeakTable<RawPdf, Dictionary<int, PlacedFont>> Known { get; } = [];

    public Dictionary<int, string> Characters => characters;

    public Dictionary<int, double> Widths => widths;

    /// <summary>The font as the file describes it, read once.</summary>
    public static PlacedFont Of(PdfNode font)
    {
        var known = Known.GetOrCreateValue(font.File);
        lock (known)
        {
            if (!known.TryGetValue(font.Id, out var one))
            {
                var descendant = font["DescendantFonts"].Items.Single();
                var characters = Ranges(font).SelectMany(range => range.Characters.Select((text, i) => (Code: range.First + i, Text: text)));
                known[font.Id] = one = new(characters.ToDictionary(some => some.Code, some => some.Text), ReadWidths(descendant), descendant["DW"].Number);
            }
            return one;
        }
    }

    public IEnumerable<(string Character, double Width)> Show(PdfString text) => text.Bytes.Chunk(2)
        .Select(pair => pair[0] << 8 | pair[1]).Select(code => (characters[code], widths.GetValueOrDefault(code, usual)));

    /// <summary>The ranges of the map to Unicode.</summary>
    public static IEnumerable<(int First, int Last, string[] Characters)> Ranges(PdfNode font)
    {
        var operations = PdfSyntax.Operators(font["ToUnicode"].Data).SkipWhile(one => one.Operator != "begincmap");
        foreach (var (_, operands) in operations.Where(one => one.Operator == "endbfrange"))
        {
            var codes = operands.Take(2).Select(code => ((PdfString)code!).Bytes).Select(code => code[0] << 8 | code[1]).ToArray();
            yield return (codes[0], codes[1],
                [.. ((object?[])operands[2]!).Select(text => Encoding.BigEndianUnicode.GetString(((PdfString)text!).Bytes))]);
        }
    }

    static Dictionary<int, double> ReadWidths(PdfNode descendant)
    {
        var widths = new Dictionary<int, double>();
        foreach (var pair in descendant["W"].Items.Chunk(2))
        {
            var cid = pair[0].Int;
            foreach (var width in pair[1].Items) widths.Add(cid++, width.Number);
        }
        return widths;
    }
}
