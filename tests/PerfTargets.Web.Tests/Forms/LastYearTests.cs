using System.Net;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Databases;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>复制上年 into one form.</summary>
public sealed class LastYearTests
{
    private const string Take = "复制所选内容";

    [Theory, EachDatabase]
    public async Task A_new_form_begins_with_what_the_clerk_takes_of_last_years(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
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
    public async Task The_preview_marks_every_year_that_is_not_the_new_one_and_names_what_does_not_come(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);

        var preview = await PreviewAsync(scene, await scene.NewFormAsync());

        Assert.Contains("选择要复制的，按“复制所选内容”以前什么都不会改动", preview.Body, StringComparison.Ordinal);
        Assert.Equal([$"{scene.County.Year - 1}", $"{scene.County.Year - 1}"], preview.Document.QuerySelectorAll("table mark").Select(mark => mark.TextContent));
        Assert.Contains("有 2 处写着", preview.Body, StringComparison.Ordinal);
        Assert.Equal("年度资金总额（万元）不复制：请按本年度预算填写 36.00", Text(preview.Document.QuerySelectorAll("tr.rest")[0]));
    }

    [Theory, EachDatabase]
    public async Task Beside_each_field_stands_what_it_was_last_year(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var id = await scene.NewFormAsync();
        var page = await scene.EditAsync(id);
        var row = FormScene.RowOf(page, FormScene.Quantity);

        await scene.SaveAsync(page, null, ($"row-{row}-name", $"{scene.County.Year} 年培训人次"), ($"row-{row}-value", $"{scene.County.Year - 1} 年 5 月"));
        page = await scene.EditAsync(id);

        Assert.Equal("上年：36.00", NoteAt(page, "funds-total"));
        Assert.Equal("上年：经常性项目", NoteAt(page, "projectAttribute"));
        Assert.Equal($"上年：{scene.County.Year - 1} 年培训 100 人次。", NoteAt(page, "overallGoal"));
        Assert.Equal($"含上年年份 {scene.County.Year - 1} 上年：≥100 人次", NoteAt(page, $"row-{row}-value"));
        Assert.Contains($"row-{row}-value-says", page.Find($"#row-{row}-value").GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector($"#row-{row}-name-says .note"));
    }

    [Fact]
    public async Task A_project_that_is_called_after_last_year_is_marked_so()
    {
        using var scene = await LastYearScene.WithLastYearAsync(DatabaseProvider.Sqlite);
        var page = await scene.EditAsync(await scene.NewFormAsync());
        Assert.Null(page.Document.QuerySelector("#projectName-says .note"));

        await scene.SaveAsync(page, null, ("projectName", $"{scene.County.Year - 1} 年技能培训"));

        Assert.Equal($"含上年年份 {scene.County.Year - 1}", NoteAt(await scene.EditAsync(IdOf(page)), "projectName"));
    }

    [Theory, EachDatabase]
    public async Task Whatever_the_preview_marks_as_another_year_is_marked_in_the_editor_too(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider, year => new FormContent
        {
            ProjectPeriod = $"{year} 年 1 月—12 月",
            OverallGoal = $"{year} 年培训 100 人次。",
            Indicators = [new(Guid.CreateVersion7(), FormScene.Quantity, $"{year} 年培训人次", $"{year} 年 100 人次")],
            NotApplicable = [new("benefit.ecological", $"{year} 年不涉及工程建设。")],
        });
        var id = await scene.NewFormAsync();
        var preview = await PreviewAsync(scene, id);
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(preview, Take);
        var page = await scene.EditAsync(id);

