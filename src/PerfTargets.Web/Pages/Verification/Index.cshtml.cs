using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Verification;

/// <summary>核验: whether a PDF is, byte for byte, the official one that was kept at 批复. The file itself is not kept.</summary>
[ForStaff]
public sealed class IndexModel(FileVerification files, LocalCalendar calendar) : AppPage
{
    public string? FileName { get; private set; }
    public string? FileError { get; private set; }
    public string Sha256 { get; private set; } = "";
    public VerifiedFile? Found { get; private set; }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
        {
            FileError = "请选择要核验的 PDF 文件";
            this.ShowProblems([new Problem("file", FileError)]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        await using var content = file.OpenReadStream();
        FileName = Path.GetFileName(file.FileName);
        (Sha256, Found) = await files.VerifyAsync(content, cancel);
        return Page();
    }

    public string Local(DateTime utc) => calendar.ToLocal(utc).ToString("yyyy-MM-dd HH:mm", null);
}
