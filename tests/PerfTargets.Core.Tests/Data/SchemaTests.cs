using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Data;

/// <summary>What both databases promise alike.</summary>
public class SchemaTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public void Model_UsesOnlyWhatBothDatabasesDoAlike(DatabaseProvider provider)
    {
        using PerfTargetsDbContext db = provider == DatabaseProvider.Sqlite
            ? new SqliteDesignTimeFactory().CreateDbContext([])
            : new PostgresDesignTimeFactory().CreateDbContext([]);
        Type[] portable =
        [
            typeof(string), typeof(int), typeof(long), typeof(bool), typeof(Guid), typeof(byte[]), typeof(DateTime), typeof(DateOnly),
        ];

        foreach (var entity in db.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                var stored = property.FindTypeMapping()!.Converter?.ProviderClrType ?? property.ClrType;
                Assert.Contains(Nullable.GetUnderlyingType(stored) ?? stored, portable);
                // Nothing writes staff_claims; Identity reads it at every sign-in.
                Assert.True(property.ValueGenerated == ValueGenerated.Never || entity.ClrType == typeof(IdentityUserClaim<Guid>), property.ToString());
            }
        }
    }

    [Fact]
    public void Model_OnlyPartsGoWithTheirWhole()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);

        var cascading = db.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys())
            .Where(key => key.DeleteBehavior != DeleteBehavior.Restrict)
            .Select(key => $"{key.PrincipalEntityType.GetTableName()} > {key.DeclaringEntityType.GetTableName()}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "form_snapshots > form_snapshot_bytes", "forms > funds_lines", "forms > indicators", "forms > not_applicable_marks", "forms > reasons",
                "forms > unconfirmed_marks",
                "staff_members > staff_claims", "staff_members > staff_logins", "staff_members > staff_tokens",
            ],
            cascading);
    }

    [Theory]
    [EachDatabase("organisation")]
    [EachDatabase("project")]
    [EachDatabase("year")]
    [EachDatabase("form with a history")]
    public async Task Delete_OfWhatAFormHangsOn_IsRefused(DatabaseProvider provider, string what)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var form = await given.StoreAsync(database, new());
        await using var db = database.CreateContext();
        db.Add(new FormEvent { FormId = form.Id, At = Given.At });
        await db.SaveChangesAsync(Given.Cancel);
        db.ChangeTracker.Clear();

        db.Remove(what switch
        {
            "organisation" => (object)given.Unit,
            "project" => given.Project,
            "year" => given.Year,
            _ => form,
        });

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Given.Cancel));
    }

    [Theory, EachDatabase]
    public async Task Form_SecondOfItsProjectYearAndRound_OnlyBesideADeletedOne(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        await given.StoreAsync(database, new());

        await Assert.ThrowsAsync<DbUpdateException>(() => given.StoreAsync(database, new()));
        await using var db = database.CreateContext();
        await db.Forms.ExecuteUpdateAsync(set => set.SetProperty(form => form.Status, FormStatus.Deleted), Given.Cancel);
        await given.StoreAsync(database, new());

        Assert.Equal([FormStatus.Deleted, FormStatus.Draft], await db.Forms.OrderBy(form => form.Id).Select(form => form.Status).ToListAsync(Given.Cancel));
    }

    [Theory]
    [EachDatabase("302", "另一个局", false)]
    [EachDatabase(null, "另一个局", false)]
    [EachDatabase("301", "另一个局", true)]
    [EachDatabase(null, "工业和信息化局", true)]
    public async Task Organisation_CodeAndNameBesideTheSameParent_AreUnique(DatabaseProvider provider, string? code, string name, bool refused)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await Given.InAsync(database);
        await using var db = database.CreateContext();
        db.Add(new Organisation { Name = "没有编码的局" });
        await db.SaveChangesAsync(Given.Cancel);

        db.Add(new Organisation { Code = code, Name = name });

        Assert.Equal(refused, await Record.ExceptionAsync(() => db.SaveChangesAsync(Given.Cancel)) is DbUpdateException);
    }

    [Theory, EachDatabase]
    public async Task Organisation_SameNameUnderTwoParents_IsTwo(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        await using var db = database.CreateContext();
        var other = new Organisation { Name = "教育局" };
        db.AddRange(other, new Organisation { Name = "办公室", ParentId = given.Unit.Id }, new Organisation { Name = "办公室", ParentId = other.Id });
        await db.SaveChangesAsync(Given.Cancel);

        db.Add(new Organisation { Name = "办公室", ParentId = other.Id });

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Given.Cancel));
    }

    [Theory, EachDatabase]
    public async Task Project_SameIdentity_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        await using var db = database.CreateContext();

        db.Add(Project.Create(null, given.Project.Name, given.Unit.Id));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Given.Cancel));
    }
}
