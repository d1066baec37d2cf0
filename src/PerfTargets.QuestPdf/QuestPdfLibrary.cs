using PerfTargets.Documents;
using PerfTargets.Documents.Fonts;
using PerfTargets.Documents.Pdf;
using QuestPDF;
using QuestPDF.Drawing;
using QuestPDF.Elements.Table;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace PerfTargets.QuestPdf;

/// <summary>
/// The library's process-wide settings and what its versions do not have in common: those before 2023 (MIT licence, over SkiaSharp) and
/// today's (its own native library, a licence to declare, tags).
/// </summary>
static class QuestPdfLibrary
{
    public static string Version { get; } = typeof(Document).Assembly.GetName().Version!.ToString(3);

#if QUESTPDF_MIT
    public static IReadOnlyList<string> Licenses { get; } = ["MIT"];
#else
    // Not Evaluation: what it makes is marked, and not meant to be used.
    public static IReadOnlyList<string> Licenses { get; } =
        [nameof(LicenseType.Community), nameof(LicenseType.Professional), nameof(LicenseType.Enterprise)];
#endif

    /// <summary>Only our fonts, and no character without a glyph.</summary>
    public static void SetUp(string license)
    {
        Settings.CheckIfAllTextGlyphsAreAvailable = true;
        Settings.EnableDebugging = false;
#if QUESTPDF_MIT
        _ = license;
        // Pages after which the library believes that it goes on for ever.
        Settings.DocumentLayoutExceptionThreshold = int.MaxValue;
#else
        Settings.License = Enum.Parse<LicenseType>(license);
        Settings.UseEnvironmentFonts = false;
        Settings.FontDiscoveryPaths.Clear();
#endif
    }

    /// <summary>What the file says of itself, and the standard that it follows.</summary>
    public static Document Described(this Document document, DocumentInfo info, string producer)
    {
        var metadata = new DocumentMetadata
        {
            Title = Xmp.Storable(info.Title),
            Author = info.Author is null ? null : Xmp.Storable(info.Author),
            Creator = producer,
            Producer = producer,
            CreationDate = DateTime.SpecifyKind(info.CreatedUtc, DateTimeKind.Utc),
            ModifiedDate = DateTime.SpecifyKind(info.CreatedUtc, DateTimeKind.Utc),
#if QUESTPDF_MIT
            PdfA = true,
        };
        return document.WithMetadata(metadata);
#else
            Language = "zh-CN",
        };
        return document.WithMetadata(metadata).WithSettings(new DocumentSettings { PDFA_Conformance = PDFA_Conformance.PDFA_2A });
#endif
    }

    /// <summary>Shapes of one grey over the whole page, given as path data of SVG.</summary>
    public static void Shapes(this IContainer container, string path, double grey, PageFormat format)
    {
        var level = (byte)Math.Round(grey * 255);
#if QUESTPDF_MIT
        container.Canvas((canvas, _) =>
        {
            using var shapes = SkiaSharp.SKPath.ParseSvgPathData(path);
            using var paint = new SkiaSharp.SKPaint { Color = new SkiaSharp.SKColor(level, level, level), IsAntialias = true };
            canvas.DrawPath(shapes, paint);
        });
#else
        container.SemanticIgnore().Svg(FormattableString.Invariant(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {format.Width} {format.Height}"><path fill="#{level:X2}{level:X2}{level:X2}" d="{path}"/></svg>"""));
#endif
    }

    /// <summary>Says what the content is to reading aids, where the version has tags.</summary>
    /// <param name="says">What they say of a link.</param>
    public static IContainer As(this IContainer container, Part part, string says = "") =>
#if QUESTPDF_MIT
        container;
#else
        part switch
        {
            Part.Title => container.SemanticHeader1(),
            Part.Paragraph => container.SemanticParagraph(),
            Part.Table => container.SemanticTable(),
            Part.Link => container.SemanticLink(says),
            _ => container.SemanticIgnore(),
        };
#endif

    public static ITableCellContainer AsRowHeader(this ITableCellContainer cell) =>
#if QUESTPDF_MIT
        cell;
#else
        cell.AsSemanticHorizontalHeader();
#endif

    /// <summary>Lines as high as the face has them.</summary>
    public static TextStyle Plain(this TextStyle style) =>
#if QUESTPDF_MIT
        style.LineHeight(1);
#else
        style.LineHeight(null);
#endif

    /// <summary>Lets what has no text keep its place: in today's versions it has no height, whatever was set; a blank is measured and not drawn.</summary>
    public static void HoldOpen(this IContainer container, FontSet fonts)
    {
#if !QUESTPDF_MIT
        container.SemanticIgnore().Text(" ").Style(RegisteredFonts.Blank(fonts));
#endif
    }
}

/// <summary>What a part of a page is to reading aids.</summary>
enum Part
{
    Title,
    Paragraph,
    Table,
    Link,

    /// <summary>No content: for the eye only.</summary>
    Artifact,
}
