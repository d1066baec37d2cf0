using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace PerfTargets.TestKit.Pdf;

/// <summary>A TH or TD as the file has it.</summary>
public sealed record PdfCell(string Role, string Text, int RowSpan, int ColSpan, string? Scope);

/// <summary>
/// Reads a tagged PDF by its structure: the text of an element is that of its content, lines joined, nothing added but a line feed
/// between paragraphs.
/// </summary>
public static class PdfText
{
    /// <summary>For each table the texts of its cells in reading order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Cells(byte[] pdf) =>
        [.. Tables(pdf).Select(table => (IReadOnlyList<string>)[.. table.SelectMany(row => row).Select(cell => cell.Text)])];

    /// <summary>For each table its rows, and for each row its cells.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<PdfCell>>> Tables(byte[] pdf)
    {
        using var reader = new StructureReader(pdf);
        return [.. reader.Find("Table").Select(table => (IReadOnlyList<IReadOnlyList<PdfCell>>)[.. reader.Children(table)
            .Select(row => (IReadOnlyList<PdfCell>)[.. reader.Children(row).Select(reader.Cell)])])];
    }

    /// <summary>The texts of all elements of a role outside cells, such as H1 or P, in reading order.</summary>
    public static IReadOnlyList<string> Elements(byte[] pdf, string role)
    {
        using var reader = new StructureReader(pdf);
        return [.. reader.Find(role, outside: "Table").Select(reader.Text)];
    }

    /// <summary>For each page everything that extracts as text, artifacts too, in the order of drawing.</summary>
    public static IReadOnlyList<string> Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => string.Concat(page.Letters.Select(letter => letter.Value)))];
    }

    /// <summary>The letters of each page with their places, and the page's size in points.</summary>
    public static IReadOnlyList<(double Width, double Height, IReadOnlyList<Letter> Letters)> Letters(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => (page.Width, page.Height, page.Letters))];
    }

    /// <summary>The text of each page that is marked as an artifact, such as 续表 and page numbers.</summary>
    public static IReadOnlyList<string> Artifacts(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => string.Concat(
            page.GetMarkedContents().Where(content => content.IsArtifact).SelectMany(content => content.Letters)
                .Select(letter => letter.Value)))];
    }

    sealed class StructureReader : IDisposable
    {
        readonly PdfDocument _document;
        readonly Dictionary<IndirectReference, Dictionary<int, string>> _content = [];
        readonly DictionaryToken _root;

        public StructureReader(byte[] pdf)
        {
            _document = PdfDocument.Open(pdf);
            var catalog = _document.Structure.Catalog.CatalogDictionary;
            foreach (var page in PageReferences(catalog.Data["Pages"]))
            {
                var pieces = new Dictionary<int, string>();
                Collect(_document.GetPage(_content.Count + 1).GetMarkedContents(), pieces);
                _content[page] = pieces;
            }
            _root = Resolve<DictionaryToken>(catalog.Data["StructTreeRoot"])!;
        }

        public void Dispose() => _document.Dispose();

        public IEnumerable<DictionaryToken> Find(string role, string? outside = null) => Find(_root, role, outside);

        public IEnumerable<DictionaryToken> Children(DictionaryToken element) => Kids(element).OfType<DictionaryToken>().Where(IsElement);

        public PdfCell Cell(DictionaryToken element)
        {
            var attributes = element.Data.TryGetValue("A", out var a) ? Resolve<DictionaryToken>(a) : null;
            return new PdfCell(Role(element), Text(element), Number("RowSpan"), Number("ColSpan"), Name("Scope"));

            int Number(string key) => Attribute(key) is NumericToken number ? number.Int : 1;

            string? Name(string key) => Attribute(key) is NameToken name ? name.Data : null;

            IToken? Attribute(string key) => attributes?.Data.GetValueOrDefault(key);
        }

        public string Text(DictionaryToken element)
        {
            var text = new StringBuilder();
            var page = element.Data.TryGetValue("Pg", out var pg) ? ((IndirectReferenceToken)pg).Data : default;
            var isFirst = true;
            foreach (var kid in Kids(element))
            {
                if (kid is NumericToken mcid) text.Append(_content[page].GetValueOrDefault(mcid.Int, ""));
                else if (kid is DictionaryToken piece && !IsElement(piece)) text.Append(Piece(piece));
                else if (kid is DictionaryToken paragraph) text.Append(isFirst ? "" : "\n").Append(Text(paragraph));
                isFirst = false;
            }
            return text.ToString();
        }

        string Piece(DictionaryToken reference) =>
            _content[((IndirectReferenceToken)reference.Data["Pg"]).Data].GetValueOrDefault(((NumericToken)reference.Data["MCID"]).Int, "");

        IEnumerable<DictionaryToken> Find(DictionaryToken element, string role, string? outside)
        {
            foreach (var child in Children(element))
            {
                if (Role(child) == role) yield return child;
                if (Role(child) == outside) continue;
                foreach (var found in Find(child, role, outside)) yield return found;
            }
        }

        IEnumerable<IToken> Kids(DictionaryToken element)
        {
            if (!element.Data.TryGetValue("K", out var kids)) return [];
            var resolved = Resolve<IToken>(kids);
            return resolved is ArrayToken array ? array.Data.Select(kid => Resolve<IToken>(kid)!) : [resolved!];
        }

        IEnumerable<IndirectReference> PageReferences(IToken node)
        {
            var dictionary = Resolve<DictionaryToken>(node)!;
            return dictionary.Data.TryGetValue("Kids", out var kids)
                ? Resolve<ArrayToken>(kids)!.Data.SelectMany(PageReferences)
                : [((IndirectReferenceToken)node).Data];
        }

        T? Resolve<T>(IToken token) where T : class, IToken =>
            (token is IndirectReferenceToken reference ? _document.Structure.GetObject(reference.Data).Data : token) as T;

        static bool IsElement(DictionaryToken token) => token.Data.ContainsKey("S");

        static string Role(DictionaryToken element) => ((NameToken)element.Data["S"]).Data;

        static void Collect(IEnumerable<MarkedContentElement> contents, Dictionary<int, string> pieces)
        {
            foreach (var content in contents)
            {
                if (content.MarkedContentIdentifier >= 0)
                    pieces[content.MarkedContentIdentifier] = string.Concat(content.Letters.Select(letter => letter.Value));
                Collect(content.Children, pieces);
            }
        }
    }
}
