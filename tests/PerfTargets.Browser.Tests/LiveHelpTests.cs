using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>Running sums and the characters that are left: said while one types, and never as an error.</summary>
public sealed class LiveHelpTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Cost = "成本指标";

    /// <summary>36.7 万元, all of it 财政拨款, and one row of 成本指标 with the same sum.</summary>
    private static readonly string Project = County.SeedContents[1].ProjectName;

    private Person _clerk = null!;
    private SheetPage _sheet = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        _clerk = await PersonAsync(county);
        await (await new SignInPage(_clerk).OpenAsync()).SignInAsync(Account.Clerk);
        await new EditPage(_clerk).OpenAsync(await county.FormIdAsync(Project));
        _sheet = new SheetPage(_clerk);
    }

    [Theory]
    [InlineData("36", "30", "6", "各项合计 36.00 万元，与总额相等")]
    [InlineData("36", "30", "", "各项合计 30.00 万元，比总额少 6.00 万元")]
    [InlineData("36", "３０．５", "6 万元", "各项合计 36.50 万元，比总额多 0.50 万元")]
    [InlineData("1,000", "999.999999", "0.000001", "各项合计 1000.00 万元，与总额相等")]
    [InlineData("", "30", "6", "各项合计 36.00 万元")]
    [InlineData("36 万", "30 万", "6万元", "各项合计 36.00 万元，与总额相等")]
    [InlineData("36", "三十", "6", "")]
    [InlineData("36", "", "", "")]
    public async Task The_parts_of_the_funds_are_added_up_while_they_are_typed(string total, string fiscal, string other, string expected)
    {
        await _sheet.Funds("total").FillAsync(total);
        await _sheet.Funds("fiscal").FillAsync(fiscal);
        await _sheet.Funds("other").FillAsync(other);

        Assert.Equal(expected, await _sheet.FundsSum.InnerTextAsync());
    }

    [Fact]
    public async Task The_costs_are_added_up_but_for_what_is_no_part_of_the_sum()
    {
        await _sheet.Funds("total").FillAsync("36");
        string[][] rows = [["培训费", "≤20 万元"], ["高标准农田建设", "15.5万元"], ["每人补助", "0.2 万元"], ["补助标准", "1 万元"], ["总成本", "36 万元"], ["设备", "50 元/台"], ["印刷", "不超过 5000元"], ["人均总成本", "500元"]];
        await EnterAsync(rows);
        Assert.Equal("3 行金额合计 36.00 万元，与总额相等；写明总额的 1 行不重复计入", await _sheet.CostSum.InnerTextAsync());

        await _sheet.Value(Cost, 2).FillAsync("16.5 万元");
        Assert.Equal("3 行金额合计 37.00 万元，比总额多 1.00 万元；写明总额的 1 行不重复计入", await _sheet.CostSum.InnerTextAsync());
        await _sheet.Name(Cost, 3).FillAsync("补助");
        Assert.Equal("4 行金额合计 37.20 万元，比总额多 1.20 万元；写明总额的 1 行不重复计入", await _sheet.CostSum.InnerTextAsync());
        await _sheet.PressButtonAsync($"删除 {Cost}第 2 行");
        Assert.Equal("3 行金额合计 20.70 万元，比总额少 15.30 万元；写明总额的 1 行不重复计入", await _sheet.CostSum.InnerTextAsync());
        await _clerk.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("4 行金额合计 37.20 万元，比总额多 1.20 万元；写明总额的 1 行不重复计入", await _sheet.CostSum.InnerTextAsync());
        await _sheet.Funds("total").FillAsync("37.2");
        Assert.Equal("4 行金额合计 37.20 万元，与总额相等；写明总额的 1 行不重复计入", await _sheet.CostSum.InnerTextAsync());
    }

    [Fact]
    public async Task A_sum_moves_nothing_when_it_comes_and_is_no_error()
    {
        await _sheet.Funds("fiscal").FillAsync("");
        await _sheet.Value(Cost).FillAsync("另定");
        var end = await EndOfSheetAsync();

        await _sheet.Funds("fiscal").FillAsync("10");
        await _sheet.Value(Cost).FillAsync("8 万元");

        Assert.Equal("各项合计 10.00 万元，比总额少 26.70 万元", await _sheet.FundsSum.InnerTextAsync());
        Assert.Equal("1 行金额合计 8.00 万元，比总额少 28.70 万元", await _sheet.CostSum.InnerTextAsync());
        Assert.Equal(end, await EndOfSheetAsync());
        Assert.Empty(await new EditPage(_clerk).MessagesAsync());
    }

    [Theory]
    [InlineData("name", 500)]
    [InlineData("value", 500)]
    [InlineData("goal", 5000)]
    public async Task What_is_left_is_said_near_the_limit_only_and_typing_beyond_is_not_stopped(string which, int limit)
    {
        var field = which switch { "name" => _sheet.Name(Cost), "value" => _sheet.Value(Cost), _ => _sheet.Goal };
        await field.FillAsync(new string('字', limit / 2));
        var far = await _sheet.Remaining.CountAsync();
        await field.FillAsync(new string('字', limit - 3));
        var near = await _sheet.Remaining.InnerTextAsync();
        await field.FillAsync(new string('字', limit + 2));

        Assert.Equal((0, "还可输入 3 字"), (far, near));
        Assert.Equal("超出 2 字", await _sheet.Remaining.InnerTextAsync());
        Assert.Equal(limit + 2, (await field.InputValueAsync()).Length);
        await _clerk.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(0, await _sheet.Remaining.CountAsync());
    }

    [Fact]
    public async Task The_reasons_have_a_limit_too_and_say_what_is_left()
    {
        await _clerk.Page.Locator("details.na summary").First.ClickAsync();
        await _clerk.Page.Locator("textarea[name^='na-reason-']").First.FillAsync(new string('字', 499));
        Assert.Equal("还可输入 1 字", await _sheet.Remaining.InnerTextAsync());
    }

    private async Task EnterAsync(string[][] rows)
    {
        for (var number = 1; number <= rows.Length; number++)
        {
            if (number > 1)
                await _sheet.PressButtonAsync("增加一行 " + Cost);
            int? which = number > 1 ? number : null;
            await _sheet.Name(Cost, which).FillAsync(rows[number - 1][0]);
            await _sheet.Value(Cost, which).FillAsync(rows[number - 1][1]);
        }
    }

    private Task<double> EndOfSheetAsync() => _clerk.Page.Locator("table.form").EvaluateAsync<double>("(table) => table.getBoundingClientRect().height");
}
