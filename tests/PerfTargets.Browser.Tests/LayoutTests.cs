using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Support;

namespace PerfTargets.Browser.Tests;

/// <summary>The editor's sheet with the four real forms.</summary>
public sealed partial class LayoutTests(Chromium chromium, CountyWithDrafts shared) : BrowserTest(chromium), IClassFixture<CountyWithDrafts>
{
    public static TheoryData<string> Projects => [.. County.Seed.Tables.Select(table => table.ProjectName)];

    [Theory, MemberData(nameof(Projects))]
    public async Task No_text_is_clipped_where_a_browser_does_not_size_fields_itself(string project)
    {
        var clerk = await OldBrowserAsync();

        var edit = await OpenAsync(clerk, project);
        await edit.UnfoldAsync();

        Assert.Empty(await edit.ClippedTextsAsync());
        await clerk.Page.SetViewportSizeAsync(1024, 768);
        Assert.Empty(await edit.ClippedTextsAsync());
    }

    [Fact]
    public async Task The_rail_stands_beside_the_sheet_and_under_it_where_that_is_narrow()
    {
        var clerk = await SignedInAsync(await PersonAsync(await shared.GetAsync(), javaScript: false));
        var edit = await OpenAsync(clerk, County.SeedContents[3].ProjectName);
        Assert.False(await edit.RailIsUnderTheSheetAsync());

        await clerk.Page.SetViewportSizeAsync(1024, 768);

        Assert.True(await edit.RailIsUnderTheSheetAsync());
    }

    [Fact]
    public async Task The_workbench_fits_a_narrow_window_and_its_list_is_reached_by_keyboard()
    {
        var clerk = await SignedInAsync(await PersonAsync(await shared.GetAsync(), javaScript: false));

        await clerk.Page.SetViewportSizeAsync(683, 768);
        await clerk.OpenAsync("/");

        var list = clerk.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "待我办理列表" });
        Assert.True(await list.EvaluateAsync<bool>("(box) => box.scrollWidth <= box.clientWidth"));
        await clerk.Page.TabToAsync(list);
    }

    private static async Task<EditPage> OpenAsync(Person clerk, string project) =>
        await new EditPage(clerk).OpenAsync(await clerk.County.FormIdAsync(project));

    /// <summary>Without JavaScript, and with a stylesheet that says nothing of field-sizing, which browsers before 2024 do not know.</summary>
    private async Task<Person> OldBrowserAsync()
    {
        var person = await PersonAsync(await shared.GetAsync(), javaScript: false);
        await person.Page.RouteAsync(StyleSheet(), async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = FieldSizing().Replace(await answer.TextAsync(), "") });
        });
        return await SignedInAsync(person);
    }

    private static async Task<Person> SignedInAsync(Person person)
    {
        await (await new SignInPage(person).OpenAsync()).SignInAsync(Account.Clerk);
        return person;
    }

    [GeneratedRegex(@"/css/site[^/]*\.css")]
    private static partial Regex StyleSheet();

    [GeneratedRegex(@"field-sizing:\s*content;?")]
    private static partial Regex FieldSizing();
}
