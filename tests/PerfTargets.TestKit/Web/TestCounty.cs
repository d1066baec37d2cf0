using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;

namespace PerfTargets.TestKit.Web;

/// <summary>
/// A small county of a test's own, with names that no other test has: a finance office with two sections, a department in the first section's
/// charge, a unit of it, one account per role, two projects, and an open year.
/// </summary>
public sealed class TestCounty
{
    public const string Password = "测试用-correct-horse-9";

    private const int FirstYear = 2030;
    private const int Years = 60;
    private static readonly string CheapHash = new PasswordHasher<StaffMember>(Options.Create(new PasswordHasherOptions { IterationCount = 1 }))
        .HashPassword(new StaffMember { DisplayName = "" }, Password);

    private static int _counties;

    private readonly TestApp _app;

    private TestCounty(TestApp app, string mark, int year) => (_app, Mark, Year) = (app, mark, year);

    /// <summary>Stands in every name and code of the county.</summary>
    public string Mark { get; }

    /// <summary>The budget year, open for months from <see cref="TestApp.Start"/> on. Its number may be shared with another test's county.</summary>
    public int Year { get; }

    public required Organisation FinanceOffice { get; init; }
    public required Organisation Section { get; init; }
    public required Organisation OtherSection { get; init; }
    public required Organisation Department { get; init; }
    public required Organisation Unit { get; init; }

    /// <summary>Of the department, as the other bureau-side persons without “Unit” in their name.</summary>
    public StaffMember Filler { get; private set; } = null!;

    public StaffMember UnitReviewer { get; private set; } = null!;
    public StaffMember DepartmentReviewer { get; private set; } = null!;
    public StaffMember UnitsFiller { get; private set; } = null!;
    public StaffMember UnitsReviewer { get; private set; } = null!;
    public StaffMember SectionReviewer { get; private set; } = null!;
    public StaffMember PerformanceReviewer { get; private set; } = null!;
    public StaffMember Administrator { get; private set; } = null!;

    /// <summary>Of the department itself.</summary>
    public Project Project { get; private set; } = null!;

    public Project UnitsProject { get; private set; } = null!;

    public static async Task<TestCounty> CreateAsync(TestApp app)
    {
        var number = Interlocked.Increment(ref _counties);
        var mark = $"{number:D4}{Guid.NewGuid().ToString("N")[..4]}";
        var office = new Organisation { Name = $"财政局{mark}", Code = $"F{mark}", Kind = OrganisationKind.FinanceOffice };
        var section = new Organisation { Name = $"企业股{mark}", Code = $"S{mark}", Kind = OrganisationKind.FinanceSection, ParentId = office.Id };
        var other = new Organisation { Name = $"绩效股{mark}", Code = $"P{mark}", Kind = OrganisationKind.FinanceSection, ParentId = office.Id };
        var department = new Organisation { Name = $"工业和信息化局{mark}", Code = $"D{mark}", Kind = OrganisationKind.Department, SectionId = section.Id };
        var unit = new Organisation { Name = $"节能中心{mark}", Code = $"U{mark}", Kind = OrganisationKind.Unit, ParentId = department.Id };
        var county = new TestCounty(app, mark, FirstYear + (number % Years))
        {
            FinanceOffice = office,
            Section = section,
            OtherSection = other,
            Department = department,
            Unit = unit,
        };
        await county.FillAsync();
        return county;
    }

    /// <summary>A person with the password of all test persons; saved.</summary>
    public async Task<StaffMember> AddStaffAsync(string name, Organisation organisation, Role roles, Action<StaffMember>? change = null)
    {
        var staff = NewStaff(name, organisation, roles);
        change?.Invoke(staff);
        await _app.WithAsync<PerfTargetsDbContext>(db =>
        {
            db.Add(staff);
            return db.SaveChangesAsync();
        });
        return staff;
    }

    public async Task<Project> AddProjectAsync(string name, Organisation unit, string? code = null)
    {
        var project = Project.Create(code, name, unit.Id);
        await _app.WithAsync<PerfTargetsDbContext>(db =>
        {
            db.Add(project);
            return db.SaveChangesAsync();
        });
        return project;
    }

    /// <summary>A browser in which the person is signed in.</summary>
    public async Task<TestBrowser> BrowserOfAsync(StaffMember staff)
    {
        var browser = _app.NewBrowser();
        await browser.SignInAsync(staff);
        return browser;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public TestBrowser NewBrowser() => _app.NewBrowser();

    public Actor ActorOf(StaffMember staff)
    {
        var organisation = new[] { FinanceOffice, Section, OtherSection, Department, Unit }.First(one => one.Id == staff.OrganisationId);
        return new Actor(staff.Id, staff.DisplayName, organisation.Id, organisation.Name, staff.Roles);
    }

    private Task FillAsync() => _app.WithAsync<PerfTargetsDbContext>(async db =>
    {
        db.AddRange(FinanceOffice, Section, OtherSection, Department, Unit);
        db.AddRange(
            Filler = NewStaff("填报", Department, Role.Filler),
            UnitReviewer = NewStaff("单审", Department, Role.UnitReviewer),
            DepartmentReviewer = NewStaff("主管", Department, Role.DepartmentReviewer),
            UnitsFiller = NewStaff("下属填报", Unit, Role.Filler),
            UnitsReviewer = NewStaff("下属单审", Unit, Role.UnitReviewer),
            SectionReviewer = NewStaff("企业股", Section, Role.SectionReviewer),
            PerformanceReviewer = NewStaff("绩效股", OtherSection, Role.PerformanceReviewer),
            Administrator = NewStaff("管理", FinanceOffice, Role.Administrator));
        db.AddRange(
            Project = Project.Create($"X{Mark}-1", $"技术中心奖补资金{Mark}", Department.Id),
            UnitsProject = Project.Create($"X{Mark}-2", $"节能监察经费{Mark}", Unit.Id));
        if (await db.Years.FindAsync(Year) is null)
            db.Add(NewYear());
        await db.SaveChangesAsync();
    });

    private BudgetYear NewYear()
    {
        var today = DateOnly.FromDateTime(TestApp.Start.UtcDateTime);
        var year = new BudgetYear { Year = Year, Deadline = today.AddMonths(3), ClosesToBureaus = today.AddMonths(4), ClosesToReviewers = today.AddMonths(5) };
        year.UseTemplate(ShippedTemplates.Json("ningxia-2023"));
        return year;
    }

    private StaffMember NewStaff(string name, Organisation organisation, Role roles)
    {
        var staff = new StaffMember
        {
            DisplayName = name + Mark,
            UserName = name + Mark,
            OrganisationId = organisation.Id,
            Roles = roles,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        staff.NormalizedUserName = new UpperInvariantLookupNormalizer().NormalizeName(staff.UserName);
        staff.PasswordHash = CheapHash;
        return staff;
    }
}
