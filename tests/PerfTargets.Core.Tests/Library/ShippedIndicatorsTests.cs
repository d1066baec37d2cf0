using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Library;
using PerfTargets.Core.Tests.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Library;

public class ShippedIndicatorsTests
{
    [Fact]
    public void Each_can_be_edited_as_it_is_and_none_says_a_number()
    {
        Assert.NotEmpty(ShippedIndicators.All);
        Assert.All(ShippedIndicators.All, one =>
        {
            Assert.Empty(new LibraryInputValidator().Validate(LibraryInput.Of(LibraryIndicator.Create(null, one.Entry, LibrarySource.Shipped))).Errors);
            Assert.NotEmpty(one.Explanation);
            Assert.DoesNotContain(one.Entry.Skeleton, char.IsAsciiDigit);
        });
        Assert.Distinct(ShippedIndicators.All.Select(one => one.Key));
        Assert.Distinct(ShippedIndicators.All.Select(one => (one.Category, LibraryEntry.KeyOf(one.Name))));
    }

    /// <summary>So that nobody counts by hand: where this fails, docs/architecture.md is to say the sentence that is expected here.</summary>
    [Fact]
    public void The_documents_say_how_many_come_with_the_program_and_what_they_are_about()
    {
        var byCategory = ShippedIndicators.All.GroupBy(one => one.Category).OrderBy(group => group.Key).Select(group => $"{group.Key.Word()} {group.Count()}");
        var common = ShippedIndicators.All.Where(one => one.Entry.Industry.Length == 0).ToList();
        var topics = common.Select(one => one.Entry.Topic).Distinct().Order(StringComparer.Ordinal);
        var industry = Assert.Single(ShippedIndicators.All.Select(one => one.Entry.Industry).Where(one => one.Length > 0).Distinct());

        Assert.Contains(
            $"{ShippedIndicators.All.Count} entries come with the program: {string.Join(", ", byCategory)}; "
            + $"{common.Count} for everybody ({string.Join(", ", topics)}) and {ShippedIndicators.All.Count - common.Count} for {industry}.",
            Repository.Read("docs/architecture.md"), StringComparison.Ordinal);
        Assert.Contains("自带会议、培训、购置等通用指标和工信指标", Repository.Read("README.md"), StringComparison.Ordinal);
        Assert.Subset(topics.ToHashSet(), new HashSet<string>(["会议", "培训", "购置"]));
    }

    [Theory, EachDatabase]
    public async Task AddMissing_Twice_AddsEachOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();

        await ShippedIndicators.AddMissingAsync(db, Given.Cancel);
        await ShippedIndicators.AddMissingAsync(db, Given.Cancel);

        Assert.Equal(ShippedIndicators.All.Count, await db.LibraryIndicators.CountAsync(Given.Cancel));
    }

    [Theory, EachDatabase]
    public async Task AddMissing_ByFourProcessesAtOnce_AddsEachOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        await Parallel.ForEachAsync(Enumerable.Range(0, 4), Given.Cancel, async (_, cancel) =>
        {
            await using var db = database.CreateContext();
            await ShippedIndicators.AddMissingAsync(db, cancel);
        });

        await using var after = database.CreateContext();
        Assert.Equal(ShippedIndicators.All.Count, await after.LibraryIndicators.CountAsync(Given.Cancel));
    }

    [Theory, EachDatabase]
    public async Task AddMissing_ChangedOrRetiredOrWrittenBefore_LeavesTheAdministratorsAsTheyAre(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        var (changed, retired, written) = (ShippedIndicators.All[0], ShippedIndicators.All[1], ShippedIndicators.All[2]);
        db.AddRange(
            LibraryIndicator.Create(null, changed.Entry with { Name = "县里的说法" }, LibrarySource.Shipped, changed.Key),
            LibraryIndicator.Create(null, written.Entry with { Unit = "县里的单位" }, LibrarySource.Written));
        var gone = LibraryIndicator.Create(null, retired.Entry, LibrarySource.Shipped, retired.Key);
        gone.IsRetired = true;
        db.Add(gone);
        await db.SaveChangesAsync(Given.Cancel);

        await ShippedIndicators.AddMissingAsync(db, Given.Cancel);

        var stored = await db.LibraryIndicators.AsNoTracking().ToListAsync(Given.Cancel);
        Assert.Equal(ShippedIndicators.All.Count, stored.Count);
        Assert.Equal("县里的说法", stored.Single(one => one.ShippedKey == changed.Key).Name);
        Assert.True(stored.Single(one => one.ShippedKey == retired.Key).IsRetired);
        Assert.Equal("县里的单位", stored.Single(one => one.Name == written.Name).Unit);
    }
}
