using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PerfTargets.Core.Data;
using PerfTargets.Core.Data.Seed;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using PerfTargets.Web.Infrastructure.Demonstration;
using FormFile = PerfTargets.Core.Forms.FormFile;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>平罗县 on a morning in February 2023: the program as it serves, with a database of its own and the people of the demonstration.</summary>
public sealed class County : IAsyncDisposable
{
    public const int Year = 2023;

    /// <summary>A Wednesday, nine in the morning in Shanghai.</summary>
    public static readonly DateTimeOffset Morning = new(2023, 2, 8, 1, 0, 0, TimeSpan.Zero);

    private static readonly DemonstrationPlan Plan = DemonstrationPlan.Shipped;
    private static readonly string CheapHash = new PasswordHasher<StaffMember>(Options.Create(new PasswordHasherOptions { IterationCount = 1 }))
        .HashPassword(new StaffMember { DisplayName = "" }, Plan.Password);

    private readonly TestDatabase _database;

    private County(TestDatabase database)
    {
        _database = database;
        App = TestApp.On(database);
        App.Time.AdjustTime(Morning);
        Address = App.Listen();
    }

    /// <summary>The program as it runs now.</summary>
    public TestApp App { get; private set; }

    public Uri Address { get; }

    /// <summary>Of everybody.</summary>
    public static string Password => Plan.Password;

    /// <summary>The four real forms as their file has them.</summary>
    public static FormFile Seed { get; } = FormFileReader.Read(SeedFiles.Read(SeedFiles.Pingluo2023), SeedFiles.Pingluo2023);

    public static FormTemplate Template { get; } = FormTemplate.Parse(ShippedTemplates.Json(FormFile.DefaultTemplate));

    /// <summary>The contents of the four real forms.</summary>
    public static IReadOnlyList<FormContent> SeedContents { get; } = Seed.ContentsBy(Template, SeedFiles.Pingluo2023);

    /// <summary>The people, the year and the projects of the four real forms are there; nobody has begun.</summary>
    public static async Task<County> BeforeAnyFormAsync()
    {
        var county = await StartAsync();
        await county.App.WithAsync<PerfTargetsDbContext>(AddPeopleAsync);
        return county;
    }

    /// <summary>The four real forms as drafts, as their file has them.</summary>
    public static async Task<County> WithDraftsAsync()
    {
        var county = await BeforeAnyFormAsync();
        await county.App.WithAsync<FormImporter>(importer => importer.ImportAsync(Seed, new ImportRequest(SeedFiles.Pingluo2023), Actor.Console));
        return county;
    }

    /// <summary>What everyone sees who tries the program.</summary>
    public static async Task<County> DemonstrationAsync()
    {
        var county = await StartAsync();
        await county.App.WithAsync<DemonstrationLoader>(loader => loader.LoadAsync());
        return county;
    }

    public Task<Guid> FormIdAsync(string projectName) => App.WithAsync<PerfTargetsDbContext, Guid>(db =>
        db.Forms.Where(form => form.ProjectName == projectName).Select(form => form.Id).SingleAsync());

    public Task<Guid> ProjectIdAsync(string name) => App.WithAsync<PerfTargetsDbContext, Guid>(db =>
        db.Projects.Where(project => project.Name == name).Select(project => project.Id).SingleAsync());

    public Task<IReadOnlyList<FormEventKind>> EventsAsync(string projectName) => App.WithAsync<PerfTargetsDbContext, IReadOnlyList<FormEventKind>>(
        async db =>
        {
            var id = await FormIdAsync(projectName);
            return await db.FormEvents.Where(one => one.FormId == id).OrderBy(one => one.Id).Select(one => one.Kind).ToListAsync();
        });

    /// <summary>Nobody serves at the address any more.</summary>
    public ValueTask StopAsync() => App.DisposeAsync();

    /// <summary>These rows instead of those that a group of a draft has.</summary>
    public async Task SaveRowsAsync(string projectName, string groupKey, IEnumerable<(string Name, string Value)> rows)
    {
        var (id, clerk) = (await FormIdAsync(projectName), await Season.ActorAsync(this, Account.Clerk));
        await App.WithAsync<FormService>(async forms =>
        {
            var form = (await forms.FindAsync(id, clerk))!;
            var others = form.Content.Indicators.Where(row => row.GroupKey != groupKey);
            var typed = rows.Select(row => new IndicatorRow(Guid.CreateVersion7(), groupKey, row.Name, row.Value));
            await forms.SaveAsync(new FormRequest(id, form.Version, Guid.CreateVersion7()), form.Content with { Indicators = [.. others, .. typed] }, clerk);
        });
    }

    /// <summary>The program starts again after <see cref="StopAsync"/>: same address, same database, same time of day.</summary>
    public void StartAgain()
    {
        var now = App.Time.GetUtcNow();
        App = TestApp.On(_database, (WebHostDefaults.ServerUrlsKey, Address.GetLeftPart(UriPartial.Authority)));
        App.Time.AdjustTime(now);
        App.Listen();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<County> StartAsync() => new(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite));

    private static async Task AddPeopleAsync(PerfTargetsDbContext db)
    {
        var organisations = new Dictionary<string, Organisation>();
        foreach (var planned in Plan.Organisations)
        {
            organisations.Add(planned.Name, new Organisation
            {
                Code = planned.Code,
                Name = planned.Name,
                Kind = planned.Kind,
                ParentId = planned.Parent is null ? null : organisations[planned.Parent].Id,
                SectionId = planned.Section is null ? null : organisations[planned.Section].Id,
            });
        }
        db.AddRange(organisations.Values);
        foreach (var planned in Plan.Staff)
        {
            db.Add(new StaffMember
            {
                UserName = planned.UserName,
                NormalizedUserName = planned.UserName.ToUpperInvariant(),
                DisplayName = planned.DisplayName,
                OrganisationId = organisations[planned.Organisation].Id,
                Roles = planned.Role,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                PasswordHash = CheapHash,
            });
        }
        var year = BudgetYear.Usual(Year);
        year.UseTemplate(ShippedTemplates.Json(FormFile.DefaultTemplate));
        db.Add(year);
        db.AddRange(Seed.Tables.Select(table => Project.Create(table.ProjectCode, table.ProjectName, organisations[table.UnitName].Id)));
        await db.SaveChangesAsync();
    }
}

/// <summary>The demonstration's accounts.</summary>
public static class Account
{
    public const string Clerk = "industry.clerk";
    public const string UnitReviewer = "industry.reviewer";
    public const string Section = "finance.enterprise";
    public const string Performance = "finance.performance";
    public const string Administrator = "admin";
    public const string EducationClerk = "education.clerk";
    public const string EducationSection = "finance.education";
}
