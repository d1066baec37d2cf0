using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace PerfTargets.Web.Pages.Forms;

internal static class PdfAnswers
{
    private const int LongestName = 120;

    /// <summary>A file under its Chinese name (RFC 6266), to be kept or to be looked at.</summary>
    public static FileContentResult PdfFile(this PageModel page, byte[] pdf, string name, bool inline)
    {
        var header = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        header.SetHttpFileName(SafeName(name));
        page.Response.Headers.ContentDisposition = header.ToString();
        return new FileContentResult(pdf, "application/pdf");
    }

    private static string SafeName(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return safe.Length <= LongestName ? safe : safe[..(LongestName - 4)] + ".pdf";
    }
}
