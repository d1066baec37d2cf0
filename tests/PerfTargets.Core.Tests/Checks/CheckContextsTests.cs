using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Tests.Data;
using PerfTargets.Core.Tests.Forms;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Checks;

public sealed class CheckContextsTests
{
    [Theory, EachDatabase]
    public async Task A_form_sees_its_departments_forms_of_the_year_and_no_others(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var form = await county.StoreAsync("供水管网改造", total: "36");
        await county.StoreAsync("河道清淤", total: "24", unit: county.Station);
        await county.StoreAsync("水库除险", status: FormStatus.Deleted);
        await county.StoreAsync("校舍维修", department: county.Schools);
        await county.StoreAsync("上年的项目", year: 2022);

        var bureau = (await county.ContextAsync(form)).Bureau!;

        Assert.Equal(
            [("供水管网改造", "301-水务局", 36L * Money.FenPerWan), ("河道清淤", "301002-水利站", 24L * Money.FenPerWan)],
            bureau.Forms.OrderBy(one => one.ProjectName, StringComparer.Ordinal).Select(one => (one.ProjectName, one.Unit, one.Total.Value?.Fen ?? 0)));
    }

    [Theory, EachDatabase]
    public async Task A_form_is_held_against_the_approved_total_of_its_own_department_and_year(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var form = await county.StoreAsync("供水管网改造", total: "36");
        await county.StoreAsync("上年的项目", year: 2022);
        await county.ApproveTotalAsync(2023, county.Schools, 1);
        await county.ApproveTotalAsync(2022, county.Department, 2);
        Assert.Null((await county.ContextAsync(form)).Bureau!.ApprovedTotal);

        await county.ApproveTotalAsync(2023, county.Department, 3);

        Assert.Equal(new Money(3), (await county.ContextAsync(form)).Bureau!.ApprovedTotal);
    }

    [Theory, EachDatabase]
    public async Task Of_several_rounds_the_newest_counts_also_for_the_earlier_ones(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var first = await county.StoreAsync("供水管网改造", total: "36");
        var second = await county.StoreAsync("供水管网改造", total: "30", round: 2);

        var (ofFirst, ofSecond) = (await county.ContextAsync(first), await county.ContextAsync(second));

        Assert.Equal(30L * Money.FenPerWan, Assert.Single(ofFirst.Bureau!.Forms).Total.Value?.Fen);
        Assert.Equal((second.Id, second.Id), (ofFirst.FormId, ofSecond.FormId));
        Assert.Equal("36.00", ofFirst.Form.FundsOf("total").Text);
    }

    [Theory, EachDatabase]
    public async Task Of_other_forms_those_rows_are_seen_whose_name_the_form_has_too(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var form = await county.StoreAsync("供水管网改造", rows: [Given.Row("项目整体合格率", "≥95%"), Given.Row("改造长度", "12 公里")]);
        await county.StoreAsync("河道清淤", rows: [Given.Row("清淤长度", "3 公里"), Given.Row("项目整体合格率", "≥90%")]);

        var other = Assert.Single((await county.ContextAsync(form)).Bureau!.Forms, one => one.ProjectName == "河道清淤");

        Assert.Equal([("项目整体合格率", "≥90%")], other.Rows.Select(row => (row.Name, row.Value)));
    }

    [Theory, EachDatabase]
    public async Task Last_years_form_is_the_same_projects_newest_of_the_year_before(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var form = await county.StoreAsync("供水管网改造", total: "36");
        await county.StoreAsync("供水管网改造", total: "20", year: 2022, rows: [Given.Row("改造长度", "8 公里")]);
        await county.StoreAsync("供水管网改造", total: "21", year: 2022, round: 2, rows: [Given.Row("改造长度", "9 公里"), Given.Row("验收率", "100%")]);
        await county.StoreAsync("供水管网改造", total: "22", year: 2022, round: 3, status: FormStatus.Deleted);
        await county.StoreAsync("供水管网改造", total: "10", year: 2021);
        await county.StoreAsync("河道清淤", total: "5", year: 2022);

        var before = (await county.ContextAsync(form)).LastYear!.Form!;

        Assert.Equal("21.00", before.FundsOf("total").Text);
        Assert.Equal(["改造长度 9 公里", "验收率 100%"], before.Indicators.Select(row => $"{row.Name} {row.Value}"));
    }

    [Theory, EachDatabase]
    public async Task The_round_in_force_is_last_years_form_though_another_was_begun(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var form = await county.StoreAsync("供水管网改造");
        await county.StoreAsync("供水管网改造", total: "20", year: 2022, status: FormStatus.Approved);
        await county.StoreAsync("供水管网改造", total: "21", year: 2022, round: 2, status: FormStatus.Approved);
        await county.StoreAsync("供水管网改造", total: "22", year: 2022, round: 3);

        Assert.Equal("21.00", (await county.ContextAsync(form)).LastYear!.Form!.FundsOf("total").Text);
    }

    [Theory, EachDatabase]
    public async Task There_is_no_last_years_form_where_the_project_had_none(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var form = await county.StoreAsync("供水管网改造");
        await county.StoreAsync("供水管网改造", year: 2021);
        await county.StoreAsync("河道清淤", year: 2022);

        Assert.Equal(new YearBefore(null), (await county.ContextAsync(form)).LastYear);
    }

    [Theory, EachDatabase]
    public async Task The_projects_of_the_department_and_its_units_that_have_no_form_yet_are_counted(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var form = await county.StoreAsync("供水管网改造");
        await county.StoreAsync("水库除险", status: FormStatus.Deleted);
        await county.StoreAsync("河道清淤", year: 2022, unit: county.Station);
        await county.StoreAsync("校舍维修", year: 2022, department: county.Schools);
        await county.ApproveTotalAsync(2023, county.Department, 1);

        Assert.Equal(2, (await county.ContextAsync(form)).Bureau!.ProjectsWithoutForm);
    }

