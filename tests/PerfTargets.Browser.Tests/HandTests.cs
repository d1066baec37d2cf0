using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;

namespace PerfTargets.Browser.Tests;

/// <summary>Others' texts come in while the hand is somewhere in the sheet: it stays there, and so does what it has opened.</summary>
public sealed class HandTests(Chromium chromium) : DraftTest(chromium)
{
    private const string Lone = "可持续影响指标", LoneKey = "benefit.sustainability";
    private const string Quantity = "数量指标";

    [Fact]
    public async Task In_the_blank_row_of_an_empty_group()
    {
        await Office.SaveAsync(content => content with { Indicators = [.. content.Indicators.Where(row => row.GroupKey != LoneKey)] });
        var (clerk, edit) = await EditAsync();

        await MergeAsync(clerk, edit, () => edit.FocusNameAsync(Lone));
        await clerk.Page.Keyboard.TypeAsync("新开头的指标");

        Assert.Equal("新开头的指标", await edit.NameAsync(Lone));
    }

    [Fact]
    public async Task In_a_blank_row_that_was_added()
    {
        var (clerk, edit) = await EditAsync();
        await edit.AddRowAsync(Quantity);

        await MergeAsync(clerk, edit, () => edit.FocusNameAsync(Quantity, 2));
        await clerk.Page.Keyboard.TypeAsync("新开头的指标");

        Assert.Equal("新开头的指标", await edit.NameAsync(Quantity, 2));
    }

    [Theory]
    [InlineData("button[value='add:output.quantity']")]
    [InlineData(".ops button[value^='remove:']")]
    [InlineData("td.group[data-group='benefit.ecological'] summary")]
    [InlineData("input[name='na'][value='benefit.ecological']")]
    [InlineData("#projectAttribute")]
    public async Task On_a_button_a_box_or_a_choice(string selector)
    {
        var (clerk, edit) = await EditAsync();
        var place = clerk.Page.Locator(selector).First;
        await clerk.Page.Locator("td.group[data-group='benefit.ecological'] summary").First.ClickAsync();

        await MergeAsync(clerk, edit, () => place.FocusAsync());

        Assert.True(await place.EvaluateAsync<bool>("(one) => one === document.activeElement"));
    }

    [Fact]
    public async Task On_a_row_that_a_colleague_has_deleted_it_goes_to_the_button_that_adds_one()
    {
        var (clerk, edit) = await EditAsync();
        var group = County.Template.Groups.First(one => one.Label == Quantity);

        await MergeAsync(clerk, edit, () => edit.FocusNameAsync(Quantity), content => content with { Indicators = [.. content.Indicators.Where(row => row.GroupKey != group.Key)] });

        Assert.Equal("增加一行 " + Quantity, await edit.FocusedFieldAsync());
    }

    [Fact]
    public async Task In_the_library_with_the_letters_typed_there()
    {
        var (clerk, edit) = await EditAsync();
        await edit.AddRowAsync(Quantity);

        await MergeAsync(clerk, edit, async () =>
        {
            await edit.FocusNameAsync(Quantity, 2);
            await clerk.Page.Keyboard.PressAsync("Alt+k");
            await clerk.Page.Keyboard.TypeAsync("px");
        });
        await clerk.Page.Keyboard.TypeAsync("rs");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.Equal("培训人数", await edit.NameAsync(Quantity, 2));
    }

    [Fact]
    public async Task Out_of_the_library_it_goes_back_to_the_row_from_which_that_was_opened()
    {
        var (clerk, edit) = await EditAsync();

        await MergeAsync(clerk, edit, async () =>
        {
            await edit.FocusNameAsync(Quantity);
            await clerk.Page.Keyboard.PressAsync("Alt+k");
        });
        await clerk.Page.Keyboard.PressAsync("Escape");

        Assert.Equal($"{Quantity} 三级指标", await edit.FocusedFieldAsync());
        var button = clerk.Page.GetByRole(AriaRole.Button, new() { Name = "从指标库选 " + Quantity });
        Assert.Equal(("快捷键 Alt+K", "Alt+K", "dialog"),
            (await button.GetAttributeAsync("title"), await button.GetAttributeAsync("aria-keyshortcuts"), await button.GetAttributeAsync("aria-haspopup")));
    }

    /// <summary>A colleague's text elsewhere comes in with the next save; when that is under way, the hand goes somewhere.</summary>
    private async Task MergeAsync(Person clerk, EditPage edit, Func<Task> go, Func<FormContent, FormContent>? change = null)
    {
        await Office.SaveAsync(change ?? (content => content with { ProjectPeriod = "2 年" }));
        var (asked, answer) = await HoldSavesAsync(clerk);
        await edit.TypeGoalAsync(Goal);
        await asked;
        await go();
        answer.SetResult();
        await edit.SaysAsync("✓ 已保存");
    }
}
