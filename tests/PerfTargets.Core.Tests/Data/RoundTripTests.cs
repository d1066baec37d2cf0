using System.Text;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Data;

public class RoundTripTests
{
    /// <summary>Line ends, blanks at both ends, an astral character, a combining one, half-width and full-width, private use, quotes.</summary>
    private const string AnyText = "  第一行\n第二行\t≥95％ 𠮷野家 𰻞 e\u0301 ｱ \uE000 \uFFFD 'x' \"y\" \\ %_ \u200B 终 ";

    [Theory, EachDatabase]
    public async Task Form_WithEverythingAndFiveHundredRows_ComesBackToTheCharacter(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var content = new FormContent
        {
            ProjectName = AnyText,
            Department = AnyText,
            ImplementingUnit = AnyText,
            ProjectAttribute = AnyText,
            ProjectPeriod = AnyText,
            OverallGoal = string.Concat(Enumerable.Repeat(AnyText, 100)),
            Funds =
            [
                new("total", Amount.Of(new Money(999_999_999_999_999_999))),
                new("fiscal", Amount.Of(new Money(-1))),
                new("other", Amount.FromTyped("约 三百\n万𠮷")),
                new("blank", Amount.Blank),
            ],
            Indicators = [.. Enumerable.Range(0, 500).Select(i => Given.Row(AnyText + i, i + AnyText))],
            NotApplicable = [new("benefit.ecology", AnyText), new("benefit.social", "")],
            Reasons = [new("D1", "row-1-value", AnyText, AnyText + AnyText), new("F3", "funds-total", string.Concat(Enumerable.Repeat(AnyText, 100)), "x"), new("D1", "", "", "")],
            Unconfirmed = [AnyText, "na-benefit.social", "overallGoal"],
        };

        var stored = await given.StoreAsync(database, content);

        await using var db = database.CreateContext();
        var form = await db.Forms.WithContent().SingleAsync(Given.Cancel);
        Assert.Equal(Flat(content), Flat(form.Content));
        Assert.Equal(999_999_999_999_999_999, form.TotalFen);
        Assert.Equal(stored.Id, form.Id);
        Assert.Equal(FormStatus.Draft, form.Status);
        Assert.Equal(given.Unit.Name, form.Department!.Name);
    }

    [Theory, EachDatabase]
    public async Task Reasons_ReplacedByOthers_AreTheOthersInTheirOrder(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var (first, second, third) = (new FindingReason("D1", "a", "1", "一"), new FindingReason("F3", "b", "2", "二"), new FindingReason("X2", "c", "3", "三"));
        await given.StoreAsync(database, new FormContent { Reasons = [first, second] });

        foreach (FindingReason[] reasons in new[] { [third, second, first], [second], [third, first], Array.Empty<FindingReason>() })
        {
            await using (var db = database.CreateContext())
            {
                (await db.Forms.WithContent().SingleAsync(Given.Cancel)).Replace(new FormContent { Reasons = reasons }, Actor.Console, Given.At);
                await db.SaveChangesAsync(Given.Cancel);
            }
            await using var look = database.CreateContext();
            Assert.Equal(reasons, (await look.Forms.WithContent().SingleAsync(Given.Cancel)).Content.Reasons);
        }
    }

    [Theory, EachDatabase]
    public async Task UnconfirmedMarks_ReplacedByOthers_AreTheOthers(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        await given.StoreAsync(database, new FormContent { Unconfirmed = ["overallGoal", "projectPeriod"] });

        foreach (string[] keys in new[] { ["projectAttribute", "projectPeriod"], Array.Empty<string>(), ["overallGoal"] })
        {
            await using (var db = database.CreateContext())
            {
                (await db.Forms.WithContent().SingleAsync(Given.Cancel)).Replace(new FormContent { Unconfirmed = keys }, Actor.Console, Given.At);
                await db.SaveChangesAsync(Given.Cancel);
            }
            await using var look = database.CreateContext();
            Assert.Equal(keys, (await look.Forms.WithContent().SingleAsync(Given.Cancel)).Content.Unconfirmed);
        }
    }

