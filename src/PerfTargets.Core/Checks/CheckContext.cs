using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>All that a check may look at: the form, its template and its year. No clock, no database.</summary>
/// <param name="Unprintable">The characters of a text that no font in use can print, of which Core knows nothing else.</param>
public sealed record CheckContext(FormContent Form, FormTemplate Template, int Year, Func<string, IReadOnlyList<string>> Unprintable)
{
    public static CheckContext Of(TargetForm form, IOfficialDocuments documents) =>
        new(form.Content, form.BudgetYear?.Template ?? throw new InvalidOperationException("The form's year is not loaded."), form.Year, documents.Unprintable);
}
