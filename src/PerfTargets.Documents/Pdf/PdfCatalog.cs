using System.Globalization;

namespace PerfTargets.Documents.Pdf;

/// <summary>The root of a file and what it says of itself.</summary>
static class PdfCatalog
{
    /// <param name="contentsPages">Pages before the one that bears the number 1.</param>
    public static void Finish(PdfFile file, PdfCanvas canvas, Outline outline, int contentsPages, DocumentInfo info, string producer)
    {
        // Both places must say the same (ISO 19005-2, 6.6.3).
        info = info with { Title = Xmp.Storable(info.Title), Author = info.Author is null ? null : Xmp.Storable(info.Author) };
        var metadata = file.Stream("/Type/Metadata/Subtype/XML", Xmp.Of(info, producer), compress: false);
        var profile = file.Reserve();
        file.PackedStream(profile, "/N 3", SrgbProfile.Packed);
        var bookmarks = outline.Write(file);
        var (catalog, about) = (file.Reserve(), file.Reserve());
        var to = file.Begin(catalog).Raw("<</Type/Catalog/Pages "u8).Ref(canvas.PageTree).Raw("/StructTreeRoot "u8).Ref(canvas.Structure.Id)
            .Raw("/Metadata "u8).Ref(metadata).Raw("/MarkInfo<</Marked true>>/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>"u8)
            .Raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile "u8)
            .Ref(profile).Raw(">>]"u8);
        if (bookmarks is { } root) to.Raw("/PageMode/UseOutlines/Outlines "u8).Ref(root);
        if (contentsPages > 0) to.Raw("/PageLabels<</Nums[0<</S/r>>"u8).Int(contentsPages).Raw("<</S/D>>]>>"u8);
        to.Raw(">>"u8);
        WriteInformation(file.Begin(about), info, producer);
        file.Finish(catalog, about);
    }

    static void WriteInformation(PdfBuffer to, DocumentInfo info, string producer)
    {
        var date = info.CreatedUtc.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);
        to.Raw("<</Title "u8).Text(info.Title).Raw("/Creator "u8).Text(producer).Raw("/Producer "u8).Text(producer);
        if (info.Author is not null) to.Raw("/Author "u8).Text(info.Author);
        to.Raw($"/CreationDate{date}/ModDate{date}>>");
    }
}
