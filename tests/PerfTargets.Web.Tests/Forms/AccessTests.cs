using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Web.Tests.Forms;

public sealed class AccessTests
{
    private static readonly string[] Pages = ["", "/edit", "/check", "/pdf", "/xlsx", "/docx"];

    [Theory, EachDatabase]
    public async Task A_forged_id_and_another_bureaus_form_do_not_exist(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();

        foreach (var page in Pages)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.UnitsFiller, $"/forms/{id}{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.Filler, $"/forms/{Guid.CreateVersion7()}{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.Filler, $"/forms/1 or 1=1{page}")).Status);
        }
        foreach (var stranger in new[] { scene.County.UnitsFiller, scene.County.UnitsReviewer, scene.County.SectionReviewer })
        {
            foreach (var page in new[] { "/edit", "/check" })
                Assert.Equal(HttpStatusCode.NotFound, (await scene.PostActionAsync(stranger, id, "save", page, ("overallGoal", "别人写的"))).Status);
        }
        Assert.NotEqual("别人写的", (await scene.StoredAsync(id)).OverallGoal);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.PostActionAsync(scene.County.UnitsFiller, id, nameof(FormAction.Delete))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.PostActionAsync(scene.County.UnitsReviewer, id, nameof(FormAction.Pass))).Status);
    }

    [Theory, EachDatabase]
    public async Task A_draft_is_the_units_own_until_it_is_sent_up(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.CompleteFormAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await scene.OpenAsync(scene.County.SectionReviewer, $"/forms/{id}")).Status);
        await scene.SendUpAsync(id);
        Assert.Equal(HttpStatusCode.OK, (await scene.OpenAsync(scene.County.SectionReviewer, $"/forms/{id}")).Status);
    }

    [Theory, EachDatabase]
    public async Task An_action_that_the_person_may_not_take_is_403_also_when_posted_by_hand(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();

        foreach (var (staff, action) in new[]
        {
            (scene.County.Filler, FormAction.Pass), (scene.County.Filler, FormAction.Delete), (scene.County.SectionReviewer, FormAction.Pass),
            (scene.County.SectionReviewer, FormAction.CancelPass), (scene.County.PerformanceReviewer, FormAction.Restore), (scene.County.UnitReviewer, FormAction.Withdraw),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await scene.PostActionAsync(staff, id, action.ToString())).Status);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.PostActionAsync(scene.County.SectionReviewer, id, "Return", ("opinion", "改"))).Status);
        Assert.Equal(FormStatus.AwaitingUnitReview, (await scene.StoredAsync(id)).Status);
    }

    [Theory, EachDatabase]
    public async Task What_is_forbidden_is_403_with_a_stale_version_too(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();
        var correction = new Dictionary<string, string> { ["version"] = "1", ["operation"] = $"{Guid.CreateVersion7()}", ["Input.Document"] = "", ["Input.Date"] = "" };

        Assert.Equal(HttpStatusCode.Forbidden, (await scene.PostActionAsync(scene.County.Filler, id, "Pass", ("version", "1"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.PostActionAsync(scene.County.Filler, id, "", "/check", ("version", "1"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.PostActionAsync(scene.County.Filler, id, "save", "/edit", ("version", "1"))).Status);
        var browser = await scene.AsAsync(scene.County.PerformanceReviewer);
        correction["__RequestVerificationToken"] = (await browser.OpenAsync("/forms")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync($"/approvals/{id}", correction)).Status);
    }

    [Theory, EachDatabase]
    public async Task Actions_that_are_none_of_this_page_are_bad_requests(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();

        foreach (var action in new[] { "Save", "Submit", "Approve", "99", "", "Explode" })
            Assert.Equal(HttpStatusCode.BadRequest, (await scene.PostActionAsync(scene.County.UnitReviewer, id, action)).Status);
    }

    [Theory, EachDatabase]
    public async Task The_editor_of_a_form_under_review_leads_to_the_form(DatabaseProvider provider)
    {
        using var scene = await FormScene.OnAsync(provider);
        var id = await scene.SentFormAsync();

        var page = await (await scene.AsAsync(scene.County.Filler)).GetAsync($"/forms/{id}/edit");

        Assert.Equal($"/forms/{id}", page.Location?.PathAndQuery);
    }
}
