using System.Net;
using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.TestKit.Web;

namespace PerfTargets.Web.Tests.Forms;

/// <summary>A county's people at their browsers, with the few moves that tests of forms are made of.</summary>
internal sealed class FormScene : IDisposable
{
    public const string Quantity = "output.quantity";

    private readonly Dictionary<Guid, TestBrowser> _browsers = [];

    private FormScene(TestApp app, TestCounty county) => (App, County) = (app, county);

    public TestApp App { get; }
    public TestCounty County { get; }

    public static async Task<FormScene> OnAsync(DatabaseProvider provider)
    {
        var app = await TestApp.SharedAsync(provider);
        return new(app, await TestCounty.CreateAsync(app));
    }

    public static async Task<FormScene> OnOwnAsync(DatabaseProvider provider)
    {
        var app = await TestApp.CreateAsync(provider);
        return new(app, await TestCounty.CreateAsync(app));
    }

    public async Task<TestBrowser> AsAsync(StaffMember staff) =>
        _browsers.TryGetValue(staff.Id, out var browser) ? browser : _browsers[staff.Id] = await County.BrowserOfAsync(staff);

    public async Task<TestPage> OpenAsync(StaffMember staff, string path) => await (await AsAsync(staff)).OpenAsync(path);

    public Task<TestPage> EditAsync(Guid id, StaffMember? staff = null) => OpenAsync(staff ?? County.Filler, $"/forms/{id}/edit");

    /// <summary>A form begun by the department's clerk, through the page.</summary>
    public async Task<Guid> NewFormAsync(Project? project = null, StaffMember? staff = null)
    {
        var browser = await AsAsync(staff ?? County.Filler);
        var page = await browser.OpenAsync($"/forms/new?year={County.Year}");
        return IdOf(await browser.SubmitAsync(page, "开始填报", ("project", (project ?? County.Project).Id.ToString())));
    }

    /// <summary>A form without errors.</summary>
    public async Task<Guid> CompleteFormAsync(Project? project = null, StaffMember? staff = null)
    {
        var id = await NewFormAsync(project, staff);
        var page = await EditAsync(id, staff);
        var saved = await SaveAsync(page, staff, [.. Complete(page)]);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return id;
    }

    public async Task<Guid> SentFormAsync()
    {
        var id = await CompleteFormAsync();
        await SendUpAsync(id);
        return id;
    }

    /// <summary>A form that waits at 业务股室.</summary>
    public async Task<Guid> FormAtSectionAsync()
    {
        var id = await SentFormAsync();
        await ActAsync(County.UnitReviewer, id, "通过");
        return id;
    }

    public async Task<Guid> PassedFormAsync(Project? project = null)
    {
        var id = await CompleteFormAsync(project);
        await SendUpAsync(id);
        foreach (var reviewer in new[] { County.UnitReviewer, County.SectionReviewer, County.PerformanceReviewer })
            await ActAsync(reviewer, id, "通过");
        return id;
    }

    /// <param name="document">文号 of the 批复, which is of 10 February 2027.</param>
    public async Task<Guid> ApprovedFormAsync(string document)
    {
        var id = await PassedFormAsync();
        var browser = await AsAsync(County.PerformanceReviewer);
        var page = await browser.OpenAsync("/approvals");
        var pick = page.Find($"input[name=pick][value^='{id}']").GetAttribute("value");
        var confirm = await browser.SubmitAsync(page, "核对所选目标表", ("pick", pick), ("Input.Document", document), ("Input.Date", "2027-02-10"));
        await browser.SubmitAsync(confirm, "确认批复");
        return id;
    }

    public async Task<TestPage> SaveAsync(TestPage page, StaffMember? staff = null, params (string Name, string? Value)[] values) =>
        await (await AsAsync(staff ?? County.Filler)).SubmitAsync(page, "保存草稿", values);