        var row = FormScene.RowOf(page, FormScene.Quantity);
        string[] anchors = ["projectPeriod", "overallGoal", $"row-{row}-name", $"row-{row}-value", Place.Group("benefit.ecological").Anchor];
        Assert.Equal(anchors.Length, preview.Document.QuerySelectorAll("table mark").Length);
        Assert.All(anchors, anchor => Assert.Contains($"含上年年份 {scene.County.Year - 1}", page.Find($"[id='{anchor}-says'] .note").TextContent, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task What_was_copied_is_to_be_confirmed_until_it_is_changed_or_the_clerk_says_that_it_is_right(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var id = await CopiedAsync(scene);
        var page = await scene.EditAsync(id);
        var (first, second) = (FormScene.RowOf(page, FormScene.Quantity), FormScene.RowOf(page, FormScene.Quantity, 1));

        await scene.SaveAsync(page, null, ($"row-{first}-value", "≥120 人次"), ("projectPeriod", "2 年"));
        page = await scene.EditAsync(id);
        var left = Unconfirmed(page);
        var confirmed = await PressAsync(scene, page, $"confirm:row-{second}");
        page = await scene.EditAsync(id);

        Assert.Equal(["projectAttribute", "overallGoal", $"row-{second}", "row-" + FormScene.RowOf(page, LastYearScene.Cost)], left);
        Assert.Equal(left.Where(key => key != $"row-{second}"), Unconfirmed(page));
        Assert.Equal($"#confirm-row-{FormScene.RowOf(page, LastYearScene.Cost)}", confirmed.Location!.Fragment);

        await PressAsync(scene, page, "confirm-all");

        Assert.Empty((await scene.StoredAsync(id)).Content.Unconfirmed);
        Assert.DoesNotContain("待核对", (await scene.EditAsync(id)).Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task That_all_was_confirmed_is_said_with_a_button_that_takes_it_back_but_for_what_was_typed_over(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var id = await CopiedAsync(scene);
        var page = await scene.EditAsync(id);
        var (all, first) = (Unconfirmed(page).ToList(), "row-" + FormScene.RowOf(page, FormScene.Quantity));
        var clerk = await scene.AsAsync(scene.County.Filler);

        var done = await clerk.SubmitAsync(page, $"全部已核对（{all.Count} 处）", ($"{first}-value", "≥120 人次"));
        var after = (await scene.StoredAsync(id)).Content;
        var back = await clerk.SubmitAndFollowAsync(done, "撤销");

        Assert.Equal($"已核对 {all.Count} 处。草稿已保存。 撤销", done.Note);
        Assert.Equal("撤销", done.Find("[autofocus]").TextContent);
        Assert.Empty(after.Unconfirmed);
        Assert.Equal("已撤销。草稿已保存。", back.Note);
        Assert.Equal(all.Where(key => key != first), Unconfirmed(back));
        Assert.Equal("≥120 人次", (await scene.StoredAsync(id)).Content.RowsOf(FormScene.Quantity).First().Value);
    }

    [Theory, EachDatabase]
    public async Task A_row_that_moves_or_whose_neighbour_goes_stays_to_be_confirmed(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var id = await CopiedAsync(scene);
        var page = await scene.EditAsync(id);
        var (first, second) = (FormScene.RowOf(page, FormScene.Quantity), FormScene.RowOf(page, FormScene.Quantity, 1));

        await PressAsync(scene, page, $"down:{first}");
        await PressAsync(scene, await scene.EditAsync(id), $"remove:{second}");

        var keys = Unconfirmed(await scene.EditAsync(id));
        Assert.Contains($"row-{first}", keys);
        Assert.DoesNotContain($"row-{second}", keys);
    }

    [Theory, EachDatabase]
    public async Task While_anything_is_to_be_confirmed_the_form_is_not_sent_up(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider, year => LastYearScene.Content(year) with
        {
            Indicators = [new IndicatorRow(Guid.CreateVersion7(), LastYearScene.Cost, "培训费用", "≤36 万元")],
        });
        var id = await CopiedAsync(scene);
        var page = await scene.EditAsync(id);
        var cost = "row-" + FormScene.RowOf(page, LastYearScene.Cost);
        (string Name, string? Value)[] other = [("projectPeriod", "2 年"), ("overallGoal", "开展节能培训 5 次，安排资金 36 万元。"), ("funds-total", "36"), ("funds-fiscal", "36")];
        await scene.SaveAsync(page, null, [.. other, .. scene.Complete(page).ExceptBy(other.Select(one => one.Name), one => one.Name).Where(one => !one.Name.StartsWith(cost, StringComparison.Ordinal))]);

        var check = await scene.OpenAsync(scene.County.Filler, $"/forms/{id}/check");
        var forged = await scene.PostActionAsync(scene.County.Filler, id, "submit", "/check");

        Assert.Equal([cost], (await scene.StoredAsync(id)).Content.Unconfirmed);
        Assert.Contains("还有 1 处由上年复制、尚未核对，请返回填报逐处修改或点“已核对”，然后送审。", check.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(check.Document.QuerySelectorAll("button"), button => button.TextContent.StartsWith("送审", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(FormStatus.Draft, (await scene.StoredAsync(id)).Status);

        await PressAsync(scene, await scene.EditAsync(id), "confirm-all");
        await scene.SendUpAsync(id);

        Assert.Equal(FormStatus.AwaitingUnitReview, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task What_stands_in_the_form_stays_unless_the_clerk_ticks_it(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
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
        using var scene = await LastYearScene.WithLastYearAsync(provider);
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
        using var scene = await LastYearScene.WithLastYearAsync(provider);
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
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var id = await scene.NewFormAsync();
        var copy = ("source", "");

        var stranger = await scene.OpenAsync(scene.County.UnitsFiller, $"/forms/{id}/last-year");
        var strangersPost = await scene.PostActionAsync(scene.County.UnitsFiller, id, "", "/last-year", copy);
        var reviewer = await scene.OpenAsync(scene.County.UnitReviewer, $"/forms/{id}/last-year");
        var reviewersPost = await scene.PostActionAsync(scene.County.UnitReviewer, id, "", "/last-year", copy);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stranger.Status, strangersPost.Status));
        Assert.Equal(($"/forms/{id}", HttpStatusCode.Forbidden), (reviewer.Address.AbsolutePath, reviewersPost.Status));
    }

    [Theory, EachDatabase]
    public async Task A_form_that_another_unit_filled_in_last_year_is_not_this_units_to_read(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var county = scene.County;
        await scene.StoreLastYearAsync(county.UnitsProject, county.Unit);
        await scene.App.WithAsync<PerfTargetsDbContext>(async db =>
        {
            (await db.Projects.FindAsync(county.UnitsProject.Id))!.Describe(county.UnitsProject.Code, county.UnitsProject.Name, county.Department.Id);
            await db.SaveChangesAsync();
        });

        var id = await scene.NewFormAsync(county.UnitsProject);
        var (preview, edit) = (await PreviewAsync(scene, id), await scene.EditAsync(id));

        Assert.Contains($"这个项目没有 {county.Year - 1} 年度的目标表", preview.Body, StringComparison.Ordinal);
        Assert.Empty(edit.Document.QuerySelectorAll(".note"));
        Assert.DoesNotContain(edit.Document.QuerySelectorAll("button"), button => button.TextContent == "复制上年");
    }

    [Theory, EachDatabase]
    public async Task A_confirmation_holds_though_a_colleague_has_saved_elsewhere_meanwhile(DatabaseProvider provider)
    {
        using var scene = await LastYearScene.WithLastYearAsync(provider);
        var id = await CopiedAsync(scene);
        var (mine, theirs) = (await scene.EditAsync(id), await scene.EditAsync(id));
        var row = FormScene.RowOf(mine, LastYearScene.Cost);
        await scene.SaveAsync(theirs, null, ("projectPeriod", "2 年"));

        await PressAsync(scene, mine, $"confirm:row-{row}");

        var form = await scene.StoredAsync(id);
        Assert.Equal("2 年", form.ProjectPeriod);
        Assert.DoesNotContain(form.Content.Unconfirmed, key => key == $"row-{row}" || key == "projectPeriod");
        Assert.Equal(4, form.Content.Unconfirmed.Count);
    }

    private static async Task<Guid> CopiedAsync(FormScene scene)
    {
        var id = await scene.NewFormAsync();
        await (await scene.AsAsync(scene.County.Filler)).SubmitAsync(await PreviewAsync(scene, id), Take);
        return id;
    }

    private static Task<TestPage> PreviewAsync(FormScene scene, Guid id) => scene.OpenAsync(scene.County.Filler, $"/forms/{id}/last-year");

    private static async Task<TestPage> PressAsync(FormScene scene, TestPage page, string action) =>
        await scene.SaveAsync(page, null, ("action", action));

    private static Guid IdOf(TestPage edit) => Guid.Parse(edit.Address.Segments[2].TrimEnd('/'));

    private static string[] Ticked(TestPage page) => [.. page.Document.QuerySelectorAll("input[name=pick][checked]").Select(one => one.GetAttribute("value")!)];

    /// <summary>The keys that buttons 已核对 name, in the order of the page.</summary>
    private static string[] Unconfirmed(TestPage page) =>
        [.. page.Document.QuerySelectorAll("#edit button[value^='confirm:']").Select(button => button.GetAttribute("value")!["confirm:".Length..])];

    private static string NoteAt(TestPage page, string anchor) => string.Join(' ', page.Find($"#{anchor}-says .note").Children.Select(Text));

    private static string Text(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
