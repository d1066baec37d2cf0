using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Data;

public static class FormQueries
{
    /// <summary>The form with all that the clerk typed: what <see cref="TargetForm.Content"/> and every change of it need.</summary>
    public static IQueryable<TargetForm> WithRows(this IQueryable<TargetForm> forms) =>
        forms.Include(form => form.Funds).Include(form => form.Indicators).Include(form => form.NotApplicable);
}
