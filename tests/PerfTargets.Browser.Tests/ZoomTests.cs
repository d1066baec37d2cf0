using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>At 200 % on the usual screen, which leaves 683×384 pixels.</summary>
public sealed class ZoomTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Quantity = "数量指标";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_is_filled_in_and_sent_up_without_scrolling_sideways(bool javaScript)
    {
        var content = County.SeedContents[1];
        var county = await OwnCountyAsync(County.BeforeAnyFormAsync);
        var clerk = await PersonAsync(county, javaScript);
        await clerk.Page.SetViewportSizeAsync(683, 384);
        var workbench = await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        await FitsAsync(clerk);
        await workbench.ChooseNewFormAsync();
        await FitsAsync(clerk);
        var edit = await workbench.StartFormAsync(content.ProjectName);

        await edit.TypeAsync(content, exceptGroup: Quantity);
        await edit.AddRowAsync(Quantity);
        Assert.True(await edit.ShowsItsTargetAsync());
        await FitsAsync(clerk);
        var row = content.RowsOf("output.quantity").Single();
        await edit.TypeRowAsync(Quantity, row.Name, row.Value, number: 1);
        await edit.RemoveRowAsync(Quantity, 2);
        await FitsAsync(clerk);
        var check = await edit.CheckAsync();
        await FitsAsync(clerk);
        var details = await check.SubmitAsync();
        await FitsAsync(clerk);

        Assert.Equal("待单位审核", await details.StatusAsync());
    }

    [Fact]
    public async Task The_preview_of_a_paste_and_what_is_said_at_the_foot_fit_too()
    {
        var county = await OwnCountyAsync(County.WithDraftsAsync);
        var clerk = await PersonAsync(county);
        await clerk.Page.SetViewportSizeAsync(683, 384);
        await (await new SignInPage(clerk).OpenAsync()).SignInAsync(Account.Clerk);
        var edit = await new EditPage(clerk).OpenAsync(await county.FormIdAsync(County.SeedContents[1].ProjectName));

        await edit.PasteAsync(Quantity, null, string.Concat(Enumerable.Range(1, 20).Select(number => $"企业技术中心奖补项目现场核查第 {number} 批\t≥{number} 户\t备注\n")));
        await FitsAsync(clerk);
        await clerk.HasNoAxeViolationAsync();
        await edit.AnswerAsync("粘贴");

        await FitsAsync(clerk);
        Assert.True(await clerk.Page.Locator(".foot-notices").EvaluateAsync<bool>("(foot) => foot.getBoundingClientRect().height < innerHeight / 2"));
    }

    private static async Task FitsAsync(Person clerk)
    {
        await clerk.Page.HasNoSidewaysScrollingAsync();
        await clerk.Page.HasWholeTablesAsync();
    }
}
