using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>
/// Puts forms into their surroundings: the department's forms of the year and the project's form of the year before. For one form or for
/// hundreds, the queries are the same few.
/// </summary>
public sealed class CheckContexts(PerfTargetsDbContext db, IOfficialDocuments documents, RememberedRows remembered)
{
    private static readonly CompiledQuery<Func<PerfTargetsDbContext, Guid[], int[], IAsyncEnumerable<Member>>> Members = new(() => EF.CompileAsyncQuery(
        (PerfTargetsDbContext db, Guid[] departments, int[] years) => db.Forms
            .Where(form => departments.Contains(form.DepartmentId) && years.Contains(form.Year) && form.Status != FormStatus.Deleted)
            .Select(form => new Member(
                new DepartmentYear(form.DepartmentId, form.Year), form.ProjectId, form.Round,
                new BureauForm(
                    form.Id, form.Project!.Code, form.ProjectName, Organisation.Called(form.Unit!.Code, form.Unit.Name),
                    Amount.FromStored(form.TotalFen, form.Funds.Where(line => line.Key == FundsLine.TotalKey).Select(line => line.UnreadText).FirstOrDefault()),
                    Array.Empty<IndicatorRow>())))));

    private static readonly CompiledQuery<Func<PerfTargetsDbContext, Guid[], string[], IAsyncEnumerable<Indicator>>> RowsNamed = new(() => EF.CompileAsyncQuery(
        (PerfTargetsDbContext db, Guid[] forms, string[] names) => db.Set<Indicator>().AsNoTracking()
            .Where(row => forms.Contains(row.FormId) && names.Contains(row.Name))));

    private static readonly CompiledQuery<Func<PerfTargetsDbContext, Guid[], int[], IAsyncEnumerable<ApprovedTotal>>> ApprovedTotals = new(() => EF.CompileAsyncQuery(
        (PerfTargetsDbContext db, Guid[] departments, int[] years) => db.ApprovedTotals.AsNoTracking()
            .Where(total => departments.Contains(total.DepartmentId) && years.Contains(total.Year))));

    private static readonly CompiledQuery<Func<PerfTargetsDbContext, Guid[], int[], IAsyncEnumerable<TargetForm>>> Rounds = new(() => EF.CompileAsyncQuery(
        (PerfTargetsDbContext db, Guid[] projects, int[] years) => db.Forms.AsNoTracking()
            .Where(form => projects.Contains(form.ProjectId) && years.Contains(form.Year) && form.Status != FormStatus.Deleted)));

    private readonly record struct DepartmentYear(Guid DepartmentId, int Year);

    private sealed record Member(DepartmentYear Of, Guid ProjectId, int Round, BureauForm Form);

    public async Task<CheckContext> OfAsync(TargetForm form, CancellationToken cancel = default) => (await OfAsync([form], cancel))[form.Id];

    /// <param name="forms">With their content, year, organisations and project. They count as they stand here, stored or not.</param>
    /// <returns>By the form's id.</returns>
    public async Task<IReadOnlyDictionary<Guid, CheckContext>> OfAsync(IReadOnlyCollection<TargetForm> forms, CancellationToken cancel = default)
    {
        if (forms.Count == 0)
            return new Dictionary<Guid, CheckContext>();
        var members = await MembersAsync(forms, cancel);
        var bureaus = await BureausAsync(members, cancel);
        var before = await LastYearsAsync(forms, cancel);
        return forms.ToDictionary(form => form.Id, form => new CheckContext(form.Content, TemplateOf(form), form.Year, documents.Unprintable)
        {
            FormId = members.TryGetValue((form.ProjectId, KeyOf(form)), out var newest) ? newest.Form.FormId : form.Id,
            Bureau = bureaus.GetValueOrDefault(KeyOf(form)),
            LastYear = new YearBefore(before.GetValueOrDefault((form.ProjectId, form.Year - 1))),
        });
    }

    /// <summary>A file's forms are all that is at hand: those under one department's name are its bureau, and nothing is known of the year before.</summary>
    /// <param name="name">The file's, for messages.</param>
    /// <returns>In the order of the file.</returns>
    /// <exception cref="FormFileException">The file's labels are not the template's.</exception>
    public static IReadOnlyList<CheckContext> OfFile(FormFile file, FormTemplate template, string name, Func<string, IReadOnlyList<string>> unprintable)
    {
        var forms = file.ContentsBy(template, name).Zip(file.Tables, (content, table) => (table.DepartmentName, Content: content,
            InBureau: new BureauForm(Guid.CreateVersion7(), table.ProjectCode, content.ProjectName, table.UnitName,
                content.FundsOf(FundsLine.TotalKey), content.Indicators))).ToList();
        var bureaus = forms.GroupBy(form => form.DepartmentName, StringComparer.Ordinal)
            .ToDictionary(of => of.Key, of => new BureauYear(of.Select(form => form.InBureau)), StringComparer.Ordinal);
        return
        [
            .. forms.Select(form => new CheckContext(form.Content, template, file.Year, unprintable)
            {
                FormId = form.InBureau.FormId,
                Bureau = bureaus[form.DepartmentName],
            }),
        ];
    }

