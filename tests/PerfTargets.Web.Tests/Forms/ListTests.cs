using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Databases;
using PerfTargets.Web.Pages.Forms;

namespace PerfTargets.Web.Tests.Forms;

public sealed class ListTests
{
    [Theory, EachDatabase]
    public async Task The_list_is_narrowed_by_the_address_and_each_part_can_be_taken_away(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        await scene.SentFormAsync();
        await scene.NewFormAsync(await county.AddProjectAsync($"又一个{county.Mark}", county.Department));

        var all = await scene.OpenAsync(county.Filler, "/forms");
        var drafts = await scene.OpenAsync(county.Filler, $"/forms?year={county.Year}&status=Draft&q={Uri.EscapeDataString("又一个")}");
        var nothing = await scene.OpenAsync(county.Filler, "/forms?q=%00&p=-3&status=bogus");

        Assert.Contains("共 2 份，资金合计 10.00 万元", all.Body, StringComparison.Ordinal);
        Assert.Single(drafts.Document.QuerySelectorAll(".list tbody tr"));
        Assert.Equal(
            [$"/forms?year={county.Year}&status=Draft", $"/forms?status=Draft&q={Uri.EscapeDataString("又一个")}", $"/forms?year={county.Year}&q={Uri.EscapeDataString("又一个")}"],
            drafts.Document.QuerySelectorAll(".chosen a").Select(link => link.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.OK, nothing.Status);
        Assert.Contains("没有符合条件的目标表", nothing.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, FormStatus.Draft, "未送审")]
    [InlineData(0, FormStatus.Approved, "由文件导入")]
    [InlineData(1, FormStatus.Approved, "首次送审")]
    [InlineData(2, FormStatus.Returned, "第 2 次送审")]
    public void How_often_a_form_was_sent_up_is_said_in_words(int count, FormStatus status, string words) => Assert.Equal(words, FormWords.SubmissionWord(count, status));

    [Theory, EachDatabase]
    public async Task Thirty_forms_stand_on_a_page(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        foreach (var number in Enumerable.Range(1, 31))
            await scene.NewFormAsync(await scene.County.AddProjectAsync($"项目{number:D2}", scene.County.Department, $"N{scene.County.Mark}{number:D2}"));

        var (first, second) = (await scene.OpenAsync(scene.County.Filler, "/forms"), await scene.OpenAsync(scene.County.Filler, "/forms?p=2"));

        Assert.Equal(30, first.Document.QuerySelectorAll(".list tbody tr").Length);
        Assert.Contains("项目01", first.Find(".list tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal("/forms?p=2", first.Find(".pager a").GetAttribute("href"));
        Assert.Contains("项目31", second.Find(".list tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_workbench_shows_what_waits_with_the_returns_first_words_and_counts_that_lead_to_the_same_list(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var county = scene.County;
        var id = await scene.SentFormAsync();

        var reviewer = await scene.OpenAsync(county.UnitReviewer, "/");
        await scene.ActAsync(county.UnitReviewer, id, "退回修改", ("opinion", "时效日期有误"));
        var clerk = await scene.OpenAsync(county.Filler, "/");
        var idle = await scene.OpenAsync(county.SectionReviewer, "/");

        Assert.Equal("1", reviewer.Find("a.tile[href='/forms?status=waiting'] b").TextContent);
        Assert.Contains(county.Project.Name, reviewer.Find(".list").TextContent, StringComparison.Ordinal);
        Assert.Contains("时效日期有误", clerk.Find(".list .why").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/forms/{id}/edit", clerk.Find(".list tbody a").GetAttribute("href"));
        Assert.Contains("没有等您审核的目标表", idle.Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Where_forms_of_an_earlier_year_wait_too_the_workbench_says_of_which_year_the_figures_and_such_a_form_are(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var year = scene.County.Year;
        var earlier = await scene.OpenAsync(scene.County.Filler, "/");
        await scene.NewFormAsync();
        var both = await scene.OpenAsync(scene.County.Filler, "/");

        Assert.Equal([$"{year - 1} 年度"], earlier.Document.QuerySelectorAll(".list tbody th .tag").Select(tag => tag.TextContent));
        Assert.Equal([$"草稿（{year} 年度）"], both.Document.QuerySelectorAll(".tile span").Select(words => words.TextContent).Where(words => words.StartsWith("草稿", StringComparison.Ordinal)));
        Assert.Equal(2, both.Document.QuerySelectorAll(".list tbody tr").Length);
        Assert.Equal([$"{year - 1} 年度"], both.Document.QuerySelectorAll(".list tbody th .tag").Select(tag => tag.TextContent));
    }

    [Theory, EachDatabase]
    public async Task A_review_that_waits_for_more_than_five_days_is_red(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        await using var app = scene.App;
        var id = await scene.SentFormAsync();

        app.Time.Advance(TimeSpan.FromDays(5));
        using (var after = await scene.County.BrowserOfAsync(scene.County.UnitReviewer))
            Assert.Contains("5 天", (await after.OpenAsync("/")).Find(".list tbody tr").TextContent, StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromDays(1));
        using var late = await scene.County.BrowserOfAsync(scene.County.UnitReviewer);
        var page = await late.OpenAsync("/");

        Assert.Contains("6 天，超 5 天未审", page.Find(".list .tag-red").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 份超 5 天未审", page.Find(".tile-hot").TextContent, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, id);
    }

    [Theory, EachDatabase]
    public async Task The_dates_of_the_year_are_told_in_words(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnOwnAsync(provider);
        await using var app = scene.App;

        var page = await scene.OpenAsync(scene.County.Filler, "/");

        Assert.Contains($"{scene.County.Year} 年度：填报截止 2027-05-10，还有 89 天；关闭填报 2027-06-10", page.Body, StringComparison.Ordinal);
        Assert.Contains("请点右上角的“新建目标表”", page.Body, StringComparison.Ordinal);
    }
}
