using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Approvals;

/// <summary>更正批复: a mistyped 文号 or date of an approved form.</summary>
[ForRoles(Role.PerformanceReviewer)]
public sealed class CorrectModel(FormService forms) : AppPage
{
    [BindProperty]
    public ApprovalInput Input { get; set; } = new();

    public TargetForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (!forms.PermittedActions(Form, Person).ContainsKey(FormAction.CorrectApproval))
            return Redirect($"/forms/{id}");
        Input = new ApprovalInput
        {
            Document = Form.ApprovalDocument,
            Date = Form.ApprovalDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, long version, Guid operation, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (!forms.PermittedActions(Form, Person).ContainsKey(FormAction.CorrectApproval))
            throw new ActionNotPermittedException(FormAction.CorrectApproval, Form.Status);
        try
        {
            await forms.CorrectApprovalAsync(new FormRequest(id, version, Operation.IdOf(operation)), Input, Person, cancel);
            Note("批复文号、日期已更正，原来的留在办理记录里。");
            return Redirect($"/forms/{id}");
        }
        catch (ValidationException refused)
        {
            this.ShowRefusals(refused);
        }
        catch (StaleFormException stale)
        {
            this.ShowProblems([new Problem(null, $"{stale.ChangedBy} 在您打开之后已更正过这份批复，现在的文号和日期见下。您填写的内容仍在本页，核对后再次保存即以您的为准。")]);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Form = (await forms.FindAsync(id, Person, cancel))!;
        return Form is not null;
    }
}
