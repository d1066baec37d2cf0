using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;
using FormFile = PerfTargets.Core.Forms.FormFile;

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

    /// <summary>Begun with last year's form, not confirmed yet.</summary>
    public const string Copied = "2023 年企业技术改造补助资金";

    /// <summary>Begun by hand, though there was a form last year.</summary>
    public const string Begun = "2023 年工业园区环境整治经费";

    private const string Roof = "2023 年教学楼屋面防水维修项目";
    private const string Books = "2023 年图书和实验器材购置项目";
    private const string NotBegun = "2023 年中小企业服务券补助资金";

    public static async Task<County> CreateAsync()
    {
        var county = await County.DemonstrationAsync();
        await county.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            var clerk = await ActorAsync(county, Account.Clerk);
            string[] names = [NotBegun, Copied, Begun];
            db.AddRange(names.Select((name, index) => Project.Create($"640221-000{index + 5}", name, clerk.OrganisationId)));
            await db.SaveChangesAsync();
        });
        await CopyLastYearAsync(county);
        await ReturnAndResubmitAsync(county);
        await PassAsync(county, Books, "school.reviewer", "education.department", Account.EducationSection, Account.Performance);
        await PassAsync(county, Roof, "education.department", Account.EducationSection, Account.Performance);
        return county;
    }

    /// <summary>Three projects had forms in 2022, full of that year; one of them was taken over.</summary>
    private static async Task CopyLastYearAsync(County county)
    {
        var clerk = await ActorAsync(county, Account.Clerk);
        await county.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            var year = BudgetYear.Usual(County.Year - 1);
            year.UseTemplate(ShippedTemplates.Json(FormFile.DefaultTemplate));
            db.Add(year);
            var unit = await db.Organisations.SingleAsync(one => one.Id == clerk.OrganisationId);
            foreach (var (name, index) in new[] { NotBegun, Copied, Begun }.Select((name, index) => (name, index)))
            {
                var project = await db.Projects.SingleAsync(one => one.Name == name);
                db.Add(TargetForm.Create(year.Year, project, unit, unit, OfYearBefore(County.SeedContents[index], name), clerk, County.Morning.UtcDateTime.AddYears(-1)));
            }
            await db.SaveChangesAsync();
        });
        await county.App.WithAsync<FormService>(async forms =>
        {
            var copyable = Assert.Single(await forms.CopyableAsync(County.Year, clerk), one => one.Project.Name == Copied);
            var begun = (await forms.FindAsync(await forms.CreateAsync(await county.ProjectIdAsync(Begun), County.Year, clerk), clerk))!;
            var typed = begun.Content with { OverallGoal = "整治园区道路 2 公里。", Indicators = [new IndicatorRow(Guid.CreateVersion7(), "output.quantity", "整治道路长度", "≥2 公里")] };
            await forms.SaveAsync(new FormRequest(begun.Id, begun.Version, Guid.CreateVersion7()), typed, clerk);
            await forms.CopyYearAsync(County.Year, [new ChosenProject(copyable.Project.Id, copyable.Copy.Source)], Guid.CreateVersion7(), clerk);
        });
    }

    private static FormContent OfYearBefore(FormContent content, string name)
    {
        return content with
        {
            ProjectName = Then(name),
            OverallGoal = Then(content.OverallGoal),
            Indicators = [.. content.Indicators.Select(row => new IndicatorRow(Guid.CreateVersion7(), row.GroupKey, Then(row.Name), Then(row.Value)))],
        };

        static string Then(string text) => text.Replace("2023", "2022", StringComparison.Ordinal);
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
