using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Approvals;

/// <summary>批复: the forms that have passed, several at once, under one document number and date, after a last look at what was chosen.</summary>
[ForRoles(Role.PerformanceReviewer)]
public sealed class IndexModel(FormLists lists, ApprovalService approvals, LocalCalendar calendar) : AppPage
{
    [BindProperty]
    public ApprovalInput Input { get; set; } = new();

    public IReadOnlyList<IGrouping<(Guid Id, string Name), FormListItem>> Departments { get; private set; } = [];
    public IReadOnlySet<Guid> Picked { get; private set; } = new HashSet<Guid>();

    /// <summary>The form from whose page one came: the hand is on its tick, so that it is seen in a long list.</summary>
    public Guid? From { get; private set; }

    /// <summary>What is going to be approved, where the person is asked to confirm it.</summary>
    public ApprovalBatch? Batch { get; private set; }

    /// <param name="form">One to be ticked at once: its own page has led here.</param>
    public async Task OnGetAsync(Guid? form, CancellationToken cancel)
    {
        Input = new ApprovalInput { Date = calendar.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        await ShowAsync(cancel);
        Picked = Departments.SelectMany(forms => forms).Select(one => one.Id).Where(id => id == form).ToHashSet();
        From = Picked.Count > 0 ? form : null;
    }

    /// <param name="pick">The ticked forms, each as id:version.</param>
    /// <param name="action">The button; without one the choice is shown for a last look, never approved.</param>
    public async Task<IActionResult> OnPostAsync(List<string>? pick, string? action, Guid operation, CancellationToken cancel)
    {
        var chosen = (pick ?? []).Select(Read).OfType<ChosenForm>().ToList();
        Picked = chosen.Select(one => one.Id).ToHashSet();
        try
        {
            switch (action)
            {
                case "all" or "none" or "back":
                    return await ListAsync(action, cancel);
                case "approve":
                    var count = await approvals.ApproveAsync(chosen, Input, Operation.IdOf(operation), Person, cancel);
                    Note($"已批复 {count} 份目标表，文号“{Input.Document}”。正式 PDF 已随批复存档，可以在目标表中导出。",
                        chosen.Count == 1 ? $"/forms/{chosen[0].Id}" : "/forms?status=Approved", chosen.Count == 1 ? "打开这份目标表" : "查看已批复的目标表");
                    return Redirect("/approvals");
                default:
                    Batch = await approvals.PrepareAsync(chosen, Input, Person, cancel);
                    return Page();
            }
        }
        catch (ValidationException refused)
        {
            await ShowAsync(cancel);
            this.ShowRefusals(refused);
        }
        catch (ChoiceRefusedException refused)
        {
            Picked = Picked.Except(refused.Refusals.Select(one => one.FormId)).ToHashSet();
            await ShowAsync(cancel);
            this.ShowProblems(refused.Refusals.Select(one => new Problem(null, one.Sentence)), "本次批复没有进行");
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        return Page();
    }

    public string Local(DateTime utc) => calendar.ToLocal(utc).ToString("yyyy-MM-dd HH:mm", null);

    private async Task<IActionResult> ListAsync(string action, CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (action != "back")
            Picked = action == "none" ? new HashSet<Guid>() : Departments.SelectMany(forms => forms).Select(form => form.Id).ToHashSet();
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancel) =>
        Departments = [.. (await lists.PassedAsync(Person, cancel)).GroupBy(form => (form.DepartmentId, form.DepartmentName))];

    private static ChosenForm? Read(string? pick)
    {
        var parts = (pick ?? "").Split(':', 2);
        return parts.Length == 2 && Guid.TryParse(parts[0], out var id) && long.TryParse(parts[1], out var version) ? new(id, version) : null;
    }
}
