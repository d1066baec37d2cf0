using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Office;
using PerfTargets.Documents.Pdf;

namespace PerfTargets.QuestPdf;

/// <summary>The texts around the table, each in its place on the page, as the built-in engine has them.</summary>
static class Headings
{
    /// <summary>The attachment's line at the left, below <paramref name="top"/>, which goes down by its height.</summary>
    public static List<Words> Attachment(string text, PageFormat format, FontSet fonts, ref double top) =>
        Block(text, Heading.AttachmentSize, FontRole.Text, CellAlign.Left, format, fonts, ref top);

    /// <summary>The title in the middle, likewise.</summary>
    public static List<Words> Title(string text, PageFormat format, FontSet fonts, ref double top) =>
        Block(text, Heading.TitleSize, FontRole.Title, CellAlign.Center, format, fonts, ref top);

    static List<Words> Block(string text, double size, FontRole role, CellAlign align, PageFormat format, FontSet fonts, ref double top)
    {
        var words = new List<Words>();
        text = text.ReplaceLineEndings("\n");
        foreach (var line in LineBreaker.Break(text, (int)(format.TextWidth / size * 1000), rune => fonts.Advance(rune, role)))
        {
            var slack = format.TextWidth - line.Width * size / 1000;
            words.Add(new(
                text.Substring(line.Start, line.Length), format.Side + (align == CellAlign.Left ? 0 : slack / 2),
                top + size * (TextBlock.Spacing - 1) / 2 + size * 0.88, size, role));
            top += size * TextBlock.Spacing;
        }
        return words;
    }

    /// <summary>The year in the middle and the unit at the right, on one line.</summary>
    public static IEnumerable<Words> YearAndUnit(FormPlan plan, ref double top)
    {
        var baseline = top + Heading.YearHeight - 3;
        top += Heading.YearHeight + Heading.Gap;
        return [
            Centred(plan.Table.YearLine, baseline, Heading.YearSize, plan.Format, plan.Fonts),
            AtRight(plan.Table.MoneyUnit, baseline, Heading.UnitSize, plan.Format, plan.Fonts)];
    }

    /// <summary>What the pages after the first begin with.</summary>
    public static IEnumerable<Words> Continuation(FormPlan plan)
    {
        var baseline = plan.Format.Top + Heading.UnitSize;
        return [
            new(Heading.Continuation, plan.Format.Side, baseline, Heading.UnitSize),
            AtRight(plan.Table.MoneyUnit, baseline, Heading.UnitSize, plan.Format, plan.Fonts)];
    }

    public static Words PageNumber(int number, PageFormat format, FontSet fonts) =>
        Centred(FormPainter.PageNumber(number), format.Height - FormPainter.PageNumberRise, FormPainter.LineSize, format, fonts);

    public static IEnumerable<Words> Signatures(FormPlan plan, double top) => SignatureBlock
        .Lines(plan.Table, plan.Format, rune => plan.Fonts.Advance(rune, FontRole.Text))
        .Select(line => new Words(line.Text, line.X, top + line.Baseline, SignatureBlock.Size));

    public static double Width(string text, double size, FontSet fonts) =>
        text.EnumerateRunes().Sum(rune => fonts.Advance(rune, FontRole.Text)) * size / 1000;

    public static Words AtRight(string text, double baseline, double size, PageFormat format, FontSet fonts) =>
        new(text, format.Width - format.Side - Width(text, size, fonts), baseline, size);

    static Words Centred(string text, double baseline, double size, PageFormat format, FontSet fonts) =>
        new(text, (format.Width - Width(text, size, fonts)) / 2, baseline, size);
}
