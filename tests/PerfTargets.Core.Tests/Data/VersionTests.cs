using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Data;

/// <summary>Of two people who change the same version of a form, one wins and the other writes nothing, whatever it is that they change.</summary>
public class VersionTests
{
    private static readonly FormContent Start = new()
    {
        OverallGoal = "目标",
        Funds = [new("total", Amount.Of(new Money(100)))],
        Indicators = [Given.Row("一"), Given.Row("二"), Given.Row("三")],
        NotApplicable = [new("benefit.ecology", "不涉及")],
    };

    [Theory]
    [EachDatabase("text")]
    [EachDatabase("change row")]
    [EachDatabase("move rows")]
    [EachDatabase("remove row")]
    [EachDatabase("add row")]
    [EachDatabase("same new row")]
    [EachDatabase("new funds line")]
    [EachDatabase("mark")]
    [EachDatabase("nothing")]
    public async Task Save_OfTwoOnOneVersion_TheLaterIsRefusedWhole(DatabaseProvider provider, string edit)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        await given.StoreAsync(database, Start);
        await using var earlier = database.CreateContext();
        await using var later = database.CreateContext();
        var first = await earlier.Forms.WithContent().SingleAsync(Given.Cancel);
        var second = await later.Forms.WithContent().SingleAsync(Given.Cancel);
        var wanted = Edited(first.Content, edit);

        first.Replace(wanted, Actor.Console, Given.At);
        await earlier.SaveChangesAsync(Given.Cancel);
        second.Replace(Edited(second.Content, edit) with { ProjectPeriod = "后来的" }, Actor.Console, Given.At);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => later.SaveChangesAsync(Given.Cancel));

        await using var look = database.CreateContext();
        var stored = await look.Forms.WithContent().SingleAsync(Given.Cancel);
        Assert.Equal(2, stored.Version);
        Assert.Equal(wanted.Indicators, stored.Content.Indicators);
        Assert.Equal(wanted.Funds, stored.Content.Funds);
        Assert.Equal(wanted.NotApplicable, stored.Content.NotApplicable);
        Assert.Equal("", stored.ProjectPeriod);
    }

    [Theory, EachDatabase]
    public async Task Save_OnlyRowsChanged_WritesTheFormsVersionInTheSameCommit(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        await given.StoreAsync(database, Start);
        await using var db = database.CreateContext();
        var form = await db.Forms.WithContent().SingleAsync(Given.Cancel);

        var added = Given.Row("新");
        form.Replace(form.Content with { Indicators = [.. form.Content.Indicators, added] }, Actor.Console, form.UpdatedAt);
        db.ChangeTracker.DetectChanges();

        var entry = db.Entry(form.Indicators.Single(row => row.Id == added.Id));
        Assert.Equal(EntityState.Added, entry.State);
        Assert.True(db.Entry(form).Property(one => one.Version).IsModified);
        Assert.Equal(2, await db.SaveChangesAsync(Given.Cancel));
    }

    [Theory, EachDatabase]
    public async Task Operation_ThatIsThereAlready_TakesTheWholeSaveWithIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var form = await given.StoreAsync(database, Start);
        var id = Guid.CreateVersion7();

        await SaveAsync("一次");
        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync("两次"));

        await using var look = database.CreateContext();
        var stored = await look.Forms.SingleAsync(Given.Cancel);
        Assert.Equal(("一次", 2), (stored.OverallGoal, stored.Version));

        async Task SaveAsync(string goal)
        {
            await using var db = database.CreateContext();
            var loaded = await db.Forms.WithContent().SingleAsync(Given.Cancel);
            loaded.Replace(loaded.Content with { OverallGoal = goal }, Actor.Console, Given.At);
            db.Add(new Operation { Id = id, FormId = form.Id, At = Given.At });
            await db.SaveChangesAsync(Given.Cancel);
        }
    }

    private static FormContent Edited(FormContent content, string edit) => edit switch
    {
        "text" => content with { OverallGoal = "新目标" },
        "change row" => content with { Indicators = [content.Indicators[0] with { Value = "2" }, .. content.Indicators.Skip(1)] },
        "move rows" => content with { Indicators = [.. content.Indicators.Reverse()] },
        "remove row" => content with { Indicators = [.. content.Indicators.Skip(1)] },
        "add row" => content with { Indicators = [.. content.Indicators, Given.Row("新")] },
        "same new row" => content with { Indicators = [.. content.Indicators, new(new Guid("0197a5d2-0000-7000-8000-000000000001"), "output.quantity", "新", "1")] },
        "new funds line" => content with { Funds = [.. content.Funds, new("fiscal", Amount.Of(new Money(5)))] },
        "mark" => content with { NotApplicable = [new("benefit.social", "也不涉及")] },
        _ => content,
    };
}
