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

    /// <summary>The button that goes on to what can be copied from last year's form.</summary>
    public const string Copy = "copy";

    public IReadOnlyList<int> Years { get; private set; } = [];
    public int Year { get; private set; }
    public IReadOnlyList<StartableProject> Projects { get; private set; } = [];
    public string Chosen { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The form that the project has already.</summary>
    public TargetForm? Existing { get; private set; }

    /// <summary>The clerk may go on filling in the existing form.</summary>
    public bool MayEditExisting { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancel)
    {
        await ShowAsync(year, cancel);
        return Page();
    }

    /// <param name="year">The year that the page shows.</param>
    /// <param name="chosenYear">The year in the list beside 换年度, where there are several.</param>
    public async Task<IActionResult> OnPostAsync(int year, int? chosenYear, string? action, string? project, string? name, CancellationToken cancel)
    {
        (Chosen, Name) = (project ?? "", TypedText.Line(name));
        // The projects on the page are those of its own year: another one is shown first, whichever button was pressed.
        if (action == "year" || (chosenYear is { } other && other != year))
        {
            await ShowAsync(chosenYear, cancel);
            return Page();
        }
        try
        {
            // A name that was typed is meant, even where the mark beside it was forgotten.
            var id = Guid.TryParse(Chosen, out var listed) && Name.Length == 0
                ? await forms.CreateAsync(listed, year, Person, cancel)
                : await forms.CreateForNewProjectAsync(Name, year, Person, cancel);
            // One that this person has just begun is that of a double click.
            if (await forms.FindAsync(id, Person, cancel) is not { } form || (form.Version == 1 && form.Status == FormStatus.Draft && form.WasUpdatedBy(Person)))
                return Redirect(action == Copy ? $"/forms/{id}/last-year" : $"/forms/{id}/edit");
            await ShowAsync(year, cancel);
            (Existing, MayEditExisting) = (form, forms.PermittedActions(form, Person).ContainsKey(FormAction.Save));
            Response.StatusCode = StatusCodes.Status409Conflict;
            this.ShowProblems([new Problem(null, $"这个项目 {year} 年度已有目标表（{form.Status.Word()}），没有另建一份。")]);
            return Page();
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
        Year = year is { } asked && Years.Contains(asked) ? asked : Years.DefaultIfEmpty().Max();
        Projects = Year == 0 ? [] : await lists.StartableProjectsAsync(Year, Person, cancel);
    }
}
