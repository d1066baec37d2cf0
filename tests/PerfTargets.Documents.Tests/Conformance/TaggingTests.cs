using PerfTargets.Documents.Tests.Reading;

namespace PerfTargets.Documents.Tests.Conformance;

/// <summary>ISO 19005-2, 6.7, and ISO 14289-1, 7.1 to 7.9: the logical structure and the content it stands for.</summary>
public class TaggingTests
{
    /// <summary>What may stand in what (ISO 32000-1, 14.8.4).</summary>
    static Dictionary<string, string[]> Parents { get; } = new()
    {
        ["Document"] = ["StructTreeRoot"],
        ["Sect"] = ["Document"],
        ["H1"] = ["Sect"],
        ["P"] = ["Sect", "TH", "TD"],
        ["Table"] = ["Sect"],
        ["TR"] = ["Table"],
        ["TH"] = ["TR"],
        ["TD"] = ["TR"],
        ["TOC"] = ["Sect"],
        ["TOCI"] = ["TOC"],
        ["Reference"] = ["TOCI"],
        ["Link"] = ["Reference"],
    };

    public static TheoryData<string> Files => SampleFiles.Names;

    [Theory, MemberData(nameof(Files))]
    public void ISO_14289_7_1_everything_drawn_is_tagged_or_an_artifact_and_never_both(string name) =>
        Assert.All(SampleFiles.Read(name).Pages, page => Assert.All(new MarkedPage(page).Painted, one =>
        {
            Assert.NotNull(one.Content);
            Assert.Equal(one.Content.Tag == "Artifact", one.Content.Mcid < 0);
        }));

    [Theory, MemberData(nameof(Files))]
    public void ISO_32000_14_8_2_2_artifacts_say_their_kind(string name) =>
        Assert.All(SampleFiles.Read(name).Pages.SelectMany(page => new MarkedPage(page).Contents).Where(content => content.Mcid < 0), artifact =>
        {
            var kind = ((PdfName)artifact.Properties["Type"]!).Value;
            Assert.Contains(kind, (string[])["Pagination", "Layout", "Background"]);
            Assert.Equal(kind == "Background", artifact.Properties.ContainsKey("BBox"));
        });

    [Theory, MemberData(nameof(Files))]
    public void ISO_32000_14_7_4_each_piece_of_content_belongs_to_exactly_one_element_both_ways(string name)
    {
        var file = SampleFiles.Read(name);
        var parents = ParentTree(file);
        var owners = Elements(file).SelectMany(element => Pieces(element).Select(piece => (Piece: piece, Element: element)))
            .ToDictionary(one => one.Piece, one => one.Element);

        foreach (var page in file.Pages)
        {
            var tagged = new MarkedPage(page).Contents.Where(content => content.Mcid >= 0).ToArray();
            var answers = parents[page["StructParents"].Int].Items.ToArray();
            Assert.Equal(Enumerable.Range(0, answers.Length), tagged.Select(content => content.Mcid).Order());
            Assert.All(tagged, content =>
            {
                Assert.True(owners.Remove((page.Id, content.Mcid), out var owner));
                Assert.Equal(owner.Id, answers[content.Mcid].Id);
                Assert.Equal(owner["S"].Name, content.Tag);
            });
        }
        Assert.Empty(owners);
    }

