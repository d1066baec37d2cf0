using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Word;

/// <summary>
/// Headers and footers of the sections, each kind once. A first page has a draft's status only; the others say 续表 and the unit too.
/// </summary>
sealed class WordHeaders
{
    const string Footer = "rIdFooter";

    readonly List<(string Left, string Middle, string Right, PageOrientation Orientation)> _headers = [];

    public void Refer(SectionProperties section, FormPlan plan)
    {
        var table = plan.Table;
        section.PrependChild(new FooterReference { Type = HeaderFooterValues.First, Id = Footer });
        section.PrependChild(new FooterReference { Type = HeaderFooterValues.Default, Id = Footer });
        section.PrependChild(new HeaderReference
        {
            Type = HeaderFooterValues.Default,
            Id = Id((Heading.Continuation, plan.Status, table.MoneyUnit, table.Orientation)),
        });
        section.PrependChild(new HeaderReference { Type = HeaderFooterValues.First, Id = Id(("", plan.Status, "", table.Orientation)) });
    }

    /// <summary>Writes the parts.</summary>
    /// <returns>What the document refers to.</returns>
    public IEnumerable<(string Id, string Type, string Target)> Write(OfficePackage package)
    {
        const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        package.Add("word/footer.xml", Types + "footer+xml", PageNumber().WriteTo);
        var targets = new List<(string, string, string)> { (Footer, "footer", "footer.xml") };
        foreach (var (header, index) in _headers.Select((header, index) => (header, index)))
        {
            var name = $"header{index + 1}.xml";
            package.Add("word/" + name, Types + "header+xml", Part(header).WriteTo);
            targets.Add(($"rIdHeader{index + 1}", "header", name));
        }
        return targets;
    }

    string Id((string Left, string Middle, string Right, PageOrientation Orientation) header)
    {
        if (!_headers.Contains(header)) _headers.Add(header);
        return $"rIdHeader{_headers.IndexOf(header) + 1}";
    }

    static Header Part((string Left, string Middle, string Right, PageOrientation Orientation) header)
    {
        var width = PageFormat.Of(header.Orientation).TextWidth;
        var paragraph = new Paragraph(new ParagraphProperties(
            WordSection.Tabs((width / 2, TabStopValues.Center), (width, TabStopValues.Right)),
            WordText.Exactly(FormLayout.FullSize * FormLayout.LineSpacing)));
        if ((header.Left + header.Middle + header.Right).Length > 0)
            paragraph.Append(WordText.Run($"{header.Left}\t{header.Middle}\t{header.Right}"));
        return new Header(paragraph);
    }

    /// <summary>— 3 —, counted through all sections.</summary>
    static Footer PageNumber() => new(new Paragraph(
        new ParagraphProperties(
            WordText.Exactly(FormLayout.FullSize * FormLayout.LineSpacing), new Justification { Val = JustificationValues.Center }),
        WordText.Run("— "),
        new SimpleField(WordText.Run("1")) { Instruction = " PAGE " },
        WordText.Run(" —")));
}
