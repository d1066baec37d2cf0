using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Demonstration;

namespace PerfTargets.Web.Tests.Demonstration;

public sealed class DemonstrationTests
{
    [Theory, EachDatabase]
    public async Task Load_IntoEmptyDatabase_HasAFormAtEveryStep(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        await using var app = await LoadAsync(database);

        await using var db = database.CreateContext();
        var forms = await db.Forms.Include(form => form.Unit).ToListAsync(TestContext.Current.CancellationToken);
        var industry = forms.Where(form => form.Unit!.Name == "平罗县工业和信息化局").ToList();
        Assert.Equal(3, industry.Count(form => form is { Status: FormStatus.Approved, ApprovalDocument: not null, ApprovalDate: not null }));
        Assert.Equal("2023 年自治区企业技术中心奖补资金", Assert.Single(industry, form => form.Status == FormStatus.Draft).ProjectName);
        Assert.Equal(
            [FormStatus.AwaitingUnitReview, FormStatus.AwaitingDepartmentReview, FormStatus.AwaitingSectionReview, FormStatus.AwaitingPerformanceReview, FormStatus.Returned],
            forms.Except(industry).Select(form => form.Status).Order());
        var returned = await db.FormEvents.SingleAsync(one => one.Kind == FormEventKind.Returned, TestContext.Current.CancellationToken);
        Assert.Contains("巡检 12 次", returned.Opinion, StringComparison.Ordinal);
        Assert.Equal(3, await db.FormSnapshots.CountAsync(one => one.Kind == SnapshotKind.Approved, TestContext.Current.CancellationToken));
        Assert.Equal(5, await db.FormSnapshots.CountAsync(one => one.Kind == SnapshotKind.Submitted, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Load_FourthSeedForm_HasD1()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var app = await LoadAsync(database);

        await using var db = database.CreateContext();
        var drafts = await new FormSelector(db).SelectAsync(new FormSelection(2023, Status: FormStatus.Draft), TestContext.Current.CancellationToken);

        var fourth = await new FormReader(db).ReadAsync([Assert.Single(drafts).Id], TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(["D1"], (await scope.ServiceProvider.GetRequiredService<FormService>().CheckAsync(fourth, TestContext.Current.CancellationToken)).Errors.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Load_EveryRole_HasAnAccountThatCanSignInAndAStepThatWaits()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var app = await LoadAsync(database);
        await using var scope = app.Services.CreateAsyncScope();

        foreach (var planned in DemonstrationPlan.Shipped.Staff)
        {
            var outcome = await scope.ServiceProvider.GetRequiredService<SignInService>()
                .CheckAsync(planned.UserName, DemonstrationPlan.Shipped.Password, TestContext.Current.CancellationToken);
            Assert.NotNull(outcome.Staff);
            Assert.False(outcome.Staff.MustChangePassword);
        }
        Assert.All(RoleWords.All, role => Assert.Contains(DemonstrationPlan.Shipped.Staff, person => person.Role == role));
    }

    [Fact]
    public async Task Load_Windows_AreOpenFromTheFirstStart()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var app = await LoadAsync(database);

        await using var db = database.CreateContext();
        var year = await db.Years.SingleAsync(TestContext.Current.CancellationToken);
        var today = app.Services.GetRequiredService<LocalCalendar>().Today;
        Assert.Equal(2023, year.Year);
        Assert.True(today < year.Deadline && year.Deadline < year.ClosesToBureaus && year.ClosesToBureaus < year.ClosesToReviewers);
    }

    [Fact]
    public async Task Load_Again_ChangesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using (await LoadAsync(database))
        {
        }

        await using var app = await LoadAsync(database);

        await using var db = database.CreateContext();
        Assert.Equal(9, await db.Forms.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Load_OutsideDevelopment_IsRefusedWithASentence(string environment)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        var refusal = await Assert.ThrowsAsync<SettingRefusedException>(() => LoadAsync(database, environment, "--Demonstration:Load=true"));
        await using var unasked = await LoadAsync(database, environment);

        Assert.Contains($"只能在 Development 环境中建立，当前环境是 {environment}", refusal.Message, StringComparison.Ordinal);
        await using var db = database.CreateContext();
        Assert.False(await db.Staff.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Accounts_AreListedWithAddressAndPassword()
    {
        var text = DemonstrationAccounts.Text(["http://localhost:5080"]);

        Assert.Contains("http://localhost:5080", text, StringComparison.Ordinal);
        Assert.Contains(DemonstrationPlan.Shipped.Password, text, StringComparison.Ordinal);
        Assert.Contains("    industry.clerk        填报人          平罗县工业和信息化局\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> LoadAsync(TestDatabase database, string environment = "Development", params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = AppContext.BaseDirectory,
            // Few rounds: the passwords of tests need no strength.
            Args = [.. settings, "--SignIn:PasswordIterations=1000", .. database.Settings.Select(setting => $"--{setting.Key}={setting.Value}")],
        });
        builder.Services.AddPerfTargets(builder.Configuration);
        var app = builder.Build();
        await app.LoadDemonstrationAsync();
        return app;
    }
}
