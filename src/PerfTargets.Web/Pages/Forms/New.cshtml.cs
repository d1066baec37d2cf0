using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>新建: a project of one's own unit that has no form in the year yet, or one that the list lacks.</summary>
[ForRoles(Role.Filler)]
public sealed class NewModel(FormService forms, FormLists lists) : AppPage
{
    public const string NewProject = "new";

    public IReadOnlyList<int> Years { get; private set; } = [];
    public int Year { get; private set; }
    public IReadOnlyList<StartableProject> Projects { get; private set; } = [];
    public string Chosen { get; private set; } = "";
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancel)
    {
        await ShowAsync(year, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, string? project, string? name, CancellationToken cancel)
    {
        (Chosen, Name) = (project ?? "", TypedText.Line(name));
        try
        {
            // A name that was typed is meant, even where the mark beside it was forgotten.
            var id = Guid.TryParse(Chosen, out var listed) && Name.Length == 0
                ? await forms.CreateAsync(listed, year, Person, cancel)
                : await forms.CreateForNewProjectAsync(Name, year, Person, cancel);
            if (await forms.FindAsync(id, Person, cancel) is { Version: > 1 })
                Note($"这个项目已有 {year} 年度的目标表，已为您打开。");
            return Redirect($"/forms/{id}/edit");
        }
        catch (RequestRefusedException refused)
        {
            await ShowAsync(year, cancel);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            this.ShowProblems([new Problem("name", refused.Message)]);
            return Page();
        }
    }

    private async Task ShowAsync(int? year, CancellationToken cancel)
    {
        Years = await lists.OpenYearsAsync(cancel);
        Year = year is { } asked && Years.Contains(asked) ? asked : Years.Count > 0 ? Years[0] : 0;
        Projects = Year == 0 ? [] : await lists.StartableProjectsAsync(Year, Person, cancel);
    }
}