    [Theory, MemberData(nameof(Files))]
    public void ISO_32000_14_7_4_4_keys_of_the_parent_tree_rise_and_each_is_used_once(string name)
    {
        var file = SampleFiles.Read(name);
        var tree = ParentTree(file);
        var used = file.Pages.Select(page => page["StructParents"].Int)
            .Concat(file.Pages.SelectMany(page => page["Annots"].Items).Select(annotation => annotation["StructParent"].Int)).Order();

        Assert.Equal(used, tree.Keys);
        Assert.Equal(tree.Count, file.Catalog["StructTreeRoot"]["ParentTreeNextKey"].Int);
    }

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_7_3_1_elements_are_standard_types_in_their_places(string name)
    {
        var file = SampleFiles.Read(name);

        Assert.False(file.Catalog["StructTreeRoot"]["RoleMap"].Exists);
        Assert.Equal("StructTreeRoot", file.Catalog["StructTreeRoot"]["Type"].Name);
        foreach (var parent in Elements(file).Prepend(file.Catalog["StructTreeRoot"]))
        {
            Assert.All(Children(parent), child =>
            {
                Assert.Equal(parent.Id, child["P"].Id);
                Assert.Contains(parent["S"].Name ?? "StructTreeRoot", Parents[child["S"].Name!]);
            });
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void ISO_32000_14_8_4_no_element_mixes_content_with_blocks(string name) => Assert.All(Elements(SampleFiles.Read(name)), element =>
    {
        Assert.False(Pieces(element).Any() && Children(element).Any());
        if (Pieces(element).Any()) Assert.Contains(element["S"].Name, (string[])["H1", "P", "TH", "TD", "Link"]);
    });

    [Theory, MemberData(nameof(Files))]
    public void ISO_14289_7_4_2_headings_begin_with_H1_and_skip_no_level(string name)
    {
        var sections = Elements(SampleFiles.Read(name)).Where(element => element["S"].Name == "Sect").ToArray();

        Assert.All(sections, section => Assert.Single(Children(section), child => child["S"].Name == "H1"));
        Assert.DoesNotContain(Elements(SampleFiles.Read(name)), element => element["S"].Name is "H" or "H2" or "H3" or "H4" or "H5" or "H6");
    }

    [Theory, MemberData(nameof(Files))]
    public void ISO_14289_7_5_tables_are_regular_and_every_header_cell_has_its_scope(string name) =>
        Assert.All(Elements(SampleFiles.Read(name)).Where(element => element["S"].Name == "Table"), table =>
        {
            var rows = Children(table).ToArray();
            var taken = new HashSet<(int Row, int Column)>();
            for (var row = 0; row < rows.Length; row++)
            {
                foreach (var cell in Children(rows[row]))
                {
                    var (down, across) = (Attribute(cell, "RowSpan")?.Int ?? 1, Attribute(cell, "ColSpan")?.Int ?? 1);
                    Assert.Equal(cell["S"].Name == "TH", Attribute(cell, "Scope")?.Name is "Row" or "Column");
                    var column = Enumerable.Range(0, 5).First(free => !taken.Contains((row, free)));
                    for (var place = 0; place < down * across; place++)
                        Assert.True(taken.Add((row + place / across, column + place % across)), "Cells overlap.");
                }
            }
            Assert.Equal(rows.Length * 5, taken.Count);
            Assert.All(taken, place => Assert.True(place.Row < rows.Length && place.Column < 5));
        });

    [Theory, MemberData(nameof(Files))]
    public void ISO_14289_7_1_reading_order_is_the_order_of_the_pages(string name)
    {
        var file = SampleFiles.Read(name);
        var numbers = file.Pages.Select((page, number) => (page.Id, number)).ToDictionary(one => one.Id, one => one.number);

        // A merged label begins on the page of its first row, so the order is that of where elements begin within a part.
        var parts = Elements(file).Where(element => element["S"].Name == "Sect")
            .Select(section => Descendants(section).SelectMany(Pieces).Select(piece => numbers[piece.Page]).ToArray());
        var last = -1;
        foreach (var pages in parts)
        {
            Assert.True(pages.Min() > last, "A part begins before the one before it ends.");
            last = pages.Max();
        }
    }

    static IEnumerable<PdfNode> Elements(RawPdf file) => Descendants(file.Catalog["StructTreeRoot"]).Skip(1);

    static IEnumerable<PdfNode> Descendants(PdfNode element) => Children(element).SelectMany(Descendants).Prepend(element);

    static IEnumerable<PdfNode> Children(PdfNode element) => Kids(element).Where(kid => kid.IsDictionary && kid["S"].Exists);

    /// <summary>The page and number of each piece of marked content.</summary>
    static IEnumerable<(int Page, int Mcid)> Pieces(PdfNode element) => Kids(element)
        .Where(kid => kid.Value is double || kid["Type"].Name == "MCR")
        .Select(kid => kid.Value is double mcid ? (element["Pg"].Id, (int)mcid) : (kid["Pg"].Id, kid["MCID"].Int));

    static IEnumerable<PdfNode> Kids(PdfNode element) =>
        element["K"] is { Exists: true, Value: not object?[] } only ? [only] : element["K"].Items;

    static PdfNode? Attribute(PdfNode cell, string key)
    {
        if (!cell["A"].Exists) return null;
        Assert.Equal("Table", cell["A"]["O"].Name);
        return cell["A"][key] is { Exists: true } value ? value : null;
    }

    static SortedDictionary<int, PdfNode> ParentTree(RawPdf file)
    {
        var pairs = file.Catalog["StructTreeRoot"]["ParentTree"]["Nums"].Items.Chunk(2).ToArray();
        Assert.Equal(pairs.Select(pair => pair[0].Int).Order(), pairs.Select(pair => pair[0].Int));
        return new(pairs.ToDictionary(pair => pair[0].Int, pair => pair[1]));
    }
}
