using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>The demonstration some days on, so that every page has something to show.</summary>
public static class Season
{
    /// <summary>A draft on which the checks find an error.</summary>
    public const string Draft = "2023 年自治区企业技术中心奖补资金";

    /// <summary>Sent back by the 业务股室.</summary>
    public const string Returned = "2023 年校园安全防范设施维护经费";

    /// <summary>Waits for the 业务股室 again, after a return.</summary>
    public const string Resubmitted = "2023 年义务教育学生营养改善计划补助资金";

    public const string Approved = "工业经济运行等工作经费";

    private const string Roof = "2023 年教学楼屋面防水维修项目";
    private const string Books = "2023 年图书和实验器材购置项目";
    private const string NotBegun = "2023 年中小企业服务券补助资金";

    public static async Task<County> CreateAsync()
    {
        var county = await County.DemonstrationAsync();
        await county.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            var clerk = await ActorAsync(county, Account.Clerk);
            db.Add(Project.Create("640221-0005", NotBegun, clerk.OrganisationId));
            await db.SaveChangesAsync();
        });
        await ReturnAndResubmitAsync(county);
        await PassAsync(county, Books, "school.reviewer", "education.department", Account.EducationSection, Account.Performance);
        await PassAsync(county, Roof, "education.department", Account.EducationSection, Account.Performance);
        return county;
    }

    private static async Task ReturnAndResubmitAsync(County county)
    {
        county.App.Time.Advance(TimeSpan.FromHours(7));
        await ActAsync(county, Resubmitted, FormAction.Return, Account.EducationSection,
            "享受营养改善计划的学生人数请按 2 月学籍数填写；食堂从业人员培训没有对应的指标，请补充一行。");
        county.App.Time.Advance(TimeSpan.FromHours(17));
        var clerk = await ActorAsync(county, Account.EducationClerk);
        await county.App.WithAsync<FormService>(async forms =>
        {
            var form = (await forms.FindAsync(await county.FormIdAsync(Resubmitted), clerk))!;
            var rows = form.Content.Indicators.ToList();
            rows[0] = rows[0] with { Value = "≥6520 人" };
            var after = rows.FindLastIndex(row => row.GroupKey == rows[0].GroupKey);
            rows.Insert(after + 1, new IndicatorRow(Guid.CreateVersion7(), rows[0].GroupKey, "培训食堂从业人员人次", "≥120 人次"));
            await forms.SaveAsync(new FormRequest(form.Id, form.Version, Guid.CreateVersion7()), form.Content with { Indicators = rows }, clerk);
        });
        await ActAsync(county, Resubmitted, FormAction.Submit, Account.EducationClerk);
    }

    private static async Task PassAsync(County county, string project, params string[] accounts)
    {
        foreach (var account in accounts)
        {
            county.App.Time.Advance(TimeSpan.FromMinutes(10));
            await ActAsync(county, project, FormAction.Pass, account);
        }
    }

    private static async Task ActAsync(County county, string project, FormAction action, string account, string? opinion = null)
    {
        var id = await county.FormIdAsync(project);
        var person = await ActorAsync(county, account);
        await county.App.WithAsync<FormService>(async forms =>
        {
            var form = (await forms.FindAsync(id, person))!;
            await forms.ActAsync(new FormRequest(id, form.Version, Guid.CreateVersion7()), action, opinion, person);
        });
    }

    public static Task<Actor> ActorAsync(County county, string account) => county.App.WithAsync<PerfTargetsDbContext, Actor>(async db =>
    {
        var staff = await db.Staff.Include(one => one.Organisation).SingleAsync(one => one.UserName == account);
        return new Actor(staff.Id, staff.DisplayName, staff.OrganisationId, staff.Organisation!.Name, staff.Roles);
    });
}
