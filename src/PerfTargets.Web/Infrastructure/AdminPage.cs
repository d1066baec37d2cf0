using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Common;

namespace PerfTargets.Web.Infrastructure;

/// <summary>A page on which an administrator edits one record: what a service refuses comes back at its field, with all that was typed.</summary>
public abstract class AdminPage : AppPage
{
    /// <summary>Mark of the stored values that the page shows.</summary>
    public string? SeenMark { get; protected set; }

    /// <param name="act">The service's work and where it leads.</param>
    /// <param name="prepare">Loads what the page shows beside the typed values; gives the record's present mark.</param>
    protected async Task<IActionResult> TryAsync(Func<Task<IActionResult>> act, Func<Task<string?>> prepare, string? postedMark)
    {
        if (!ModelState.IsValid)
        {
            SeenMark = postedMark;
            await prepare();
            return this.WithProblems();
        }
        try
        {
            return await act();
        }
        catch (ValidationException refused)
        {
            // Only who has been told of a change may overwrite it.
            var present = await prepare();
            SeenMark = refused.Errors.Any(error => error.PropertyName == Seen.FieldName) ? present : postedMark;
            this.ShowRefusals(refused);
            return Page();
        }
    }
}
