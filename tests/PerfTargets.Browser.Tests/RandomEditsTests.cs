using PerfTargets.Browser.Tests.PageObjects;
using PerfTargets.Browser.Tests.Randomised;
using PerfTargets.Browser.Tests.Support;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Projects;
using PerfTargets.TestKit.Randomised;

namespace PerfTargets.Browser.Tests;

/// <summary>
/// Two people at their browsers on one form, who type, pause, save, lose the network or an answer, reload and decide, in any order: whatever a page was
/// told to be saved stands in the database, and what is unsaved is on the page or offered again.
/// </summary>
public sealed class RandomEditsTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Runs = 24;
    private const int MostRounds = 5;
    private int _projects;

    [Fact]
    public async Task Whatever_a_page_was_told_to_be_saved_stands_in_the_database()
    {
        var county = await OwnCountyAsync(County.BeforeAnyFormAsync);
        var people = new[] { await SignInAsync(county), await SignInAsync(county) };

        await new RandomRuns(1, Runs).HoldAsync(1, EditorStep.Draw, steps => RunAsync(county, people, steps));
    }

    private async Task RunAsync(County county, Person[] people, IReadOnlyList<EditorStep> steps)
    {
        var clerk = await Season.ActorAsync(county, Account.Clerk);
        var form = await BeginAsync(county, clerk);
        var acknowledged = new AcknowledgedTexts(await StoredAsync());
        var writers = people.Select((person, at) => new Writer($"writer {at}", person, form, acknowledged, StoredAsync)).ToList();
        foreach (var writer in writers)
            await writer.OpenAsync();

        foreach (var step in steps)
        {
            await DoAsync(writers[step.Who], step);
            await CompareAsync();
        }
        for (var round = 0; await AnyUnsavedAsync(); round++)
        {
            Assert.True(round < MostRounds, "Both save again and again, and something is still unsaved.");
            foreach (var writer in writers)
            {
                await writer.PauseAsync();
                // Most questions are asked here.
                await writer.DecideAsync(steps.Count > 0 ? steps[^1].Which : 0);
            }
        }
        await CompareAsync();

        async Task<bool> AnyUnsavedAsync() => await writers[0].HasUnsavedAsync() || await writers[1].HasUnsavedAsync();

        async Task<IReadOnlyDictionary<string, string>> StoredAsync() =>
            SheetTexts.Of(await county.App.WithAsync<FormService, FormContent>(async forms => (await forms.FindAsync(form, clerk))!.Content));

        async Task CompareAsync()
        {
            if (SheetTexts.Differences(acknowledged.Texts, await StoredAsync()) is { Count: > 0 } differences)
                throw new InvalidOperationException(string.Join('\n', differences));
        }
    }

    private static Task DoAsync(Writer writer, EditorStep step) => step.Act switch
    {
        EditorAct.Type => writer.TypeAsync(step.Which, step.How),
        EditorAct.AddRow => writer.PressAsync("button.add[value^='add:output.q']", step.Which),
        EditorAct.RemoveRow => writer.PressAsync("button[value^='remove:']", step.Which),
        EditorAct.MoveRow => writer.PressAsync("button[value^='up:'], button[value^='down:']", step.Which),
        EditorAct.UndoRow => writer.PressAsync("button.undo", step.Which),
        EditorAct.Pause => writer.PauseAsync(),
        EditorAct.PauseWithSlowAnswer => writer.PauseAsync(meanwhile: () => writer.TypeAsync(step.Which, step.How)),
        EditorAct.PauseWithoutAnswer => writer.PauseAsync(withoutAnswer: true),
        EditorAct.PauseOffline => writer.PauseOfflineAsync(),
        EditorAct.Save => writer.SaveAsync(),
        EditorAct.Decide => writer.DecideAsync(step.Which),
        EditorAct.ReloadAndRestore => writer.ReloadAsync(restores: true),
        EditorAct.ReloadAndDrop => writer.ReloadAsync(restores: false),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private async Task<Guid> BeginAsync(County county, Core.Organisations.Actor clerk)
    {
        var project = Project.Create(null, $"随机填报的项目 {++_projects}", clerk.OrganisationId);
        await county.App.WithAsync<Core.Data.PerfTargetsDbContext>(db =>
        {
            db.Add(project);
            return db.SaveChangesAsync();
        });
        return await county.App.WithAsync<FormService, Guid>(async forms =>
        {
            var id = await forms.CreateAsync(project.Id, County.Year, clerk);
            var begun = (await forms.FindAsync(id, clerk))!;
            var content = begun.Content with
            {
                OverallGoal = "开展节能培训 5 次。",
                Indicators = [Row("output.quantity", "节能培训次数", "5 次"), Row("output.quantity", "检查企业数", "9 户"), Row("output.cost", "培训费用", "≤10 万元")],
            };
            await forms.SaveAsync(new FormRequest(id, begun.Version, Guid.CreateVersion7()), content, clerk);
            return id;
        });

        static IndicatorRow Row(string group, string name, string value) => new(Guid.CreateVersion7(), group, name, value);
    }

    private async Task<Person> SignInAsync(County county)
    {
        var person = await PersonAsync(county);
        // Time stands still but where the test moves it: the page waits for nothing of its own accord, and no run depends on how busy the machine is.
        await person.Page.Clock.InstallAsync(new() { TimeDate = County.Morning.UtcDateTime });
        await person.Page.Clock.PauseAtAsync(County.Morning.UtcDateTime.AddMinutes(1));
        person.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        person.Forgive("ERR_FAILED");
        person.Forgive("ERR_INTERNET_DISCONNECTED");
        await (await new SignInPage(person).OpenAsync()).SignInAsync(Account.Clerk);
        return person;
    }
}
