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
public sealed class CheckContexts(PerfTargetsDbContext db, IOfficialDocuments documents, RememberedRows remembered, RememberedNeighbours memory)
{
    private static readonly CompiledQuery<Func<PerfTargetsDbContext, Guid[], int[], Guid[], int[], IAsyncEnumerable<Neighbour>>> Neighbours = new(() => EF.CompileAsyncQuery(
        (PerfTargetsDbContext db, Guid[] departments, int[] years, Guid[] projects, int[] yearsBefore) => db.Forms.AsSingleQuery()
            .Where(form => form.Status != FormStatus.Deleted
                && ((departments.Contains(form.DepartmentId) && years.Contains(form.Year))
                    // Said twice, because SQLite looks for it here, and would read the whole county's year otherwise: the index by project has no deleted ones.
                    || (form.Status != FormStatus.Deleted && projects.Contains(form.ProjectId) && yearsBefore.Contains(form.Year))))
            .Select(form => new Neighbour(
                new FormVersion(form.Id, form.Version, form.UpdatedAt), new DepartmentYear(form.DepartmentId, form.Year), form.ProjectId, form.Round, form.Status,
                form.Project!.Code, form.ProjectName, Organisation.Called(form.Unit!.Code, form.Unit.Name), form.TotalFen,
                form.TotalFen != null ? null : form.Funds.Where(line => line.Key == FundsLine.TotalKey).Select(line => line.UnreadText).FirstOrDefault(),
                db.ApprovedTotals.Where(total => total.DepartmentId == form.DepartmentId && total.Year == form.Year).Select(total => (long?)total.Fen).FirstOrDefault()))));

    private static readonly CompiledQuery<Func<PerfTargetsDbContext, Guid[], string[], IAsyncEnumerable<Indicator>>> RowsNamed = new(() => EF.CompileAsyncQuery(
        (PerfTargetsDbContext db, Guid[] forms, string[] names) => db.Set<Indicator>().AsNoTracking().AsSingleQuery()
            .Where(row => forms.Contains(row.FormId) && names.Contains(row.Name))));

    private sealed record Member(DepartmentYear Of, Guid ProjectId, int Round, BureauForm Form);

    public Task<CheckContext> OfAsync(TargetForm form, CancellationToken cancel = default) => OfAsync(form, anew: false, cancel);

    /// <param name="anew">What stands around it is read, and not remembered from a moment ago: for what is decided once and for all.</param>
    public async Task<CheckContext> OfAsync(TargetForm form, bool anew, CancellationToken cancel) => (await OfAsync([form], anew, cancel))[form.Id];

    /// <param name="forms">With their content, year, organisations and project. They count as they stand here, stored or not.</param>
    /// <returns>By the form's id.</returns>
    public Task<IReadOnlyDictionary<Guid, CheckContext>> OfAsync(IReadOnlyCollection<TargetForm> forms, CancellationToken cancel = default) => OfAsync(forms, anew: false, cancel);