    /// <summary>The newest round of each project of these forms' departments and years, deleted ones aside.</summary>
    private async Task<Dictionary<(Guid ProjectId, DepartmentYear), Member>> MembersAsync(IReadOnlyCollection<TargetForm> forms, CancellationToken cancel)
    {
        var (departments, years) = (forms.Select(form => form.DepartmentId).Distinct().ToArray(), forms.Select(form => form.Year).Distinct().ToArray());
        var stored = await Members.For(db)(db, departments, years).ToListAsync(cancel);
        var rows = await RowsAsync(forms, stored, cancel);
        var given = forms.Where(form => form.Status != FormStatus.Deleted).Select(form => new Member(
            KeyOf(form), form.ProjectId, form.Round,
            new BureauForm(
                form.Id, form.Project?.Code, form.ProjectName, Organisation.Called(form.Unit?.Code, form.Unit?.Name ?? ""),
                form.Content.FundsOf(FundsLine.TotalKey), form.Content.Indicators)));
        var members = new Dictionary<(Guid, DepartmentYear), Member>();
        // Those given come first: of the same round, they are what counts.
        foreach (var member in given.Concat(stored.Select(one => one with { Form = one.Form with { Rows = [.. rows[one.Form.FormId]] } })))
        {
            var key = (member.ProjectId, member.Of);
            if (!members.TryGetValue(key, out var known) || known.Round < member.Round)
                members[key] = member;
        }
        return members;
    }

    /// <summary>The rows of the other forms that have a name in common with one of these.</summary>
    private async Task<ILookup<Guid, IndicatorRow>> RowsAsync(IReadOnlyCollection<TargetForm> forms, IReadOnlyList<Member> stored, CancellationToken cancel)
    {
        var given = forms.Select(form => form.Id).ToHashSet();
        var others = stored.Select(member => member.Form.FormId).Where(id => !given.Contains(id)).ToArray();
        var names = forms.SelectMany(form => form.Indicators).Select(row => row.Name).Distinct(StringComparer.Ordinal).ToArray();
        var rows = others.Length == 0 ? (List<Indicator>)[] : await RowsNamed.For(db)(db, others, names).ToListAsync(cancel);
        return rows.OrderBy(row => row.Position).ToLookup(row => row.FormId, row => new IndicatorRow(row.Id, row.GroupKey, row.Name, row.Value));
    }

    private async Task<Dictionary<DepartmentYear, BureauYear>> BureausAsync(Dictionary<(Guid ProjectId, DepartmentYear), Member> members, CancellationToken cancel)
    {
        var bureaus = members.Values.ToLookup(member => member.Of);
        var (departments, years) = (bureaus.Select(of => of.Key.DepartmentId).Distinct().ToArray(), bureaus.Select(of => of.Key.Year).Distinct().ToArray());
        var approved = (await ApprovedTotals.For(db)(db, departments, years).ToListAsync(cancel))
            .ToDictionary(total => new DepartmentYear(total.DepartmentId, total.Year), total => new Money(total.Fen));
        // Beside 核定总额 alone does it count whether all projects have their form, and most departments have none.
        var without = approved.Count == 0 ? null : await WithoutFormAsync(members, departments, years, cancel);
        return bureaus.ToDictionary(of => of.Key, of => new BureauYear(of.Select(member => member.Form))
        {
            ApprovedTotal = approved.TryGetValue(of.Key, out var total) ? total : null,
            ProjectsWithoutForm = without?[of.Key].Count() ?? 0,
        });
    }

    private async Task<ILookup<DepartmentYear, Guid>> WithoutFormAsync(
        Dictionary<(Guid ProjectId, DepartmentYear), Member> members, Guid[] departments, int[] years, CancellationToken cancel)
    {
        var waiting = await (
            from project in db.Projects
            let department = project.Unit!.Kind == OrganisationKind.Unit ? project.Unit.ParentId ?? project.UnitId : project.UnitId
            from year in db.Years
            where departments.Contains(department) && years.Contains(year.Year)
                && !db.Forms.Any(form => form.ProjectId == project.Id && form.Year == year.Year && form.Status != FormStatus.Deleted)
            select new { project.Id, Of = new DepartmentYear(department, year.Year) }).ToListAsync(cancel);
        return waiting.Where(one => !members.ContainsKey((one.Id, one.Of))).ToLookup(one => one.Of, one => one.Id);
    }

    private async Task<Dictionary<(Guid ProjectId, int Year), FormContent>> LastYearsAsync(IReadOnlyCollection<TargetForm> forms, CancellationToken cancel)
    {
        var (projects, years) = (forms.Select(form => form.ProjectId).ToArray(), forms.Select(form => form.Year - 1).Distinct().ToArray());
        var found = await Rounds.For(db)(db, projects, years).ToListAsync(cancel);
        var inForce = found.GroupBy(form => (form.ProjectId, form.Year)).ToDictionary(rounds => rounds.Key, LastYearForms.InForce);
        var contents = await db.ContentsAsync(inForce.Values, remembered, cancel);
        return inForce.Where(one => contents.ContainsKey(one.Value.Id)).ToDictionary(one => one.Key, one => contents[one.Value.Id]);
    }

    private static DepartmentYear KeyOf(TargetForm form) => new(form.DepartmentId, form.Year);

    private static FormTemplate TemplateOf(TargetForm form) =>
        form.BudgetYear?.Template ?? throw new InvalidOperationException("The form's year is not loaded.");
}
