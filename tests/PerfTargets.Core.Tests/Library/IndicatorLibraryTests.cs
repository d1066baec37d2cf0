using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Library;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Tests.Checks;
using PerfTargets.Core.Tests.Data;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Library;

public class IndicatorLibraryTests
{
    private static readonly IndicatorGroup Quantity = CheckForms.Ningxia.FindGroup("output.quantity")!;

    [Theory]
    [EachDatabase("人数", "培训人数")]
    [EachDatabase("pxrs", "培训人数")]
    [EachDatabase("RS", "培训人数")]
    [EachDatabase("ｐｘ rs", "培训人数")]
    [EachDatabase("培训 期", "培训班次")]
    [EachDatabase("zycl", "重要材料份数")]
    [EachDatabase("cycl", "重要材料份数")]
    [EachDatabase("100%_'", "")]
    public async Task Search_ByChineseWordsOrInitials_FindsTheName(DatabaseProvider provider, string text, string name)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (given, db) = await InAsync(database, Common("培训人数"), Common("培训班次", explanation: "举办的期数。"), Common("重要材料份数"));

        var hits = await new IndicatorLibrary(db).SearchAsync(text, Quantity, given.Unit, Given.Cancel);

        Assert.Equal(name, string.Join(' ', hits.Select(hit => hit.Entry.Name)));
    }

    [Theory, EachDatabase]
    public async Task Search_OwnEntriesComeFirstThenTheIndustrysThenCommonOnes(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (given, db) = await InAsync(database);
        var other = new Organisation { Code = "302", Name = "教育局", Kind = OrganisationKind.Department };
        db.AddRange(
            other, Common("甲数量"), Common("乙数量", industry: "教育"), Common("丙数量", industry: "工业和信息化"),
            LibraryIndicator.Create(given.Unit.Id, new(LibraryCategory.Quantity, "丁数量"), LibrarySource.Form),
            LibraryIndicator.Create(other.Id, new(LibraryCategory.Quantity, "别人的数量"), LibrarySource.Form));
        await db.SaveChangesAsync(Given.Cancel);

        var hits = await new IndicatorLibrary(db).SearchAsync("数量", Quantity, given.Unit, Given.Cancel);

        Assert.Equal(["丁数量 本单位", "丙数量 工业和信息化", "甲数量 通用", "乙数量 教育"], hits.Select(hit => $"{hit.Entry.Name} {hit.Whose}"));
    }

    [Theory]
    [EachDatabase("培训")]
    [EachDatabase("px")]
    [EachDatabase("PX")]
    [EachDatabase("ＰＸ")]
    public async Task Search_NamesThatBeginWithTheWordComeBeforeThoseThatContainIt(DatabaseProvider provider, string text)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (given, db) = await InAsync(database, Common("安全培训次数"), Common("培训次数"));

        var hits = await new IndicatorLibrary(db).SearchAsync(text, Quantity, given.Unit, Given.Cancel);

        Assert.Equal(["培训次数", "安全培训次数"], hits.Select(hit => hit.Entry.Name));
    }

    [Theory]
    [EachDatabase("zy")]
    [EachDatabase("cy")]
    [EachDatabase("CY")]
    public async Task Search_AnyReadingOfTheFirstCharacterIsABeginning(DatabaseProvider provider, string text)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (given, db) = await InAsync(database, Common("编制重要材料份数"), Common("重要材料份数"));

        var hits = await new IndicatorLibrary(db).SearchAsync(text, Quantity, given.Unit, Given.Cancel);

        Assert.Equal(["重要材料份数", "编制重要材料份数"], hits.Select(hit => hit.Entry.Name));
    }

    [Theory, EachDatabase]
    public async Task Elsewhere_CountsWhatTheWordsFindForTheOtherGroups(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var retired = Common("停用的培训质量", LibraryCategory.Quality);
        retired.IsRetired = true;
        var (given, db) = await InAsync(
            database, retired, Common("培训人数"), Common("培训合格率", LibraryCategory.Quality), Common("培训出勤率", LibraryCategory.Quality),
            Common("培训满意度", LibraryCategory.Satisfaction), Common("验收合格率", LibraryCategory.Quality));
        var library = new IndicatorLibrary(db);

        var elsewhere = await library.ElsewhereAsync("培训", Quantity, CheckForms.Ningxia, given.Unit, Given.Cancel);

        Assert.Equal(["output.quality 2", "satisfaction.served 1"], elsewhere.Select(other => $"{other.Group.Key} {other.Count}"));
        Assert.Empty(await library.ElsewhereAsync(" ", Quantity, CheckForms.Ningxia, given.Unit, Given.Cancel));
    }

    [Theory, EachDatabase]
    public async Task Search_OffersWhatFitsTheGroupAndIsNotRetiredAndAtMostTwenty(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var retired = Common("停用的数量");
        retired.IsRetired = true;
        var (given, db) = await InAsync(database, [retired, Common("质量", LibraryCategory.Quality), .. Enumerable.Range(1, 30).Select(i => Common($"数量{i}"))]);

        var hits = await new IndicatorLibrary(db).SearchAsync("", Quantity, given.Unit, Given.Cancel);

        Assert.Equal(IndicatorLibrary.MostHits, hits.Count);
        Assert.All(hits, hit => Assert.StartsWith("数量", hit.Entry.Name, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task List_AnAdministratorReadsAllOthersWhatIsCommonAndTheirOwn(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (given, db) = await InAsync(database, Common("通用数量"));
        var school = new Organisation { Name = "小学", Kind = OrganisationKind.Unit, ParentId = given.Unit.Id };
        var other = new Organisation { Name = "教育局", Kind = OrganisationKind.Department };
        db.AddRange(school, other);
        db.Add(LibraryIndicator.Create(given.Unit.Id, new(LibraryCategory.Quantity, "自己的数量"), LibrarySource.Form));
        db.Add(LibraryIndicator.Create(other.Id, new(LibraryCategory.Quantity, "别人的数量"), LibrarySource.Form));
        await db.SaveChangesAsync(Given.Cancel);

        Assert.Equal(["自己的数量", "通用数量"], await NamesAsync(Role.Filler, given.Unit.Id, new()));
        Assert.Equal(["自己的数量", "通用数量"], await NamesAsync(Role.Filler, school.Id, new()));
        Assert.Equal(["别人的数量", "自己的数量", "通用数量"], (await NamesAsync(Role.Administrator, other.Id, new())).Order(StringComparer.Ordinal));
        Assert.Equal(["通用数量"], await NamesAsync(Role.Administrator, other.Id, new(DepartmentId: LibraryFilter.Common)));
        Assert.Empty(await NamesAsync(Role.Filler, given.Unit.Id, new(DepartmentId: other.Id)));

        async Task<List<string>> NamesAsync(Role role, Guid organisation, LibraryFilter filter)
        {
            var list = await new IndicatorLibrary(db).ListAsync(filter, new Actor(Guid.CreateVersion7(), "", organisation, "", role), Given.Cancel);
            return await list.Select(one => one.Name).ToListAsync(Given.Cancel);
        }
    }

    [Theory]
    [EachDatabase(true)]
    [EachDatabase(false)]
    public async Task Save_SecondOfItsOwnerCategoryAndName_IsRefused(DatabaseProvider provider, bool common)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (given, db) = await InAsync(database);
        Guid? owner = common ? null : given.Unit.Id;
        db.AddRange(
            LibraryIndicator.Create(owner, new(LibraryCategory.Quantity, "培训人数"), LibrarySource.Form),
            LibraryIndicator.Create(owner, new(LibraryCategory.SocialBenefit, "培训人数"), LibrarySource.Form),
            LibraryIndicator.Create(common ? given.Unit.Id : null, new(LibraryCategory.Quantity, "培训人数"), LibrarySource.Form));
        await db.SaveChangesAsync(Given.Cancel);

        db.Add(LibraryIndicator.Create(owner, new(LibraryCategory.Quantity, " 培训 人数"), LibrarySource.Form));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Given.Cancel));
    }

    private static LibraryIndicator Common(
        string name, LibraryCategory category = LibraryCategory.Quantity, string industry = "", string explanation = "") =>
        LibraryIndicator.Create(null, new(category, name, Explanation: explanation, Industry: industry), LibrarySource.Written);

    private static async Task<(Given Given, PerfTargetsDbContext Db)> InAsync(TestDatabase database, params LibraryIndicator[] entries)
    {
        var given = await Given.InAsync(database);
        var db = database.CreateContext();
        db.AddRange(entries);
        await db.SaveChangesAsync(Given.Cancel);
        return (given, db);
    }
}
