using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;
using static PerfTargets.Web.Tests.Forms.LastYearScene;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>复制上年 into one form.</summary>
public sealed class LastYearTests
{
    [Theory, EachDatabase]
    public async Task A_new_form_begins_with_what_the_clerk_takes_of_last_years(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);
        var (county, clerk) = (scene.County, await scene.AsAsync(scene.County.Filler));
        var start = await clerk.OpenAsync($"/forms/new?year={county.Year}");

        var preview = await clerk.SubmitAndFollowAsync(start, "复制上年，开始填报…", ("project", county.Project.Id.ToString()));
        var edit = await clerk.SubmitAndFollowAsync(preview, Take);

        Assert.Contains($"有 {county.Year - 1} 年度的目标表", start.Body, StringComparison.Ordinal);
        Assert.Equal(["projectAttribute", "projectPeriod", "overallGoal", "group-output-quantity", "group-output-cost"], Ticked(preview));
        Assert.Contains("已复制所选的内容，标为“待核对”", edit.Note, StringComparison.Ordinal);
        var form = await scene.StoredAsync(IdOf(edit));
        Assert.Equal((county.Project.Name, "经常性项目", "1 年", $"{county.Year - 1} 年培训 100 人次。"), (form.ProjectName, form.ProjectAttribute, form.ProjectPeriod, form.OverallGoal));
        Assert.Equal([$"{county.Year - 1} 年培训人次 ≥100 人次", "检查次数 4 次", "培训费用 ≤36 万元"], form.Content.Indicators.Select(row => $"{row.Name} {row.Value}"));
        Assert.All(form.Content.Funds, entry => Assert.Equal(Amount.Blank, entry.Amount));
        Assert.Equal(6, form.Content.Unconfirmed.Count);
    }

    [Theory, EachDatabase]
    public async Task What_stands_in_the_form_stays_unless_the_clerk_ticks_it(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);
        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, FormScene.Quantity);
        await scene.SaveAsync(page, null, ("overallGoal", "今年的目标"), ($"row-{row}-name", "检查次数"), ($"row-{row}-value", "6 次"));

        // The button beside 保存草稿 saves what is typed and leads on.
        var clerk = await scene.AsAsync(scene.County.Filler);
        var preview = await clerk.SubmitAndFollowAsync(await scene.EditAsync(id), "复制上年", ("projectPeriod", "3 年"));
        var body = preview.Body;
        await clerk.SubmitAsync(preview, Take);
        var form = await scene.StoredAsync(id);

        Assert.Equal(["projectAttribute", "group-output-cost"], Ticked(preview));
        Assert.Contains("选择后，下面的文字会被替换： 今年的目标", body, StringComparison.Ordinal);
        Assert.Contains("选择后，下面的内容保留，上年的行加在后面： 检查次数6 次", body, StringComparison.Ordinal);
        Assert.Contains("本年度已有同名的行", body, StringComparison.Ordinal);
        Assert.Equal(("今年的目标", "3 年", "经常性项目"), (form.OverallGoal, form.ProjectPeriod, form.ProjectAttribute));
        Assert.Equal(["检查次数", "培训费用"], form.Content.Indicators.Select(one => one.Name));
    }

    [Theory, EachDatabase]
    public async Task The_same_post_twice_copies_once_and_an_old_page_copies_nothing(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);
        var id = await scene.NewFormAsync();
        var clerk = await scene.AsAsync(scene.County.Filler);
        var (page, old) = (await PreviewAsync(scene, id), await PreviewAsync(scene, id));

        var first = await clerk.SubmitAsync(page, Take);
        var second = await clerk.SubmitAsync(page, Take);
        var stale = await clerk.SubmitAsync(old, Take);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.Status, second.Status, stale.Status));
        Assert.Contains("没有复制", Assert.Single(stale.Problems), StringComparison.Ordinal);
        Assert.Equal((3, 2L), ((await scene.StoredAsync(id)).Content.Indicators.Count, (await scene.StoredAsync(id)).Version));
    }

    [Theory, EachDatabase]
    public async Task Nothing_ticked_and_another_state_of_last_years_form_than_was_seen_are_told(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);
        var id = await scene.NewFormAsync();
        var clerk = await scene.AsAsync(scene.County.Filler);
        var page = await PreviewAsync(scene, id);

        var none = await clerk.SubmitAsync(page, Take, ("pick", null));
        var other = await clerk.SubmitAsync(page, Take, ("source", $"{Guid.CreateVersion7():N}:1"));

        Assert.Equal((HttpStatusCode.BadRequest, "请先选择要复制的内容。"), (none.Status, Assert.Single(none.Problems)));
        Assert.Contains("上年的目标表在您打开本页之后有了变化，没有复制。", Assert.Single(other.Problems), StringComparison.Ordinal);
        Assert.Empty((await scene.StoredAsync(id)).Content.Indicators);
    }

    [Theory, EachDatabase]
    public async Task The_form_is_its_clerks_and_nobody_elses_to_copy_into(DatabaseProvider provider)
    {
        using var scene = await WithLastYearAsync(provider);
        var id = await scene.NewFormAsync();
        var copy = ("source", "");

        var stranger = await scene.OpenAsync(scene.County.UnitsFiller, $"/forms/{id}/last-year");
        var strangersPost = await scene.PostActionAsync(scene.County.UnitsFiller, id, "", "/last-year", copy);
        var reviewer = await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}/last-year");
        var reviewersPost = await scene.PostActionAsync(scene.County.UnitReviewer, id, "", "/last-year", copy);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stranger.Status, strangersPost.Status));
        Assert.Equal(($"/forms/{id}", HttpStatusCode.Forbidden), (reviewer.Address.AbsolutePath, reviewersPost.Status));
    }

    private static string[] Ticked(TestPage page) => [.. page.Document.QuerySelectorAll("input[name=pick][checked]").Select(one => one.GetAttribute("value")!)];
}