    public async Task<TestPage> SendUpAsync(Guid id, StaffMember? staff = null)
    {
        var browser = await AsAsync(staff ?? County.Filler);
        var page = await browser.OpenAsync($"/forms/{id}/check");
        var button = page.Document.QuerySelectorAll("button").First(one => one.TextContent.StartsWith("送审", StringComparison.Ordinal));
        return await browser.SubmitAndFollowAsync(page, button.TextContent.Trim());
    }

    /// <summary>Opens the form, presses a button and goes on.</summary>
    public async Task<TestPage> ActAsync(StaffMember staff, Guid id, string button, params (string Name, string? Value)[] values)
    {
        var browser = await AsAsync(staff);
        return await browser.SubmitAndFollowAsync(await browser.OpenAsync($"/forms/{id}"), button, values);
    }

    /// <summary>Posts an action by hand, as no button on the page does.</summary>
    public Task<TestPage> PostActionAsync(StaffMember staff, Guid id, string action, params (string Name, string Value)[] more) =>
        PostActionAsync(staff, id, action, "", more);

    /// <param name="page">Which of the form's pages is posted to.</param>
    public async Task<TestPage> PostActionAsync(StaffMember staff, Guid id, string action, string page, params (string Name, string Value)[] more)
    {
        var browser = await AsAsync(staff);
        var token = (await browser.OpenAsync("/forms")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var form = await StoredAsync(id);
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["action"] = action,
            ["version"] = $"{form.Version}",
            ["operation"] = Guid.CreateVersion7().ToString(),
        };
        foreach (var (name, value) in more)
            fields[name] = value;
        return await browser.PostAsync($"/forms/{id}{page}", fields);
    }

    public async Task<TargetForm> StoredAsync(Guid id)
    {
        var all = new Actor(Guid.Empty, "", County.Department.Id, "", Role.Filler | Role.PerformanceReviewer);
        return await App.WithAsync<FormService, TargetForm>(async forms =>
            await forms.FindAsync(id, all) ?? await forms.FindAsync(id, all with { OrganisationId = County.Unit.Id }) ?? throw new InvalidOperationException("No such form."));
    }

    public Task<List<FormEvent>> EventsAsync(Guid id) => App.WithAsync<FormHistory, List<FormEvent>>(history => history.EventsAsync(id));

    /// <summary>Values for every field of a fresh form, such that no check finds an error.</summary>
    public IEnumerable<(string Name, string? Value)> Complete(TestPage page)
    {
        yield return ("projectAttribute", "一年期项目");
        yield return ("projectPeriod", "1 年");
        yield return ("funds-total", "10");
        yield return ("funds-fiscal", "10");
        yield return ("overallGoal", "开展节能培训 5 次，安排资金 10 万元。");
        foreach (var (group, id) in RowsOf(page))
        {
            var (name, value) = group switch
            {
                Quantity => ("节能培训次数", "5 次"),
                "output.quality" => ("培训考核合格率", "≥95%"),
                "output.timeliness" => ("培训完成时限", $"{County.Year} 年 11 月底前"),
                "output.cost" => ("培训费用", "≤10 万元"),
                "satisfaction.served" => ("参训企业满意度", "≥90%"),
                _ => ("企业单位产品能耗下降率" + group, "≥3%"),
            };
            yield return ($"row-{id}-name", name);
            yield return ($"row-{id}-value", value);
        }
    }

    /// <summary>The rows on an editor's page, in their order: group and id.</summary>
    public static IReadOnlyList<(string Group, string Id)> RowsOf(TestPage page) =>
        [.. page.Document.QuerySelectorAll("input[name=row]").Select(row => row.GetAttribute("value")!.Split(':')).Select(parts => (parts[0], parts[1]))];

    public static string RowOf(TestPage page, string group, int index = 0) => RowsOf(page).Where(row => row.Group == group).ElementAt(index).Id;

    public static Guid IdOf(TestPage redirect) => Guid.Parse(redirect.Location!.Segments[2].TrimEnd('/'));

    public void Dispose()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
    }
}