    /// <summary>What is finer than a 分 is no amount, and yet it is at least so much.</summary>
    [Theory, EachDatabase]
    public async Task A_stored_total_that_is_no_amount_is_known_as_typed(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var form = await county.StoreAsync("供水管网改造", total: "36");
        await county.StoreAsync("河道清淤", total: "24.0000001");
        await county.StoreAsync("水库除险", total: "三十万");

        var totals = (await county.ContextAsync(form)).Bureau!.Forms.OrderBy(one => one.ProjectName, StringComparer.Ordinal).Select(one => (one.Total.Text, one.Total.Least?.Fen));

        Assert.Equal([("36.00", 36L * Money.FenPerWan), ("三十万", null), ("24.0000001", 24L * Money.FenPerWan)], totals);
    }

    [Theory, EachDatabase]
    public async Task Forms_count_as_they_stand_before_us_stored_or_not(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var stored = await county.StoreAsync("供水管网改造", total: "36");
        var begun = county.Form("河道清淤", total: "24");

        await using var db = county.Database.CreateContext();
        var form = await db.Forms.WithContent().SingleAsync(one => one.Id == stored.Id, Given.Cancel);
        form.Replace(form.Content with { Funds = [CheckForms.Entry("total", "40")] }, Actor.Console, Given.At);
        db.Add(begun);
        var contexts = await new CheckContexts(db, new NamedPdfs(), new RememberedRows(), new RememberedNeighbours(TimeProvider.System)).OfAsync([form, begun], Given.Cancel);

        Assert.Equal([40L * Money.FenPerWan, 24L * Money.FenPerWan], contexts[begun.Id].Bureau!.Forms.Select(one => one.Total.Value?.Fen ?? 0));
        Assert.Same(contexts[form.Id].Bureau, contexts[begun.Id].Bureau);
    }

    [Theory, EachDatabase]
    public async Task Forms_of_several_departments_and_years_are_each_put_among_their_own(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        TargetForm[] stored =
        [
            await county.StoreAsync("供水管网改造"), await county.StoreAsync("供水管网改造", year: 2022), await county.StoreAsync("校舍维修", department: county.Schools),
        ];

        var contexts = await county.ContextsAsync(stored);

        Assert.Equal(["供水管网改造", "供水管网改造", "校舍维修"], stored.Select(form => Assert.Single(contexts[form.Id].Bureau!.Forms).ProjectName));
        Assert.Equal([2023, 2022, 2023], stored.Select(form => contexts[form.Id].Year));
        Assert.Equal([true, false], stored.Take(2).Select(form => contexts[form.Id].LastYear!.Form is not null));
    }

    [Theory, EachDatabase]
    public async Task Forty_forms_take_no_more_queries_than_one(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        var forms = new List<TargetForm>();
        for (var i = 0; i < 40; i++)
        {
            forms.Add(await county.StoreAsync($"项目 {i}", rows: [Given.Row("合格率", "100%")]));
            await county.StoreAsync($"项目 {i}", year: 2022, rows: [Given.Row("合格率", "100%")]);
        }

        var (one, all) = (await county.QueriesAsync(forms[..1]), await county.QueriesAsync(forms));

        Assert.InRange(one, 1, 8);
        Assert.InRange(all, 1, one);
    }

    [Theory, EachDatabase]
    public async Task The_first_form_of_a_department_is_held_against_the_approved_total_before_it_is_stored(DatabaseProvider provider)
    {
        await using var county = await CheckedCounty.CreateAsync(provider);
        await county.ApproveTotalAsync(2023, county.Department, 3);
        await using var db = county.Database.CreateContext();
        var form = county.Form("供水管网改造");
        db.Add(form);
        db.Entry(form).Reference(one => one.BudgetYear).Load();

        var context = await new CheckContexts(db, new NamedPdfs(), new RememberedRows(), new RememberedNeighbours(TimeProvider.System)).OfAsync(form, Given.Cancel);

        Assert.Equal(new Money(3), context.Bureau!.ApprovedTotal);
    }

    [Fact]
    public async Task Without_forms_there_are_no_queries()
    {
        await using var county = await CheckedCounty.CreateAsync(DatabaseProvider.Sqlite);

        Assert.Equal(0, await county.QueriesAsync([]));
    }

    [Fact]
    public void The_forms_of_a_file_are_each_others_bureau_department_by_department()
    {
        var file = FormFileTests.Read(FormFileTests.Seed());
        file = file with { Tables = [file.Tables[0], file.Tables[1], file.Tables[2] with { Department = "教育局" }] };

        var contexts = CheckContexts.OfFile(file, CheckForms.Ningxia, "seed.json", CheckForms.Unprintable);

        Assert.Same(contexts[0].Bureau, contexts[1].Bureau);
        Assert.Equal(contexts.Take(2).Select(context => context.FormId), contexts[0].Bureau!.Forms.Select(form => form.FormId));
        Assert.Equal([36L * Money.FenPerWan, 367_000_00L], contexts[0].Bureau!.Forms.Select(form => form.Total.Value?.Fen ?? 0));
        Assert.Equal(contexts[2].FormId, Assert.Single(contexts[2].Bureau!.Forms).FormId);
        Assert.Equal(0, contexts[0].Bureau!.ProjectsWithoutForm);
        Assert.Equal(contexts[0].Form.Indicators, contexts[0].Bureau!.Forms[0].Rows);
        Assert.All(contexts, context => Assert.Null(context.LastYear));
    }
}
