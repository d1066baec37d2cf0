using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Forms;

public sealed class FormImporterTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2023, 1, 10, 2, 0, 0, TimeSpan.Zero));

    [Theory, EachDatabase]
    public async Task Import_SeedIntoEmptyDatabase_MakesAllThatIsMissing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        var report = await ImportAsync(database, FormFileTests.Read(FormFileTests.Seed()));

        await using var db = database.CreateContext();
        var year = await db.Years.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2023, new DateOnly(2023, 2, 15), "ningxia-2023"), (year.Year, year.Deadline, year.TemplateKey));
        Assert.Equal("平罗县工业和信息化局", (await db.Organisations.SingleAsync(TestContext.Current.CancellationToken)).Name);
        Assert.Equal(4, await db.Projects.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(4, report.Forms.Count);
        var events = await db.FormEvents.ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(events, one => Assert.Equal((FormEventKind.Imported, FormStatus.Draft, "seed.json", "系统"), (one.Kind, one.To, one.Opinion, one.ActorName)));
        Assert.Equal(4, events.Count);
    }

    [Theory, EachDatabase]
    public async Task Import_ThenSelect_GivesTheFormsBackInTheOrderOfTheFile(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var file = FormFileTests.Read(FormFileTests.Seed());
        await ImportAsync(database, file);

        await using var db = database.CreateContext();
        var chosen = await new FormSelector(db).SelectAsync(new FormSelection(2023), TestContext.Current.CancellationToken);
        var forms = await new FormReader(db).ReadAsync(chosen.Select(form => form.Id), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        var tables = forms.Select(form => FormFileTable.Of(form.Content, form.BudgetYear!.Template)).ToList();
        Assert.Equal(FormFileWriter.Write(file), FormFileWriter.Write(file with { Tables = tables }));
    }

    [Theory, EachDatabase]
    public async Task Import_Again_IsRefusedByNameAndWritesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var file = FormFileTests.Read(FormFileTests.Seed());
        await ImportAsync(database, file with { Tables = [file.Tables[2]] });

        var refusal = await Assert.ThrowsAsync<RequestRefusedException>(() => ImportAsync(database, file));

        Assert.Equal("seed.json：2023 年度已有“2023 年自治区“专精特新”企业培育资金”（平罗县工业和信息化局）的目标表，没有导入任何内容。", refusal.Message);
        await using var db = database.CreateContext();
        Assert.Equal(1, await db.Forms.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Projects.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task Import_AsApproved_StoresSnapshotAndPdf(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var request = new ImportRequest("seed.json", ImportAs.Approved, "平财发〔2023〕12 号", new DateOnly(2023, 2, 20));

        await ImportAsync(database, FormFileTests.Read(FormFileTests.Seed()), request);

        await using var db = database.CreateContext();
        var form = await db.Forms.FirstAsync(TestContext.Current.CancellationToken);
        Assert.Equal((FormStatus.Approved, "平财发〔2023〕12 号"), (form.Status, form.ApprovalDocument));
        var snapshots = await db.FormSnapshots.Include(one => one.Bytes).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(4, snapshots.Count);
        Assert.All(snapshots, one =>
        {
            Assert.Equal(SnapshotKind.Approved, one.Kind);
            Assert.Equal(one.ContentSha256, SnapshotDocument.Sha256(one.Bytes!.Content));
            Assert.Equal("PDF of " + SnapshotDocument.Read(one.Bytes.Content).Content.ProjectName, System.Text.Encoding.UTF8.GetString(one.Bytes.Pdf!));
        });
        Assert.Contains(snapshots, one => SnapshotDocument.Read(one.Bytes!.Content).Findings.Any(finding => finding.Code == "D1"));
    }

    [Theory, EachDatabase]
    public async Task Import_WithCodes_PutsTheUnitUnderItsDepartment(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var file = FormFileTests.Read(FormFileTests.OneForm(table =>
        {
            (table["department"], table["departmentCode"]) = ("205-平罗县教育局", "205");
            (table["implementingUnit"], table["unitCode"], table["projectCode"]) = ("平罗县沙湖小学", "205012", "64022120523101");
        }));

        await ImportAsync(database, file);

        await using var db = database.CreateContext();
        var form = await db.Forms.Include(one => one.Unit!.Parent).Include(one => one.Project).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((OrganisationKind.Unit, "205012"), (form.Unit!.Kind, form.Unit.Code));
        Assert.Equal(("平罗县教育局", "205", form.DepartmentId), (form.Unit.Parent!.Name, form.Unit.Parent.Code, form.Unit.Parent.Id));
        Assert.Equal("205-平罗县教育局", form.DepartmentText);
        Assert.Equal("64022120523101", form.Project!.Code);
    }

    [Theory, EachDatabase]
    public async Task Import_CodeOfAnotherOrganisation_IsRefusedWithItsPlace(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.CreateContext())
        {
            db.Add(new Organisation { Code = "205", Name = "平罗县民政局", Kind = OrganisationKind.Department });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var refusal = await Assert.ThrowsAsync<FormFileException>(() =>
            ImportAsync(database, FormFileTests.Read(FormFileTests.OneForm(table => table["departmentCode"] = "205"))));

        Assert.Equal("$.tables[0].departmentCode", refusal.Path);
        Assert.Contains("“205”已属于“平罗县民政局”", refusal.Reason, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Import_CodeForAProjectWithoutOne_GivesItTheCode(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await ImportAsync(database, FormFileTests.Read(FormFileTests.OneForm(_ => { })));

        await ImportAsync(database, FormFileTests.Read(FormFileTests.OneForm(table => table["projectCode"] = "P1", file => file["year"] = 2024)));

        await using var db = database.CreateContext();
        var project = await db.Projects.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("P1", "P1"), (project.Code, project.IdentityKey));
        Assert.Equal(2, await db.Forms.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task Import_TwiceTheSameProjectInOneFile_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var file = FormFileTests.Read(FormFileTests.Seed());

        var refusal = await Assert.ThrowsAsync<FormFileException>(() =>
            ImportAsync(database, file with { Tables = [file.Tables[0], file.Tables[0]] }));

        Assert.Equal("$.tables[1]", refusal.Path);
    }

    [Theory]
    [InlineData("projectName")]
    [InlineData("department")]
    [InlineData("implementingUnit")]
    public async Task Import_NothingToKnowTheProjectBy_IsRefused(string key)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        var refusal = await Assert.ThrowsAsync<FormFileException>(() =>
            ImportAsync(database, FormFileTests.Read(FormFileTests.OneForm(table => table[key] = " "))));

        Assert.Equal("$.tables[0]." + key, refusal.Path);
        await using var db = database.CreateContext();
        Assert.False(await db.Years.AnyAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<ImportReport> ImportAsync(TestDatabase database, FormFile file, ImportRequest? request = null)
    {
        await using var db = database.CreateContext();
        var contexts = new CheckContexts(db, new NamedPdfs(), new RememberedRows(), new RememberedNeighbours(TimeProvider.System));
        var approvals = new ApprovalService(db, Time, new LocalCalendar(Time, TimeZoneInfo.Utc), new NamedPdfs(), contexts);
        return await new FormImporter(db, Time, approvals, contexts)
            .ImportAsync(file, request ?? new ImportRequest("seed.json"), Actor.Console, TestContext.Current.CancellationToken);
    }
}
