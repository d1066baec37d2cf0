using Microsoft.Playwright;
using PerfTargets.Browser.Tests.PageObjects;

namespace PerfTargets.Browser.Tests.Support;

/// <summary>A clerk at the draft of one form, with a colleague at the same unit.</summary>
public abstract class DraftTest(Chromium chromium) : BrowserTest(chromium)
{
    protected const string Goal = "我写的总体目标。";
    protected const string TheirGoal = "同事写的总体目标。";

    protected static readonly string Project = County.SeedContents[1].ProjectName;

    protected County County { get; private set; } = null!;

    protected Guid FormId { get; private set; }

    protected Office Office { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        County = await OwnCountyAsync(County.WithDraftsAsync);
        FormId = await County.FormIdAsync(Project);
        Office = new Office(County, FormId);
        await Office.HireAsync();
        // Nothing happens in the very moment in which the forms were made.
        County.App.Time.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Somebody who has just opened the form in a browser of their own.</summary>
    protected async Task<(Person Person, EditPage Edit)> EditAsync(string account = Account.Clerk, bool isShared = false)
    {
        var person = await SignedInAsync(account, isShared);
        return (person, await OpenAsync(person));
    }

    /// <summary>As <see cref="EditAsync"/>; time stands still on the page, but where the test lets it pass: however slow the machine, nothing happens between two steps.</summary>
    protected async Task<(Person Person, EditPage Edit)> EditByTheClockAsync(bool isShared = false)
    {
        var person = await SignedInAsync(Account.Clerk, isShared);
        await person.Page.Clock.InstallAsync();
        var edit = await OpenAsync(person);
        await person.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        return (person, edit);
    }

    private async Task<Person> SignedInAsync(string account, bool isShared)
    {
        var person = await PersonAsync(County);
        await (await new SignInPage(person).OpenAsync()).SignInAsync(account, isShared: isShared);
        return person;
    }

    protected Task<EditPage> OpenAsync(Person person) => new EditPage(person).OpenAsync(FormId);

    protected async Task<string> StoredGoalAsync() => (await Office.StoredAsync()).OverallGoal;

    /// <summary>What the browser and the page ask; it is always answered with yes.</summary>
    protected static List<string> Asked(Person person)
    {
        var asked = new List<string>();
        person.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.AcceptAsync();
        };
        return asked;
    }

    /// <summary>The clerk has typed a goal that did not reach the server, and the page is gone.</summary>
    protected async Task<(Person Clerk, string Before)> CloseUnsavedAsync()
    {
        var (clerk, _) = await EditAsync();
        var tab = await clerk.OpenTabAsync();
        var edit = await OpenAsync(tab);
        await CutOffAsync(tab);
        await edit.TypeGoalAsync(Goal);
        await new KeptDrafts(tab).KeepsAsync(Goal);
        await tab.Page.CloseAsync();
        return (clerk, await StoredGoalAsync());
    }

    /// <summary>No save reaches the server.</summary>
    protected static async Task CutOffAsync(Person person)
    {
        await person.Page.RouteAsync(Saving, route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await person.Page.RouteAsync(Answering, route => route.AbortAsync());
        person.Forgive("ERR_FAILED");
    }

    protected static async Task ReconnectAsync(Person person)
    {
        await person.Page.UnrouteAsync(Saving);
        await person.Page.UnrouteAsync(Answering);
    }

    /// <summary>The next save is carried out, and the page never hears of it.</summary>
    protected static async Task LoseAnswerAsync(Person person)
    {
        person.Forgive("ERR_FAILED");
        await person.Page.RouteAsync(Saving, async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new PageRouteOptions { Times = 1 });
    }

    /// <summary>From now on what the page asks of the server waits for the answer to be set.</summary>
    /// <returns>Comes when the page has asked.</returns>
    protected static async Task<(Task Asked, TaskCompletionSource Answer)> HoldSavesAsync(Person person)
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await person.Page.RouteAsync(Saving, async route =>
        {
            asked.TrySetResult();
            await answer.Task;
            await route.ContinueAsync();
        });
        return (asked.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience.ForAnAnswer), TestContext.Current.CancellationToken), answer);
    }

    protected const string Saving = "**/edit";
    private const string Answering = "**/health/live";
}
