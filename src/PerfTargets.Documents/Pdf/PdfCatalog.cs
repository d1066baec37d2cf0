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
        var to = file.Begin(catalog).Raw("<</Type/Catalog/Pages ").Ref(canvas.PageTree).Raw("/StructTreeRoot ").Ref(canvas.Structure.Id)
            .Raw("/Metadata ").Ref(metadata).Raw("/MarkInfo<</Marked true>>/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>")
            .Raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ")
            .Ref(profile).Raw(">>]");
        if (bookmarks is { } root) to.Raw("/PageMode/UseOutlines/Outlines ").Ref(root);
        if (contentsPages > 0) to.Raw("/PageLabels<</Nums[0<</S/r>>").Int(contentsPages).Raw("<</S/D>>]>>");
        to.Raw(">>");
        WriteInformation(file.Begin(about), info, producer);
        file.Finish(catalog, about);
    }

    static void WriteInformation(PdfBuffer to, DocumentInfo info, string producer)
    {
        var date = info.CreatedUtc.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);
        to.Raw("<</Title ").Text(info.Title).Raw("/Creator ").Text(producer).Raw("/Producer ").Text(producer);
        if (info.Author is not null) to.Raw("/Author ").Text(info.Author);
        to.Raw($"/CreationDate{date}/ModDate{date}>>");
    }
}