    [Theory, EachDatabase]
    public async Task Times_AreUtcAndExactToTheMicrosecond(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        await given.StoreAsync(database, new());

        await using var db = database.CreateContext();
        var form = await db.Forms.SingleAsync(form => form.CreatedAt == Given.At && form.SubmittedAt == null, Given.Cancel);
        var year = await db.Years.SingleAsync(year => year.Deadline < new DateOnly(2023, 4, 1), Given.Cancel);

        Assert.Equal((Given.At, DateTimeKind.Utc), (form.CreatedAt, form.CreatedAt.Kind));
        Assert.Equal(new DateOnly(2023, 3, 31), year.Deadline);
    }

    [Theory, EachDatabase]
    public async Task Time_ThatIsNotUtc_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var form = await given.StoreAsync(database, new());
        await using var db = database.CreateContext();
        db.Add(new FormEvent { FormId = form.Id, At = DateTime.SpecifyKind(Given.At, DateTimeKind.Unspecified) });

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync(Given.Cancel));

        Assert.Contains("must be UTC", refused.GetBaseException().Message, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Staff_LockoutOrdersAndRolesAreAskedForBitByBit(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var now = new DateTimeOffset(Given.At);
        await using (var db = database.CreateContext())
        {
            db.AddRange(
                Person("later", Role.Filler | Role.UnitReviewer, now.AddHours(9).ToOffset(TimeSpan.FromHours(8))),
                Person("sooner", Role.Administrator | Role.UnitReviewer, now.AddHours(8).ToOffset(TimeSpan.FromHours(-8))),
                Person("past", Role.Administrator, now),
                Person("never", Role.None, null));
            await db.SaveChangesAsync(Given.Cancel);
        }

        await using var look = database.CreateContext();
        var locked = await look.Staff.Where(one => one.LockoutEnd > now).OrderBy(one => one.LockoutEnd).ToListAsync(Given.Cancel);
        var administrators = await look.Staff.CountAsync(one => (one.Roles & Role.Administrator) != 0, Given.Cancel);
        var reviewers = await look.Staff.CountAsync(one => one.Roles.HasFlag(Role.UnitReviewer), Given.Cancel);

        Assert.Equal(["sooner", "later"], locked.Select(one => one.UserName));
        Assert.Equal(now.AddHours(8), locked[0].LockoutEnd);
        Assert.Equal((2, 2), (administrators, reviewers));

        StaffMember Person(string name, Role roles, DateTimeOffset? lockout) => new()
        {
            DisplayName = name,
            UserName = name,
            NormalizedUserName = name,
            OrganisationId = given.Unit.Id,
            Roles = roles,
            LockoutEnd = lockout,
        };
    }

    [Theory, EachDatabase]
    public async Task Snapshot_BytesAreKeptAndReadOnlyWhenAskedFor(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = await Given.InAsync(database);
        var form = await given.StoreAsync(database, new());
        byte[] content = [.. Enumerable.Range(0, 70_000).Select(i => (byte)i)];
        await using (var db = database.CreateContext())
        {
            db.Add(new FormSnapshot
            {
                FormId = form.Id,
                At = Given.At,
                ContentSha256 = new('a', 64),
                Bytes = new() { Content = content, Pdf = Encoding.ASCII.GetBytes("%PDF") },
            });
            await db.SaveChangesAsync(Given.Cancel);
        }

        await using var look = database.CreateContext();
        Assert.Null((await look.FormSnapshots.AsNoTracking().SingleAsync(Given.Cancel)).Bytes);
        var pdf = await look.FormSnapshots.Select(one => one.Bytes!.Pdf).SingleAsync(Given.Cancel);
        var whole = await look.FormSnapshots.Include(one => one.Bytes).SingleAsync(Given.Cancel);
        Assert.Equal("%PDF"u8.ToArray(), pdf);
        Assert.Equal(content, whole.Bytes!.Content);
    }

    private static string Flat(FormContent content) => string.Join('\u0001', content.ProjectName, content.Department, content.ImplementingUnit,
        content.ProjectAttribute, content.ProjectPeriod, content.OverallGoal, string.Join('\u0002', content.Funds),
        string.Join('\u0002', content.Indicators), string.Join('\u0002', content.NotApplicable), string.Join('\u0002', content.Reasons),
        string.Join('\u0002', content.Unconfirmed));
}
