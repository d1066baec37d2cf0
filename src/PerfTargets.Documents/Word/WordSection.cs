using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.Documents.Word;

/// <summary>One form as a section: headings, tables, the lines to sign, and the page that they stand on.</summary>
static class WordSection
{
    /// <summary>From the edge of the paper to the header and to the page number, in points.</summary>
    const double HeaderMargin = 22, FooterMargin = 20;

    const double LineSpacing = FormLayout.LineSpacing;

    /// <summary>Word draws the rules of a row beside its height, and every table and section ends with a paragraph.</summary>
    public static double Spare(Documents.TableGrid grid) => grid.Rows.Count * 0.5 + 4;

    public static IEnumerable<OpenXmlElement> Blocks(FormPlan plan)
    {
        if (plan.Attachment is { } attachment)
        {
            var height = attachment.Size * TextBlock.Spacing;
            foreach (var paragraph in WordText.Paragraphs(attachment.Text, () => new(WordText.Exactly(height)), attachment.Size)) yield return paragraph;
        }
        foreach (var paragraph in WordText.Paragraphs(plan.Title.Text, TitleProperties)) yield return paragraph;
        yield return YearAndUnit(plan);
        foreach (var block in new WordTable(plan).Build()) yield return block;
        if (plan.HasSignatures)
        {
            yield return Signatures(plan);
            yield return Seal(plan);
        }
    }

    /// <summary>The properties of the section, without references to header and footer.</summary>
    public static SectionProperties Page(PageOrientation orientation)
    {
        var format = PageFormat.Of(orientation);
        return new SectionProperties(
            new SectionType { Val = SectionMarkValues.NextPage },
            new PageSize
            {
                Width = (uint)WordStyles.Twips(format.Width),
                Height = (uint)WordStyles.Twips(format.Height),
                Orient = orientation == PageOrientation.Portrait ? PageOrientationValues.Portrait : PageOrientationValues.Landscape,
            },
            new PageMargin
            {
                Top = WordStyles.Twips(format.Top),
                Bottom = WordStyles.Twips(format.Bottom),
                Left = (uint)WordStyles.Twips(format.Side),
                Right = (uint)WordStyles.Twips(format.Side),
                Header = (uint)WordStyles.Twips(HeaderMargin),
                Footer = (uint)WordStyles.Twips(FooterMargin),
                Gutter = 0,
            },
            new TitlePage());
    }

    static ParagraphProperties TitleProperties() =>
        new(new ParagraphStyleId { Val = WordStyles.Title }, WordText.Exactly(Heading.TitleSize * TextBlock.Spacing));

    /// <summary>The year in the middle and the unit at the right, on one line.</summary>
    static Paragraph YearAndUnit(FormPlan plan) => new(
        new ParagraphProperties(Tabs((plan.Format.TextWidth / 2, TabStopValues.Center), (plan.Format.TextWidth, TabStopValues.Right)),
            WordText.Exactly(Heading.YearHeight, after: Heading.Gap)),
        WordText.Run("\t" + plan.Table.YearLine, Heading.YearSize),
        WordText.Run("\t" + plan.Table.MoneyUnit, Heading.UnitSize));

    static Paragraph Signatures(FormPlan plan)
    {
        var lines = plan.Table.Signatures;
        var step = plan.Format.TextWidth / Math.Max(1, lines.Count);
        var properties = new ParagraphProperties(new KeepNext());
        if (lines.Count > 1) properties.Append(Tabs([.. Enumerable.Range(1, lines.Count - 1).Select(i => (SignatureBlock.LeftInset + i * step, TabStopValues.Left))]));
        properties.Append(
            WordText.Exactly(SignatureBlock.LineHeight, before: SignatureBlock.Above),
            // The date may reach over the margin rather than wrap.
            new Indentation { Left = WordStyles.TwipText(SignatureBlock.LeftInset), Right = WordStyles.TwipText(-plan.Format.Side / 2) });
        return new Paragraph(properties, WordText.Run(string.Join('\t', lines.Select(line => line.Label + line.Value)), SignatureBlock.Size));
    }

    static Paragraph Seal(FormPlan plan) => new(
        new ParagraphProperties(
            WordText.Exactly(FormLayout.FullSize * LineSpacing, before: SignatureBlock.SealRoom / 2 - 4),
            new Indentation { Right = WordStyles.TwipText(SignatureBlock.SealInset) },
            new Justification { Val = JustificationValues.Right }),
        WordText.Run(plan.Table.SealLabel, SignatureBlock.Size));

    public static Tabs Tabs(params (double Position, TabStopValues Kind)[] stops) =>
        new(stops.Select(stop => new TabStop { Val = stop.Kind, Position = WordStyles.Twips(stop.Position) }));
}
