using PerfTargets.Documents.Tests.Reading;

namespace PerfTargets.Documents.Tests.Conformance;

/// <summary>ISO 19005-2, 6.3, and ISO 14289-1, 7.17 and 7.18: links, bookmarks and page labels.</summary>
public class NavigationTests
{
    public static TheoryData<string> Files => SampleFiles.Names;

    [Theory, MemberData(nameof(Files))]
    public void Clause_6_3_annotations_are_links_that_print_and_ISO_14289_7_18_5_say_where_they_lead(string name) =>
        Assert.All(Links(name), link =>
        {
            Assert.Equal(("Annot", "Link"), (link["Type"].Name, link["Subtype"].Name));
            Assert.Equal(4, link["F"].Int);
            Assert.Matches("^.+，第 [1-9][0-9]* 页$", link["Contents"].Text);
            Assert.False(link["A"].Exists);
        });

    [Theory, MemberData(nameof(Files))]
    public void ISO_14289_7_18_1_each_link_stands_in_its_Link_element_both_ways(string name)
    {
        var file = SampleFiles.Read(name);
        var keys = file.Catalog["StructTreeRoot"]["ParentTree"]["Nums"].Items.Chunk(2).ToDictionary(pair => pair[0].Int, pair => pair[1]);

        foreach (var page in file.Pages)
        {
            Assert.All(page["Annots"].Items, link =>
            {
                var element = keys[link["StructParent"].Int];
                var reference = Assert.Single(element["K"].Items, kid => kid.IsDictionary && kid["Type"].Name == "OBJR");
                Assert.Equal(("Link", link.Id, page.Id), (element["S"].Name, reference["Obj"].Id, reference["Pg"].Id));
                Assert.Contains(element["K"].Items, kid => kid.Value is double);
            });
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void ISO_14289_7_18_3_the_tabulator_follows_the_structure(string name) =>
        Assert.All(SampleFiles.Read(name).Pages, page => Assert.Equal("S", page["Tabs"].Name));

    [Theory, MemberData(nameof(Files))]
    public void Links_lead_to_the_first_page_of_their_form_and_stand_on_the_page(string name)
    {
        var file = SampleFiles.Read(name);
        var contents = file.Pages.Count(page => page["Annots"].Exists);

        Assert.All(Links(name), link =>
        {
            var (target, number) = (link["Dest"].Items.First(), int.Parse(link["Contents"].Text.Split('第', '页')[^2]));
            Assert.Equal(file.Pages[contents + number - 1].Id, target.Id);
            var (box, page) = (link["Rect"].Items.Select(side => side.Number).ToArray(), file.Pages[0]["MediaBox"].Items.ToArray());
            Assert.True(0 < box[0] && box[0] < box[2] && box[2] < page[2].Number && 0 < box[1] && box[1] < box[3] && box[3] < page[3].Number);
        });
    }

    /// <summary>Before more than five forms stand contents, with a link for each.</summary>
    [Fact]
    public void Contents_have_a_link_for_each_form()
    {
        Assert.Empty(Links("three forms"));
        Assert.Equal(12, Links("twelve forms with contents").Count());
        Assert.Equal(60, Links("sixty forms with contents on several pages").Count());
    }

    [Theory, MemberData(nameof(Files))]
    public void ISO_14289_7_17_bookmarks_lead_in_order_to_pages_of_the_file(string name)
    {
        var file = SampleFiles.Read(name);
        var pages = file.Pages.Select(page => page.Id).ToList();
        var titles = new List<string>();
        var (item, previous, place) = (Outline(file)["First"], 0, -1);
        while (item.Exists)
        {
            titles.Add(item["Title"].Text);
            Assert.Equal(Outline(file).Id, item["Parent"].Id);
            Assert.Equal(previous, item["Prev"].Id);
            var target = pages.IndexOf(item["Dest"].Items.First().Id);
            Assert.True(target > place);
            (place, previous, item) = (target, item.Id, item["Next"]);
        }

        Assert.Equal(previous, Outline(file)["Last"].Id);
        if (titles.Count > 0) Assert.Equal(titles.Count, Outline(file)["Count"].Int);
        Assert.All(titles, Assert.NotEmpty);
        Assert.Equal(name switch { "three forms" => 3, "twelve forms with contents" => 13, _ when name.StartsWith("sixty", StringComparison.Ordinal) => 61, _ => 0 }, titles.Count);
    }

    [Theory, MemberData(nameof(Files))]
    public void ISO_32000_12_4_2_page_labels_are_the_numbers_printed(string name)
    {
        var file = SampleFiles.Read(name);
        var labels = file.Catalog["PageLabels"];
        var contents = file.Pages.Count(page => page["Annots"].Exists);

        Assert.Equal(contents > 0, labels.Exists);
        if (labels.Exists) Assert.Equal([(0, "r"), (contents, "D")], labels["Nums"].Items.Chunk(2).Select(range => (range[0].Int, range[1]["S"].Name!)));
    }

    static IEnumerable<PdfNode> Links(string name) => SampleFiles.Read(name).Pages.SelectMany(page => page["Annots"].Items);

    static PdfNode Outline(RawPdf file) => file.Catalog["Outlines"] is { Exists: true } outline ? outline : new(file, new Dictionary<string, object?>());
}
