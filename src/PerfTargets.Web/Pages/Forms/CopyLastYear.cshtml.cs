using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>复制上年 for several of the unit's projects at once: what each draft would hold, and one button that makes them.</summary>
[ForRoles(Role.Filler)]
public sealed class CopyLastYearModel(FormService forms, FormLists lists) : AppPage
{
    public IReadOnlyList<int> Years { get; private set; } = [];
    public int Year { get; private set; }
    public IReadOnlyList<CopyableProject> Projects { get; private set; } = [];
    public IReadOnlySet<Guid> Picked { get; private set; } = new HashSet<Guid>();

    public async Task OnGetAsync(int? year, CancellationToken cancel)
    {
        await ShowAsync(year, cancel);
        Picked = Projects.Where(one => one.Refusal is null).Select(one => one.Project.Id).ToHashSet();
    }

    /// <param name="pick">The ticked projects, each as id:source.</param>
    public async Task<IActionResult> OnPostAsync(int year, List<string>? pick, string? action, Guid operation, CancellationToken cancel)
    {
        var chosen = (pick ?? []).Select(Read).OfType<ChosenProject>().DistinctBy(one => one.Id).ToList();
        Picked = chosen.Select(one => one.Id).ToHashSet();
        try
        {
            if (action is "all" or "none")
            {
                await ShowAsync(year, cancel);
                Picked = Projects.Where(one => action == "all" && one.Refusal is null).Select(one => one.Project.Id).ToHashSet();
                return Page();
            }
            var count = await forms.CopyYearAsync(year, chosen, Operation.IdOf(operation), Person, cancel);
            Note($"已建 {count} 份 {year} 年度的草稿，内容由上年复制、标为“待核对”。请逐份核对并填写资金。");
            return Redirect($"/forms?year={year}&status={FormStatus.Draft}");
        }
        catch (RequestRefusedException refused)
        {
            return await AgainAsync(year, StatusCodes.Status400BadRequest, [refused.Message], cancel);
        }
        catch (ChoiceRefusedException refused)
        {
            Picked = Picked.Except(refused.Refusals.Select(one => one.FormId)).ToHashSet();
            return await AgainAsync(year, StatusCodes.Status409Conflict, refused.Refusals.Select(one => one.Sentence), cancel);
        }
    }

    private async Task<IActionResult> AgainAsync(int year, int status, IEnumerable<string> sentences, CancellationToken cancel)
    {
        await ShowAsync(year, cancel);
        Response.StatusCode = status;
        this.ShowProblems(sentences.Select(sentence => new Problem(null, sentence)), "没有新建任何草稿");
        return Page();
    }

    private async Task ShowAsync(int? year, CancellationToken cancel)
    {
        Years = await lists.OpenYearsAsync(cancel);
        Year = year is { } asked && Years.Contains(asked) ? asked : Years.DefaultIfEmpty().Max();
        Projects = Year == 0 ? [] : await forms.CopyableAsync(Year, Person, cancel);
    }

    private static ChosenProject? Read(string? pick) =>
        (pick ?? "").Split(':', 2) is [var id, var source] && Guid.TryParse(id, out var project) ? new(project, source) : null;
}
