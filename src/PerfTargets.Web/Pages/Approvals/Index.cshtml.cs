using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Approvals;

/// <summary>批复: the forms that have passed, several at once, under one document number and date.</summary>
[ForRoles(Role.PerformanceReviewer)]
public sealed class IndexModel(FormLists lists, ApprovalService approvals, LocalCalendar calendar) : AppPage
{
    public IReadOnlyList<IGrouping<string, FormListItem>> Departments { get; private set; } = [];
    public IReadOnlySet<Guid> Picked { get; private set; } = new HashSet<Guid>();
    public string Document { get; private set; } = "";
    public string Date { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Date = calendar.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await ShowAsync(cancel);
    }

    /// <param name="pick">The ticked forms, each as id:version.</param>
    public async Task<IActionResult> OnPostAsync(List<string>? pick, string? document, string? date, Guid operation, CancellationToken cancel)
    {
        var forms = (pick ?? []).Select(Read).OfType<(Guid Id, long Version)>().ToList();
        (Document, Date, Picked) = (TypedText.Line(document), TypedText.Line(date), forms.Select(form => form.Id).ToHashSet());
        try
        {
            var count = await approvals.ApproveAsync(forms, Document, TypedDate.Read(Date), Operation.IdOf(operation), Person, cancel);
            Note($"已批复 {count} 份目标表，文号“{Document}”。正式 PDF 已随批复存档，可以在目标表中导出。");
            return Redirect("/approvals");
        }
        catch (RequestRefusedException refused)
        {
            return await AgainAsync(StatusCodes.Status400BadRequest, refused.Field ?? "forms", refused, cancel);
        }
        catch (ActionNotPermittedException refused)
        {
            return await AgainAsync(StatusCodes.Status403Forbidden, "forms", refused, cancel);
        }
        catch (FormNotFoundException refused)
        {
            return await AgainAsync(StatusCodes.Status404NotFound, "forms", refused, cancel);
        }
    }

    private async Task<IActionResult> AgainAsync(int status, string anchor, FormRuleException refused, CancellationToken cancel)
    {
        await ShowAsync(cancel);
        Response.StatusCode = status;
        this.ShowProblems([new Problem(anchor, refused.Message)]);
        return Page();
    }

    public string Local(DateTime utc) => calendar.ToLocal(utc).ToString("yyyy-MM-dd HH:mm", null);

    private async Task ShowAsync(CancellationToken cancel) =>
        Departments = [.. (await lists.PassedAsync(Person, cancel)).GroupBy(form => form.DepartmentName)];

    private static (Guid Id, long Version)? Read(string? pick)
    {
        var parts = (pick ?? "").Split(':', 2);
        return parts.Length == 2 && Guid.TryParse(parts[0], out var id) && long.TryParse(parts[1], out var version) ? (id, version) : null;
    }
}
