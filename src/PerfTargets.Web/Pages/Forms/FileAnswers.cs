using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>Files as answers, under their Chinese names (RFC 6266).</summary>
internal static class FileAnswers
{
    /// <summary>A file to be kept or, if browsers show its kind, to be looked at.</summary>
    /// <param name="name">The file's name without its extension.</param>
    public static FileContentResult OfficialFile(this PageModel page, byte[] file, string name, OfficialFormat format, bool inline)
    {
        page.Name($"{name}.{format.Extension()}", inline && format == OfficialFormat.Pdf);
        return new FileContentResult(file, format.ContentType());
    }

    /// <summary>A file that goes out while it is written. What could be refused must have been looked at before.</summary>
    /// <param name="name">The file's name with its extension.</param>
    public static async Task<IActionResult> SendAsync(
        this PageModel page, string name, string contentType, bool inline, Func<Stream, Task> write)
    {
        page.Name(name, inline);
        page.Response.ContentType = contentType;
        await write(page.Response.Body);
        return new EmptyResult();
    }

    private static void Name(this PageModel page, string name, bool inline)
    {
        var header = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        header.SetHttpFileName(name);
        page.Response.Headers.ContentDisposition = header.ToString();
    }
}
