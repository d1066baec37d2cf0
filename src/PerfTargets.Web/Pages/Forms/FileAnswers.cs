using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Pages.Forms;

internal static class FileAnswers
{
    private const int LongestName = 120;

    /// <summary>A file under its Chinese name (RFC 6266), to be kept or, if browsers show its kind, to be looked at.</summary>
    /// <param name="name">The file's name without its extension.</param>
    public static FileContentResult OfficialFile(this PageModel page, byte[] file, string name, OfficialFormat format, bool inline)
    {
        var header = new ContentDispositionHeaderValue(inline && format == OfficialFormat.Pdf ? "inline" : "attachment");
        header.SetHttpFileName($"{SafeName(name)}.{format.Extension()}");
        page.Response.Headers.ContentDisposition = header.ToString();
        return new FileContentResult(file, format.ContentType());
    }

    private static string SafeName(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return safe.Length <= LongestName ? safe : safe[..LongestName];
    }
}
