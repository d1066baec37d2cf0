using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Tests.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Checks;

public sealed class RememberedNamesakesTests
{
    [Theory, EachDatabase]
    public async Task While_no_other_form_changes_their_rows_are_looked_through_once(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        using var remembered = new RememberedNamesakes();
        var form = await county.StoreAsync("供水管网改造", rows: [Given.Row("合格率", "100%"), Given.Row("培训次数", "2 次")]);
        await county.StoreAsync("河道清淤", rows: [Given.Row("合格率", "98%"), Given.Row("清淤长度", "3 公里")]);

        var (first, asked) = await county.NamesakesAsync(form, remembered);
        await county.SaveAsync(form, Given.Row("合格率", "99%"));
        var (again, askedAgain) = await county.NamesakesAsync(form, remembered);

        Assert.Equal(["河道清淤: 合格率 98%"], first);
        Assert.Equal(first, again);
        Assert.Equal((2, 1), (asked, askedAgain));
    }

    [Theory, EachDatabase]
    public async Task What_is_saved_in_another_form_counts_at_the_next_check(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        using var remembered = new RememberedNamesakes();
        var form = await county.StoreAsync("供水管网改造", rows: [Given.Row("合格率", "100%")]);
        var other = await county.StoreAsync("河道清淤", rows: [Given.Row("合格率", "98%")]);
        await county.StoreAsync("泵站维护", rows: [Given.Row("合格率", "97%")]);
        await county.NamesakesAsync(form, remembered);

        await county.SaveAsync(other, Given.Row("合格率", "99%"), Given.Row("清淤长度", "3 公里"));
        await county.StoreAsync("渠道衬砌", rows: [Given.Row("合格率", "96%")]);

        Assert.Equal(["河道清淤: 合格率 99%", "泵站维护: 合格率 97%", "渠道衬砌: 合格率 96%"], (await county.NamesakesAsync(form, remembered)).Rows.Order(StringComparer.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_name_that_is_new_in_the_form_is_looked_for_in_all_others(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        using var remembered = new RememberedNamesakes();
        var form = await county.StoreAsync("供水管网改造", rows: [Given.Row("合格率", "100%")]);
        await county.StoreAsync("河道清淤", rows: [Given.Row("合格率", "98%"), Given.Row("培训次数", "3 次")]);
        await county.NamesakesAsync(form, remembered);

        await county.SaveAsync(form, Given.Row("合格率", "100%"), Given.Row("培训次数", "2 次"));

        Assert.Equal(["河道清淤: 合格率 98%", "河道清淤: 培训次数 3 次"], (await county.NamesakesAsync(form, remembered)).Rows);
    }

    [Fact]
    public async Task A_form_of_the_same_version_from_a_database_that_was_set_back_is_another_one()
    {
        await using var county = await CheckedCounty.CreateAsync(DatabaseProvider.Sqlite);
        using var remembered = new RememberedNamesakes();
        var form = await county.StoreAsync("供水管网改造", rows: [Given.Row("合格率", "100%")]);
        var other = await county.StoreAsync("河道清淤", rows: [Given.Row("合格率", "98%")]);
        await county.NamesakesAsync(form, remembered);

        await county.SaveAsync(other, Given.At.AddHours(1), versions: 0, Given.Row("合格率", "95%"));

        Assert.Equal(["河道清淤: 合格率 95%"], (await county.NamesakesAsync(form, remembered)).Rows);
    }
}
