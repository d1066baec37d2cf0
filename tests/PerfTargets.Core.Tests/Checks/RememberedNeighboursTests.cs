using Microsoft.Extensions.Time.Testing;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Tests.Data;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Checks;

public sealed class RememberedNeighboursTests
{
    [Theory, EachDatabase]
    public async Task While_no_other_form_changes_their_rows_are_looked_through_once(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        using var remembered = new RememberedNeighbours(TimeProvider.System);
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
        using var remembered = new RememberedNeighbours(TimeProvider.System);
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
        using var remembered = new RememberedNeighbours(TimeProvider.System);
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
        using var remembered = new RememberedNeighbours(TimeProvider.System);
        var form = await county.StoreAsync("供水管网改造", rows: [Given.Row("合格率", "100%")]);
        var other = await county.StoreAsync("河道清淤", rows: [Given.Row("合格率", "98%")]);
        await county.NamesakesAsync(form, remembered);

        await county.SaveAsync(other, Given.At.AddHours(1), versions: 0, Given.Row("合格率", "95%"));

        Assert.Equal(["河道清淤: 合格率 95%"], (await county.NamesakesAsync(form, remembered)).Rows);
    }

    [Theory, EachDatabase]
    public async Task While_nothing_changes_around_a_form_nothing_but_the_form_is_asked_for(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        using var editor = new Editor(county, await county.StoreAsync("供水管网改造", rows: [Given.Row("合格率", "100%")]));
        await county.StoreAsync("河道清淤", rows: [Given.Row("合格率", "98%")]);

        var (first, _) = await editor.AroundAsync();
        await county.SaveAsync(editor.Form, Given.Row("合格率", "99%"));
        var (saved, askedForRows) = await editor.AroundAsync();
        var (again, asked) = await editor.AroundAsync();

        Assert.Equal(first, saved);
        Assert.Equal(first, again);
        Assert.Equal((7, 1), (askedForRows, asked));
    }

    [Theory, EachDatabase]
    public async Task Whatever_becomes_of_the_forms_around_it_counts_at_once(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        using var editor = new Editor(county, await county.StoreAsync("供水管网改造", rows: [Given.Row("合格率", "100%")]));
        var other = await county.StoreAsync("河道清淤", rows: [Given.Row("合格率", "98%")]);
        var before = await county.StoreAsync("供水管网改造", total: "7", year: 2022);

        await Seen("河道清淤 10.00: 合格率 98%", "核定 ", "上年 7.00");

        await county.SaveAsync(other, Given.Row("合格率", "99%"));
        await Seen("河道清淤 10.00: 合格率 99%", "核定 ", "上年 7.00");

        var begun = await county.StoreAsync("泵站维护", total: "3", rows: [Given.Row("合格率", "97%")]);
        await Seen("河道清淤 10.00: 合格率 99%", "泵站维护 3.00: 合格率 97%", "核定 ", "上年 7.00");

        await county.SetAsync(begun, FormStatus.Deleted);
        var another = await county.StoreAsync("渠道衬砌", total: "4", rows: [Given.Row("合格率", "96%")]);
        await Seen("河道清淤 10.00: 合格率 99%", "渠道衬砌 4.00: 合格率 96%", "核定 ", "上年 7.00");

        await county.SetAsync(another, FormStatus.Deleted);
        await Seen("河道清淤 10.00: 合格率 99%", "核定 ", "上年 7.00");

        await county.SetAsync(begun, FormStatus.Draft);
        await Seen("河道清淤 10.00: 合格率 99%", "泵站维护 3.00: 合格率 97%", "核定 ", "上年 7.00");

        await county.SetAsync(begun, FormStatus.Deleted);
        await Seen("河道清淤 10.00: 合格率 99%", "核定 ", "上年 7.00");

        await county.ApproveTotalAsync(2023, county.Department, 20_0000);
        await Seen("河道清淤 10.00: 合格率 99%", "核定 200000", "上年 7.00");

        await county.SetAsync(before, FormStatus.Deleted);
        await Seen("河道清淤 10.00: 合格率 99%", "核定 200000", "上年 ");

        async Task Seen(params string[] around) => Assert.Equal(around, (await editor.AroundAsync()).Around.Select(one => one.TrimStart()));
    }

    /// <summary>No version of a form tells of it.</summary>
    [Fact]
    public async Task A_code_that_another_project_is_given_counts_after_a_minute()
    {
        await using var county = await CheckedCounty.CreateAsync(DatabaseProvider.Sqlite);
        using var editor = new Editor(county, await county.StoreAsync("供水管网改造", rows: [Given.Row("合格率", "100%")]));
        var other = await county.StoreAsync("河道清淤", rows: [Given.Row("合格率", "98%")]);
        await editor.AroundAsync();

        await county.GiveCodeAsync(other, "S-1");
        editor.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("S-1 河道清淤 10.00: 合格率 98%", (await editor.AroundAsync()).Around[0]);
    }

    [Fact]
    public async Task It_counts_at_once_for_what_is_decided_once_and_for_all()
    {
        await using var county = await CheckedCounty.CreateAsync(DatabaseProvider.Sqlite);
        using var editor = new Editor(county, await county.StoreAsync("供水管网改造", rows: [Given.Row("合格率", "100%")]));
        var other = await county.StoreAsync("河道清淤", rows: [Given.Row("合格率", "98%")]);
        await editor.AroundAsync();

        await county.GiveCodeAsync(other, "S-1");

        Assert.Equal("S-1 河道清淤 10.00: 合格率 98%", (await editor.AroundAsync(anew: true)).Around[0]);
    }

    /// <summary>A process whose person saves one form again and again.</summary>
    private sealed class Editor(CheckedCounty county, TargetForm form) : IDisposable
    {
        private readonly RememberedRows _rows = new();
        private RememberedNeighbours? _neighbours;

        public TargetForm Form => form;

        public FakeTimeProvider Time { get; } = new(Given.At);

        public Task<(IReadOnlyList<string> Around, int Queries)> AroundAsync(bool anew = false) => county.AroundAsync(form, _rows, _neighbours ??= new RememberedNeighbours(Time), anew);

        public void Dispose()
        {
            _rows.Dispose();
            _neighbours?.Dispose();
        }
    }
}
