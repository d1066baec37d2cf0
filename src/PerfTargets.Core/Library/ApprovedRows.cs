using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Library;

/// <summary>A row of an approved form that the library does not have yet.</summary>
public sealed record ApprovedRow(Guid FormId, Guid RowId, int Year, string ProjectName, string Value, LibraryEntry Entry)
{
    /// <summary>By which a page names it.</summary>
    public string Key => $"{FormId:N}:{RowId:N}";
}

/// <param name="Total">How many there are, of which only the first are listed.</param>
public sealed record ApprovedRowList(IReadOnlyList<ApprovedRow> Rows, int Total);

/// <summary>A bureau takes what was approved in its own forms into its library: names, signs and units, never the numbers.</summary>
public sealed class ApprovedRows(PerfTargetsDbContext db, IndicatorLibrary library)
{
    public const int MostRows = 200;

    /// <summary>Rows of approved forms that the person sees and whose like is not in the library, the newest year first; of several alike, one.</summary>
    /// <param name="formId">Only those of this form.</param>
    public async Task<ApprovedRowList> ListAsync(Actor person, Guid? formId, CancellationToken cancel = default)
    {
        var rows = await NewAsync(await library.DepartmentIdOfAsync(person, cancel), person, formId, cancel);
        return new([.. rows.Take(MostRows)], rows.Count);
    }

    /// <summary>Takes the chosen rows into the library of the person's department; those that it has meanwhile are passed over.</summary>
    /// <param name="chosen">By <see cref="ApprovedRow.Key"/>.</param>
    /// <returns>How many were taken.</returns>
    public async Task<int> TakeAsync(IReadOnlyCollection<string> chosen, Actor person, CancellationToken cancel = default)
    {
        var department = await library.DepartmentIdOfAsync(person, cancel);
        try
        {
            return await AddAsync(department, chosen, person, cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // A colleague took one of them between our look and our commit.
            db.ChangeTracker.Clear();
            return await AddAsync(department, chosen, person, cancel);
        }
    }

    private async Task<int> AddAsync(Guid department, IReadOnlyCollection<string> chosen, Actor person, CancellationToken cancel)
    {
        var wanted = chosen.ToHashSet(StringComparer.Ordinal);
        var rows = (await NewAsync(department, person, null, cancel, wanted)).Select(row => row.Entry).ToList();
        db.AddRange(rows.Select(entry => LibraryIndicator.Create(department, entry, LibrarySource.Form)));
        await db.SaveChangesAsync(cancel);
        return rows.Count;
    }

    private async Task<List<ApprovedRow>> NewAsync(
        Guid department, Actor person, Guid? formId, CancellationToken cancel, HashSet<string>? only = null)
    {
        var forms = db.Forms.AsNoTracking().Where(FormStanding.VisibleTo(person))
            .Where(form => form.Status == FormStatus.Approved && form.DepartmentId == department && (formId == null || form.Id == formId));
        var stored = await forms.OrderByDescending(form => form.Year).ThenBy(form => form.Id)
            .Select(form => new { form.Id, form.Year, form.ProjectName, Rows = form.Indicators.OrderBy(row => row.Position).ToList() }).ToListAsync(cancel);
        var numbers = stored.Select(form => form.Year).Distinct().ToList();
        var templates = await db.Years.AsNoTracking().Where(year => numbers.Contains(year.Year)).ToDictionaryAsync(year => year.Year, year => year.Template, cancel);
        var known = (await db.LibraryIndicators.AsNoTracking().Where(one => one.DepartmentId == null || one.DepartmentId == department)
            .Select(one => new { one.Category, one.NameKey }).ToListAsync(cancel)).Select(one => (one.Category, one.NameKey)).ToHashSet();
        var rows =
            from form in stored
            from row in form.Rows
            let entry = EntryOf(form.Year, form.ProjectName, row, templates[form.Year])
            where entry is not null
            let one = new ApprovedRow(form.Id, row.Id, form.Year, form.ProjectName, row.Value, entry)
            where only is null || only.Contains(one.Key)
            select one;
        return [.. rows.Where(row => known.Add((row.Entry.Category, LibraryEntry.KeyOf(row.Entry.Name))))];
    }

    private static LibraryEntry? EntryOf(int year, string project, Indicator row, FormTemplate template) =>
        template.FindGroup(row.GroupKey) is { } group && LibraryEntry.KeyOf(row.Name).Length is > 0 and <= LibraryInputValidator.NameLength
            ? LibraryEntry.Of(LibraryCategories.Of(group), TypedText.Line(row.Name), row.Value, $"取自 {year} 年度“{project}”。")
            : null;
}
