using System.Collections.Concurrent;
using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>While an input method is at work nothing moves, counts, saves or is sent; its Enter is no Enter.</summary>
public sealed class CompositionTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Cost = "成本指标";
    private const string Quantity = "数量指标";

    private static readonly string Project = County.SeedContents[1].ProjectName;

    private readonly ConcurrentQueue<string> _posts = new();

    private Person _clerk = null!;
    private SheetPage _sheet = null!;
    private InputMethod _inputMethod = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        _clerk = await PersonAsync(county);
        await (await new SignInPage(_clerk).OpenAsync()).SignInAsync(Account.Clerk);
        await _clerk.Page.Clock.InstallAsync();
        await new EditPage(_clerk).OpenAsync(await county.FormIdAsync(Project));
        await _clerk.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        _sheet = new SheetPage(_clerk);
        _inputMethod = await InputMethod.OfAsync(_clerk);
        _clerk.Page.Request += (_, request) => { if (request.Method == "POST") _posts.Enqueue(request.Url); };
    }

    [Fact]
    public async Task Half_a_word_is_not_saved_and_the_whole_one_is()
    {
        var meanwhile = await PostsOverHalfAWordAsync();
        await _inputMethod.TakeAsync("目标");
        await _clerk.Page.Clock.RunForAsync(10_000);
        await new EditPage(_clerk).SaysAsync("✓ 已保存");

        Assert.Empty(meanwhile);
        Assert.Equal("目标", await _sheet.Goal.InputValueAsync());
    }

    [Fact]
    public async Task What_has_waited_long_enough_is_saved_as_soon_as_the_word_is_whole()
    {
        var meanwhile = await PostsOverHalfAWordAsync();
        await _inputMethod.TakeAsync("目标");
        await _clerk.Page.Clock.RunForAsync(10);
        await new EditPage(_clerk).SaysAsync("✓ 已保存");

        Assert.Empty(meanwhile);
    }

    [Fact]
    public async Task Letters_under_way_are_not_counted()
    {
        await _sheet.Goal.FillAsync(new string('字', 4990));
        await _sheet.Goal.PressAsync("End");
        await _inputMethod.TypeAsync("mubiao");
        var meanwhile = await _sheet.Remaining.InnerTextAsync();
        await _inputMethod.TakeAsync("目标");
        await _clerk.Page.Clock.RunForAsync(1);

        Assert.Equal("还可输入 10 字", meanwhile);
        Assert.Equal("还可输入 8 字", await _sheet.Remaining.InnerTextAsync());
    }

    [Fact]
    public async Task A_sum_waits_for_the_amount_and_the_buttons_of_a_row_for_its_text()
    {
        await _sheet.Name(Cost).FillAsync("培训费");
        await _sheet.Value(Cost).FillAsync("");
        var (sum, buttons) = (await _sheet.CostSum.InnerTextAsync(), await _sheet.ButtonsAsync(Cost));
        await _sheet.Name(Cost).FillAsync("");
        var blank = await _sheet.ButtonsAsync(Cost);

        await _sheet.Value(Cost).FocusAsync();
        await _inputMethod.TypeAsync("8万元");
        var (sumMeanwhile, buttonsMeanwhile) = (await _sheet.CostSum.InnerTextAsync(), await _sheet.ButtonsAsync(Cost));
        await _inputMethod.TakeAsync("8万元");
        await _clerk.Page.Clock.RunForAsync(1);

        Assert.Equal("", sum);
        Assert.Equal(["删除 成本指标"], buttons);
        Assert.Empty(blank);
        Assert.Equal("", sumMeanwhile);
        Assert.Empty(buttonsMeanwhile);
        Assert.StartsWith("1 行金额合计 8.00 万元", await _sheet.CostSum.InnerTextAsync());
        Assert.Equal(["删除 成本指标"], await _sheet.ButtonsAsync(Cost));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_Enter_that_confirms_stays_in_the_row_and_the_next_one_goes_down(bool isReportedAsTheirs)
    {
        await _sheet.PressButtonAsync("增加一行 " + Quantity);
        await _sheet.Name(Quantity, 1).FillAsync("");
        await _inputMethod.TypeAsync("peixun");
        await _inputMethod.EnterAsync(isReportedAsTheirs);
        var meanwhile = await _sheet.FocusAsync();
        await _inputMethod.TakeAsync("培训");
        var taken = await _sheet.Name(Quantity, 1).InputValueAsync();
        await _clerk.Page.Keyboard.PressAsync("Enter");

        Assert.Equal($"{Quantity}第 1 行 三级指标", meanwhile);
        Assert.Equal("培训", taken);
        Assert.Equal($"{Quantity}第 2 行 三级指标", await _sheet.FocusAsync());
        Assert.Equal(["培训", ""], await _sheet.NamesAsync(Quantity));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_Enter_that_confirms_sends_nothing(bool isReportedAsTheirs)
    {
        await _sheet.Funds("total").FillAsync("");
        await _inputMethod.TypeAsync("36");
        await _inputMethod.EnterAsync(isReportedAsTheirs);
        await _inputMethod.TakeAsync("36");

        Assert.Empty(_posts);
        Assert.Equal("36", await _sheet.Funds("total").InputValueAsync());
    }

    [Fact]
    public async Task Keys_of_an_input_method_move_no_row()
    {
        var names = await _sheet.NamesAsync(Quantity);
        await _sheet.PressButtonAsync("增加一行 " + Quantity);
        await _inputMethod.TypeAsync("pei");
        await _clerk.Page.Keyboard.PressAsync("Control+ArrowUp");
        await _clerk.Page.Keyboard.PressAsync("Control+Enter");
        await _inputMethod.TakeAsync("培训");

        Assert.Equal([.. names, "培训"], await _sheet.NamesAsync(Quantity));
    }

    [Fact]
    public async Task An_input_method_that_ends_without_a_word_is_over_with_the_next_letter()
    {
        await _sheet.Goal.FillAsync("");
        await _sheet.Goal.DispatchEventAsync("compositionstart");
        await _clerk.Page.Keyboard.TypeAsync("目标");
        await _clerk.Page.Clock.RunForAsync(10_000);

        await new EditPage(_clerk).SaysAsync("✓ 已保存");
    }

    [Fact]
    public async Task An_input_method_that_never_says_it_has_ended_does_not_stop_the_saving()
    {
        await _sheet.Goal.FillAsync("");
        await _sheet.Goal.DispatchEventAsync("compositionstart");
        await _clerk.Page.Keyboard.TypeAsync("目标");
        await _sheet.Name(Quantity).FocusAsync();
        await _clerk.Page.Clock.RunForAsync(10_000);

        await new EditPage(_clerk).SaysAsync("✓ 已保存");
    }

    /// <summary>Half a word stands in the goal for a minute.</summary>
    private async Task<string[]> PostsOverHalfAWordAsync()
    {
        await _sheet.Goal.FillAsync("");
        await _sheet.Goal.FocusAsync();
        await _inputMethod.TypeAsync("mubiao");
        await _clerk.Page.Clock.RunForAsync(60_000);
        return [.. _posts];
    }
}
