using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Data;

namespace PerfTargets.Browser.Tests;

/// <summary>
/// What holds on every page, with the demonstration's data. With the variable PERFTARGETS_SCREENSHOTS a picture of each page is left in the
/// directory that it names.
/// </summary>
public sealed class PagesTests(Chromium chromium, SeasonCounty shared) : BrowserTest(chromium), IClassFixture<SeasonCounty>
{
    private const string Nobody = "";

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PERFTARGETS_SCREENSHOTS");

    /// <summary>Width and height of the viewport; the last is the first at 200 %.</summary>
    private static readonly (int Width, int Height)[] Viewports = [(1366, 768), (1920, 1080), (1024, 768), (683, 384)];

    /// <summary>Pages shown in the documentation, with the height of their picture.</summary>
    private static readonly Dictionary<string, int> Documented = new() { ["edit"] = 900, ["review"] = 900 };

    private static readonly Dictionary<string, (string Account, Func<County, Task<string>> Path)> Pages = new()
    {
        ["sign-in"] = (Nobody, At("/sign-in")),
        ["password"] = (Account.Clerk, At("/account/password")),
        ["workbench"] = (Account.Clerk, At("/")),
        ["workbench-returned"] = (Account.EducationClerk, At("/")),
        ["workbench-reviewer"] = (Account.EducationSection, At("/")),
        ["workbench-performance"] = (Account.Performance, At("/")),
        ["forms"] = (Account.Performance, At("/forms")),
        ["forms-found"] = (Account.Clerk, At("/forms?year=2023&status=Approved&q=2023")),
        ["forms-none"] = (Account.Clerk, At("/forms?status=Passed")),
        ["new"] = (Account.Clerk, At("/forms/new")),
        ["copy-last-year"] = (Account.Clerk, At("/forms/copy-last-year")),
        ["last-year"] = (Account.Clerk, Form(Season.Begun, "/last-year")),
        ["edit-copied"] = (Account.Clerk, Form(Season.Copied, "/edit")),
        ["check-copied"] = (Account.Clerk, Form(Season.Copied, "/check")),
        ["edit"] = (Account.Clerk, Form(Season.Draft, "/edit?checked=1")),
        ["edit-returned"] = (Account.EducationClerk, Form(Season.Returned, "/edit")),
        ["check"] = (Account.Clerk, Form(Season.Draft, "/check")),
        ["check-clean"] = (Account.EducationClerk, Form(Season.Returned, "/check")),
        ["details"] = (Account.Clerk, Form(Season.Approved, "")),
        ["details-public"] = (Account.Clerk, Form(Season.Approved, "?requirementLabels=omit")),
        ["attachment"] = (Account.Performance, At("/forms/attachment?year=2023&number=一份&requirementLabels=omit")),
        ["review"] = (Account.EducationSection, Form(Season.Resubmitted, "")),
        ["form-library"] = (Account.Clerk, Form(Season.Draft, "/library/output.quantity")),
        ["library"] = (Account.Clerk, At("/library")),
        ["library-none"] = (Account.Clerk, At("/library?q=nothing")),
        ["library-curated"] = (Account.Administrator, At("/library")),
        ["library-take"] = (Account.Clerk, At("/library/take")),
        ["library-entry"] = (Account.Administrator, First("library", db => db.LibraryIndicators.Where(one => one.ShippedKey == "training.people").Select(one => one.Id))),
        ["library-new"] = (Account.Administrator, At("/library/new")),
        ["verification"] = (Account.Performance, At("/verification")),
        ["approvals"] = (Account.Performance, At("/approvals")),
        ["approvals-correct"] = (Account.Performance, async county => $"/approvals/{await county.FormIdAsync(Season.Approved)}"),
        ["admin"] = (Account.Administrator, At("/admin")),
        ["admin-years"] = (Account.Administrator, At("/admin/years")),
        ["admin-year"] = (Account.Administrator, At("/admin/years/2023")),
        ["admin-year-checks"] = (Account.Administrator, At("/admin/years/2023/checks")),
        ["admin-year-totals"] = (Account.Administrator, At("/admin/years/2023/totals")),
        ["admin-year-new"] = (Account.Administrator, At("/admin/years/new")),
        ["admin-organisations"] = (Account.Administrator, At("/admin/organisations")),
        ["admin-organisation"] = (Account.Administrator, First("admin/organisations", db => db.Organisations.Select(one => one.Id))),
        ["admin-organisation-new"] = (Account.Administrator, At("/admin/organisations/new")),
        ["admin-staff"] = (Account.Administrator, At("/admin/staff")),
        ["admin-person"] = (Account.Administrator, First("admin/staff", db => db.Staff.Where(one => one.UserName == Account.Clerk).Select(one => one.Id))),
        ["admin-person-new"] = (Account.Administrator, At("/admin/staff/new")),
        ["admin-projects"] = (Account.Administrator, At("/admin/projects")),
        ["admin-project"] = (Account.Administrator, First("admin/projects", db => db.Projects.OrderBy(one => one.Name).Select(one => one.Id))),
        ["admin-project-new"] = (Account.Administrator, At("/admin/projects/new")),
        ["not-found"] = (Account.Clerk, At("/nowhere")),
        ["forbidden"] = (Account.Clerk, At("/admin/staff")),
    };

    public static TheoryData<string> Names => [.. Pages.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_page_is_accessible_and_fits_the_screen(string name)
    {
        var (account, path) = Pages[name];
        var person = await PersonAsync(account);

        await person.OpenAsync(await path(person.County));

        await person.HasNoAxeViolationAsync();
        await person.Page.HasLargeTargetsAsync();
        foreach (var (width, height) in Viewports)
        {
            await person.Page.SetViewportSizeAsync(width, height);
            await person.Page.HasNoSidewaysScrollingAsync();
            await person.Page.HasWholeTablesAsync();
            await person.Page.HasRoomForNamesAsync();
            await TakePictureAsync(person.Page, $"{name}-{width}");
        }
        if (Documented.TryGetValue(name, out var tall))
        {
            await person.Page.SetViewportSizeAsync(Viewports[0].Width, tall);
            await TakePictureAsync(person.Page, name);
        }
    }

    private async Task<Person> PersonAsync(string account)
    {
        var county = await shared.GetAsync();
        if (account == Nobody)
            return await PersonAsync(county);
        return await PersonAsync(county, session: await shared.SessionAsync(account, async () =>
        {
            var person = await PersonAsync(county);
            await (await new SignInPage(person).OpenAsync()).SignInAsync(account);
            return await person.Page.Context.StorageStateAsync();
        }));
    }

    private static async Task TakePictureAsync(IPage page, string name)
    {
        if (!string.IsNullOrEmpty(Pictures))
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, name + ".png") });
    }

    private static Func<County, Task<string>> At(string path) => _ => Task.FromResult(path);

    private static Func<County, Task<string>> Form(string project, string page) =>
        async county => $"/forms/{await county.FormIdAsync(project)}{page}";

    private static Func<County, Task<string>> First(string list, Func<PerfTargetsDbContext, IQueryable<Guid>> query) => async county =>
        $"/{list}/{await county.App.WithAsync<PerfTargetsDbContext, Guid>(db => query(db).FirstAsync())}";
}