    private async Task<IReadOnlyDictionary<Guid, CheckContext>> OfAsync(IReadOnlyCollection<TargetForm> forms, bool anew, CancellationToken cancel)
    {
        if (forms.Count == 0)
            return new Dictionary<Guid, CheckContext>();
        var neighbours = await NeighboursAsync(forms, anew, cancel);
        var members = await MembersAsync(forms, neighbours, cancel);
        var bureaus = await BureausAsync(members, neighbours, cancel);
        var before = await LastYearsAsync(forms, neighbours, cancel);
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

    private async Task<IReadOnlyList<Neighbour>> NeighboursAsync(IReadOnlyCollection<TargetForm> forms, bool anew, CancellationToken cancel)
    {
        var alone = AloneOf(forms);
        if (alone is not null && !anew && memory.NeighboursOf(alone) is { } remembered)
            return remembered;
        var found = await Neighbours.For(db)(
            db, [.. forms.Select(form => form.DepartmentId).Distinct()], [.. forms.Select(form => form.Year).Distinct()],
            [.. forms.Select(form => form.ProjectId).Distinct()], [.. forms.Select(form => form.Year - 1).Distinct()]).ToListAsync(cancel);
        if (alone is not null)
            memory.Remember(alone, found);
        return found;
    }

    /// <summary>The newest round of each project of these forms' departments and years, deleted ones aside.</summary>
    private async Task<Dictionary<(Guid ProjectId, DepartmentYear), Member>> MembersAsync(
        IReadOnlyCollection<TargetForm> forms, IReadOnlyList<Neighbour> neighbours, CancellationToken cancel)
    {
        var (checkedIds, bureaus) = (forms.Select(form => form.Id).ToHashSet(), forms.Select(KeyOf).ToHashSet());
        // In the same order however the database has found them: of several that are alike, a check names the first.
        var others = neighbours.Where(one => bureaus.Contains(one.Of) && !checkedIds.Contains(one.Stored.FormId)).OrderBy(one => one.Stored.FormId).ToList();
        var rows = await RowsAsync(forms, others, cancel);
        var given = forms.Where(form => form.Status != FormStatus.Deleted).Select(form => new Member(
            KeyOf(form), form.ProjectId, form.Round,
            new BureauForm(
                form.Id, form.Project?.Code, form.ProjectName, Organisation.Called(form.Unit?.Code, form.Unit?.Name ?? ""),
                form.Content.FundsOf(FundsLine.TotalKey), form.Content.Indicators)));
        var members = new Dictionary<(Guid, DepartmentYear), Member>();
        // Those given come first: of the same round, they are what counts.
        foreach (var member in given.Concat(others.Select(one => new Member(one.Of, one.ProjectId, one.Round, one.With(rows[one.Stored])))))
        {
            var key = (member.ProjectId, member.Of);
            if (!members.TryGetValue(key, out var known) || known.Round < member.Round)
                members[key] = member;
        }
        return members;
    }

    /// <summary>The rows of the other forms that have a name in common with one of these; perhaps some more, which do no harm.</summary>
    private async Task<IReadOnlyDictionary<FormVersion, IReadOnlyList<IndicatorRow>>> RowsAsync(
        IReadOnlyCollection<TargetForm> forms, List<Neighbour> others, CancellationToken cancel)
    {
        var names = forms.SelectMany(form => form.Content.Indicators).Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        var alone = AloneOf(forms);
        var last = alone is null ? Namesakes.None : memory.NamesakesOf(alone.Id);
        var sought = names.IsSubsetOf(last.Names) ? last : new Namesakes(names, Namesakes.None.Others);
        var unknown = others.FindAll(other => !sought.Others.ContainsKey(other.Stored));
        if (unknown.Count == 0)
            return sought.Others;
        var read = (await RowsNamed.For(db)(db, [.. unknown.Select(other => other.Stored.FormId)], [.. sought.Names]).ToListAsync(cancel))
            .OrderBy(row => row.Position).ToLookup(row => row.FormId, row => new IndicatorRow(row.Id, row.GroupKey, row.Name, row.Value));
        var rows = others.ToDictionary(other => other.Stored, other => sought.Others.GetValueOrDefault(other.Stored) ?? [.. read[other.Stored.FormId]]);
        if (alone is not null)
            memory.Remember(alone.Id, sought with { Others = rows });
        return rows;
    }

    private async Task<Dictionary<DepartmentYear, BureauYear>> BureausAsync(
        Dictionary<(Guid ProjectId, DepartmentYear), Member> members, IReadOnlyList<Neighbour> neighbours, CancellationToken cancel)
    {
        var bureaus = members.Values.ToLookup(member => member.Of);
        var approved = await ApprovedAsync([.. bureaus.Select(of => of.Key)], neighbours, cancel);
        // Beside 核定总额 alone does it count whether all projects have their form, and most departments have none.
        var without = approved.Count == 0 ? null : await WithoutFormAsync(members, approved.Keys, cancel);
        return bureaus.ToDictionary(of => of.Key, of => new BureauYear(of.Select(member => member.Form))
        {
            ApprovedTotal = approved.TryGetValue(of.Key, out var total) ? total : null,
            ProjectsWithoutForm = without?[of.Key].Count() ?? 0,
        });
    }

    private async Task<Dictionary<DepartmentYear, Money>> ApprovedAsync(IReadOnlyCollection<DepartmentYear> bureaus, IReadOnlyList<Neighbour> neighbours, CancellationToken cancel)
    {
        var approved = neighbours.DistinctBy(one => one.Of).ToDictionary(one => one.Of, one => one.ApprovedFen);
        // The first form of a bureau, which is just being begun, has no neighbour to tell.
        if (bureaus.Where(of => !approved.ContainsKey(of)).ToList() is { Count: > 0 } begun)
        {
            var (departments, years) = (begun.Select(of => of.DepartmentId).Distinct().ToArray(), begun.Select(of => of.Year).Distinct().ToArray());
            foreach (var total in await db.ApprovedTotals.AsNoTracking().Where(total => departments.Contains(total.DepartmentId) && years.Contains(total.Year)).ToListAsync(cancel))
                approved.TryAdd(new(total.DepartmentId, total.Year), total.Fen);
        }
        return approved.Where(one => one.Value is not null && bureaus.Contains(one.Key)).ToDictionary(one => one.Key, one => new Money(one.Value!.Value));
    }

    private async Task<ILookup<DepartmentYear, Guid>> WithoutFormAsync(
        Dictionary<(Guid ProjectId, DepartmentYear), Member> members, IReadOnlyCollection<DepartmentYear> bureaus, CancellationToken cancel)
    {
        var (departments, years) = (bureaus.Select(of => of.DepartmentId).Distinct().ToArray(), bureaus.Select(of => of.Year).Distinct().ToArray());
        var waiting = await (
            from project in db.Projects
            let department = project.Unit!.Kind == OrganisationKind.Unit ? project.Unit.ParentId ?? project.UnitId : project.UnitId
            from year in db.Years
            where departments.Contains(department) && years.Contains(year.Year)
                && !db.Forms.Any(form => form.ProjectId == project.Id && form.Year == year.Year && form.Status != FormStatus.Deleted)
            select new { project.Id, Of = new DepartmentYear(department, year.Year) }).ToListAsync(cancel);
        return waiting.Where(one => !members.ContainsKey((one.Id, one.Of))).ToLookup(one => one.Of, one => one.Id);
    }

    /// <summary>By project and year.</summary>
    private async Task<Dictionary<(Guid ProjectId, int Year), FormContent>> LastYearsAsync(
        IReadOnlyCollection<TargetForm> forms, IReadOnlyList<Neighbour> neighbours, CancellationToken cancel)
    {
        var before = forms.Select(form => (form.ProjectId, form.Year - 1)).ToHashSet();
        var inForce = neighbours.Where(one => before.Contains((one.ProjectId, one.Of.Year))).GroupBy(one => (one.ProjectId, one.Of.Year))
            .ToDictionary(rounds => rounds.Key, rounds => rounds.InForce().Stored);
        var contents = await db.ContentsAsync(inForce.Values, remembered, cancel);
        return inForce.Where(one => contents.ContainsKey(one.Value.FormId)).ToDictionary(one => one.Key, one => contents[one.Value.FormId]);
    }

    /// <summary>The form for which something is worth remembering: many at once are a batch, which is not saved again in a moment.</summary>
    private static TargetForm? AloneOf(IReadOnlyCollection<TargetForm> forms) => forms.Count == 1 ? forms.First() : null;

    private static DepartmentYear KeyOf(TargetForm form) => new(form.DepartmentId, form.Year);

    private static FormTemplate TemplateOf(TargetForm form) =>
        form.BudgetYear?.Template ?? throw new InvalidOperationException("The form's year is not loaded.");
}
