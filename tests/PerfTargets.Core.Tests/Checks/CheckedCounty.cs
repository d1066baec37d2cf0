using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Tests.Data;
using PerfTargets.Core.Tests.Forms;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Checks;

/// <summary>Two departments, one with a unit, and two years.</summary>
internal sealed class CheckedCounty(TestDatabase database, Organisation water, Organisation station, Organisation schools) : IAsyncDisposable
{
    private readonly Dictionary<string, Project> _projects = [];

    public TestDatabase Database => database;
    public Organisation Department => water;
    public Organisation Station => station;
    public Organisation Schools => schools;

    public static async Task<CheckedCounty> CreateAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var water = new Organisation { Code = "301", Name = "水务局", Kind = OrganisationKind.Department };
        var station = new Organisation { Code = "301002", Name = "水利站", Kind = OrganisationKind.Unit, ParentId = water.Id };
        var schools = new Organisation { Code = "302", Name = "教育局", Kind = OrganisationKind.Department };
        await using var db = database.CreateContext();
        db.AddRange(water, station, schools);
        foreach (var number in new[] { 2021, 2022, 2023 })
        {
            var year = BudgetYear.Usual(number);
            year.UseTemplate(ShippedTemplates.Json("ningxia-2023"));
            db.Add(year);
        }
        await db.SaveChangesAsync(Given.Cancel);
        return new CheckedCounty(database, water, station, schools);
    }

    public TargetForm Form(
        string project, string total = "10", int year = 2023, Organisation? unit = null, Organisation? department = null, IReadOnlyList<IndicatorRow>? rows = null)
    {
        var own = department ?? water;
        if (!_projects.TryGetValue(project, out var known))
            _projects[project] = known = Project.Create(null, project, (unit ?? own).Id);
        var content = new FormContent { ProjectName = project, Funds = [CheckForms.Entry("total", total)], Indicators = rows ?? [] };
        return TargetForm.Create(year, known, unit ?? own, own, content, Actor.Console, Given.At);
    }

    public async Task<TargetForm> StoreAsync(
        string project, string total = "10", int year = 2023, int round = 1, FormStatus status = FormStatus.Draft, Organisation? unit = null, Organisation? department = null,
        IReadOnlyList<IndicatorRow>? rows = null)
    {
        await using var db = database.CreateContext();
        var isNew = !_projects.ContainsKey(project);
        var form = Form(project, total, year, unit, department, rows);
        form.StandAs(status);
        if (isNew)
            db.Add(_projects[project]);
        db.Add(form).Property(one => one.Round).CurrentValue = round;
        await db.SaveChangesAsync(Given.Cancel);
        return form;
    }

    public async Task ApproveTotalAsync(int year, Organisation department, long fen)
    {
        await using var db = database.CreateContext();
        db.Add(new ApprovedTotal { Year = year, DepartmentId = department.Id, Fen = fen });
        await db.SaveChangesAsync(Given.Cancel);
    }

    public async Task<CheckContext> ContextAsync(TargetForm form) => (await ContextsAsync([form]))[form.Id];

    /// <summary>As a page has it: the forms loaded, and each in its surroundings.</summary>
    public async Task<IReadOnlyDictionary<Guid, CheckContext>> ContextsAsync(IReadOnlyList<TargetForm> stored)
    {
        await using var db = database.CreateContext();
        var ids = stored.Select(form => form.Id).ToList();
        var forms = await db.Forms.WithContent().Where(form => ids.Contains(form.Id)).ToListAsync(Given.Cancel);
        return await new CheckContexts(db, new NamedPdfs(), new RememberedRows(), new RememberedNeighbours(TimeProvider.System)).OfAsync(forms, Given.Cancel);
    }

    public async Task<int> QueriesAsync(IReadOnlyList<TargetForm> stored)
    {
        var (ids, queries) = (stored.Select(form => form.Id).ToList(), new QueryCounter());
        await using var db = database.CreateContext();
        var forms = await db.Forms.WithContent().Where(form => ids.Contains(form.Id)).ToListAsync(Given.Cancel);
        await using var counted = database.CreateContext(queries);
        await new CheckContexts(counted, new NamedPdfs(), new RememberedRows(), new RememberedNeighbours(TimeProvider.System)).OfAsync(forms, Given.Cancel);
        return queries.Count;
    }

    /// <summary>The rows of the department's other forms that a form is held against, as “project: row value”, by a process with this memory.</summary>
    public async Task<(IReadOnlyList<string> Rows, int Queries)> NamesakesAsync(TargetForm stored, RememberedNeighbours remembered)
    {
        var queries = new QueryCounter();
        await using var db = database.CreateContext();
        var form = await db.Forms.WithContent().SingleAsync(form => form.Id == stored.Id, Given.Cancel);
        await using var counted = database.CreateContext(queries);
        var context = await new CheckContexts(counted, new NamedPdfs(), new RememberedRows(), remembered).OfAsync(form, Given.Cancel);
        var others = context.Bureau!.Forms.Where(other => other.FormId != form.Id).OrderBy(other => other.ProjectName, StringComparer.Ordinal);
        return ([.. others.SelectMany(other => other.Rows, (other, row) => $"{other.ProjectName}: {row.Name} {row.Value}")], queries.Count);
    }

    /// <summary>What an editor's checks find around a form, by a process with these memories: the other forms with code, total and rows, 核定总额, and last year's total.</summary>
    public async Task<(IReadOnlyList<string> Around, int Queries)> AroundAsync(TargetForm stored, RememberedRows rows, RememberedNeighbours remembered, bool anew)
    {
        var queries = new QueryCounter();
        await using var db = database.CreateContext(queries);
        var contexts = new CheckContexts(db, new NamedPdfs(), rows, remembered);
        using var reports = new RememberedReports();
        var service = new FormService(db, TimeProvider.System, new LocalCalendar(TimeProvider.System, TimeZoneInfo.Utc), contexts, rows, reports);
        var form = await service.FindAsync(stored.Id, new Actor(Guid.CreateVersion7(), "张三", stored.UnitId, "", Role.Filler), Given.Cancel);
        var context = await contexts.OfAsync(form!, anew, Given.Cancel);
        var others = context.Bureau!.Forms.Where(other => other.FormId != stored.Id).OrderBy(other => other.ProjectName, StringComparer.Ordinal)
            .Select(other => $"{other.ProjectCode} {other.ProjectName} {other.Total.Text}: {string.Join('、', other.Rows.Select(row => $"{row.Name} {row.Value}"))}");
        return ([.. others, $"核定 {context.Bureau.ApprovedTotal?.Fen}", $"上年 {context.LastYear?.Form?.FundsOf("total").Text}"], queries.Count);
    }

    /// <summary>As another process saves it.</summary>
    public Task SaveAsync(TargetForm stored, params IReadOnlyList<IndicatorRow> rows) => SaveAsync(stored, Given.At, versions: 1, rows);

    /// <param name="versions">By how many the form's version is higher then.</param>
    public async Task SaveAsync(TargetForm stored, DateTime at, int versions, params IReadOnlyList<IndicatorRow> rows)
    {
        await using var db = database.CreateContext();
        var form = await db.Forms.WithContent().SingleAsync(form => form.Id == stored.Id, Given.Cancel);
        form.Replace(form.Content with { Indicators = rows }, Actor.Console, at);
        await db.SaveChangesAsync(Given.Cancel);
        await db.Forms.Where(one => one.Id == stored.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version - 1 + versions), Given.Cancel);
    }

    public async Task SetAsync(TargetForm stored, FormStatus status)
    {
        await using var db = database.CreateContext();
        await db.Forms.Where(form => form.Id == stored.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(form => form.Status, status).SetProperty(form => form.Version, form => form.Version + 1), Given.Cancel);
    }

    public async Task GiveCodeAsync(TargetForm stored, string code)
    {
        await using var db = database.CreateContext();
        await db.Projects.Where(project => project.Id == stored.ProjectId).ExecuteUpdateAsync(set => set.SetProperty(project => project.Code, code), Given.Cancel);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
