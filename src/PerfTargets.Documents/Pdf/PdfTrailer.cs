using System.Globalization;
using System.Security;
using System.Text;

namespace PerfTargets.Documents.Pdf;

/// <summary>What a file says of itself: catalog, information dictionary and XMP metadata.</summary>
static class PdfTrailer
{
    public static byte[] Finish(PdfFile file, int pages, int structure, PdfInfo info, string producer)
    {
        var metadata = file.Stream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Xmp(info, producer)), compress: false);
        var (catalog, about) = (file.Reserve(), file.Reserve());
        file.Begin(catalog).Raw("<</Type/Catalog/Pages ").Ref(pages).Raw("/StructTreeRoot ").Ref(structure).Raw("/Metadata ").Ref(metadata)
            .Raw("/MarkInfo<</Marked true>>/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>>>");
        var date = info.CreatedUtc.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);
        var to = file.Begin(about).Raw("<</Title ").Text(info.Title).Raw("/Creator ").Text(producer).Raw("/Producer ").Text(producer);
        if (info.Author is not null) to.Raw("/Author ").Text(info.Author);
        to.Raw($"/CreationDate{date}/ModDate{date}>>");
        return file.Finish(catalog, about);
    }

    static string Xmp(PdfInfo info, string producer)
    {
        var date = info.CreatedUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var author = info.Author is null ? "" : $"<dc:creator><rdf:Seq><rdf:li>{Escape(info.Author)}</rdf:li></rdf:Seq></dc:creator>";
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(info.Title)}</rdf:li></rdf:Alt></dc:title>{author}
            <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
            <xmp:CreatorTool>{Escape(producer)}</xmp:CreatorTool>
            <pdf:Producer>{Escape(producer)}</pdf:Producer>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """.ReplaceLineEndings("\n");
    }

    /// <summary>Escapes markup and drops what XML 1.0 cannot hold.</summary>
    static string Escape(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF)) kept.Append(rune.ToString());
        }
        return SecurityElement.Escape(kept.ToString());
    }
}
