namespace PerfTargets.Documents.Tests.Reading;

/// <summary>A piece of content between BDC and EMC.</summary>
/// <param name="Tag">The structure type, or Artifact.</param>
/// <param name="Mcid">Its number on the page, -1 for an artifact.</param>
sealed record MarkedContent(string Tag, int Mcid, Dictionary<string, object?> Properties);

/// <summary>What a page shows: each operator with the marked content in which it stands.</summary>
sealed class MarkedPage
{
    static HashSet<string> Painting { get; } = ["Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "EI"];

    public MarkedPage(PdfNode page)
    {
        MarkedContent? current = null;
        foreach (var (name, operands) in PdfSyntax.Operators(page["Contents"].Data))
        {
            if (name is "BDC")
            {
                Assert.Null(current);
                var properties = Assert.IsType<Dictionary<string, object?>>(operands[1]);
                Contents.Add(current = new(((PdfName)operands[0]!).Value, (int)(double)properties.GetValueOrDefault("MCID", -1.0)!, properties));
            }
            else if (name is "EMC")
            {
                Assert.NotNull(current);
                current = null;
            }
            Operators.Add((name, operands, current));
        }
        Assert.Null(current);
    }

    public List<(string Name, object?[] Operands, MarkedContent? Content)> Operators { get; } = [];

    public List<MarkedContent> Contents { get; } = [];

    /// <summary>The operators that leave something on the page.</summary>
    public IEnumerable<(string Name, object?[] Operands, MarkedContent? Content)> Painted => Operators.Where(one => Painting.Contains(one.Name));
}
