using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.TestKit.Randomised;

namespace PerfTargets.Web.Tests.Forms.Randomised;

/// <summary>
/// One form, its windows, and what happens to them. At the end the database is held against what was acknowledged: before that it would cost much and
/// tell nothing more, as what was lost is not seen by whoever types there next, and is missed then.
/// </summary>
internal sealed class EditRun : IDisposable
{
    private const int MostRounds = 10;
    private static int _projects;

    private readonly FormScene _scene;
    private readonly Guid _form;
    private readonly Actor _clerk;
    private readonly AcknowledgedTexts _acknowledged;
    private readonly IReadOnlyList<EditorTab> _tabs;
    private EditStep? _last;

    private EditRun(FormScene scene, Sessions sessions, Guid form, Actor clerk, FormContent content, StaffMember colleague)
    {
        (_scene, _form, _clerk, _acknowledged) = (scene, form, clerk, new AcknowledgedTexts(SheetTexts.Of(content)));
        _tabs =
        [
            new EditorTab("the clerk", scene.County, sessions, scene.County.Filler, form, _acknowledged),
            new EditorTab("the clerk's other window", scene.County, sessions, scene.County.Filler, form, _acknowledged),
            new EditorTab("the colleague", scene.County, sessions, colleague, form, _acknowledged),
        ];
    }

    public static async Task<EditRun> BeginAsync(FormScene scene, Sessions sessions, StaffMember colleague)
    {
        var project = await scene.County.AddProjectAsync($"随机填报的项目 {Interlocked.Increment(ref _projects)}", scene.County.Department);
        var clerk = scene.County.ActorOf(scene.County.Filler);
        var (id, content) = await scene.App.WithAsync<FormService, (Guid, FormContent)>(async forms =>
        {
            var id = await forms.CreateAsync(project.Id, scene.County.Year, clerk);
            var form = (await forms.FindAsync(id, clerk))!;
            var content = form.Content with
            {
                OverallGoal = "开展节能培训 5 次。",
                ProjectPeriod = "1 年",
                Indicators = [Row(FormScene.Quantity, "节能培训次数", "5 次"), Row(FormScene.Quantity, "检查企业数", "9 户"), Row("output.cost", "培训费用", "≤10 万元")],
            };
            await forms.SaveAsync(new FormRequest(id, form.Version, Guid.CreateVersion7()), content, clerk);
            return (id, content);
        });
        var run = new EditRun(scene, sessions, id, clerk, content, colleague);
        foreach (var tab in run._tabs)
            await tab.OpenAsync();
        return run;

        static IndicatorRow Row(string group, string name, string value) => new(Guid.CreateVersion7(), group, name, value);
    }

    public async Task DoAsync(EditStep step)
    {
        _last = step;
        var tab = _tabs[step.Tab];
        var doing = step.Act switch
        {
            EditAct.Autosave or EditAct.AutosaveSlowly or EditAct.AutosaveUnheard or EditAct.AutosaveLost => tab.AutosaveAsync(step.Act),
            EditAct.Save => tab.SaveAsync(),
            EditAct.SaveTwice => tab.SaveAsync(twice: true),
            EditAct.PressRowButton => tab.PressRowButtonAsync(step.Which, step.How),
            EditAct.SaveTogether => EditorTab.AutosaveTogetherAsync(tab, _tabs[(step.Tab + 1) % _tabs.Count]),
            EditAct.AnswerConflict => tab.AnswerConflictAsync(step.Which, step.How),
            EditAct.Reload => tab.ReloadAsync(),
            EditAct.RestoreDraft => tab.RestoreDraftAsync(),
            EditAct.SessionOver => tab.SessionOverAsync(),
            _ => null,
        };
        if (doing is not null)
        {
            await doing;
            return;
        }
        switch (step.Act)
        {
            case EditAct.Type: tab.Type(step.Which, step.How); break;
            case EditAct.AddRow: tab.AddRow(step.Which); break;
            case EditAct.RemoveRow: tab.RemoveRow(step.Which); break;
            case EditAct.MoveRow: tab.MoveRow(step.Which); break;
            case EditAct.UndoRow: tab.UndoRow(); break;
            default: throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    /// <summary>The network is there again and everybody saves, until nobody has anything unsaved.</summary>
    public async Task EndAsync()
    {
        await CompareAsync();
        for (var round = 0; _tabs.Any(tab => tab.IsUnsaved || tab.HasUnanswered); round++)
        {
            if (round == MostRounds)
                throw new InvalidOperationException("Everybody saves again and again, and something is still unsaved.");
            foreach (var tab in _tabs)
            {
                await tab.AutosaveAsync();
                // Most questions are asked here.
                await tab.AnswerConflictAsync(_last?.Which ?? 0, _last?.How ?? 0);
            }
        }
        await CompareAsync();
    }

    private async Task CompareAsync()
    {
        var form = await _scene.App.WithAsync<FormService, TargetForm>(async forms => (await forms.FindAsync(_form, _clerk))!);
        if (SheetTexts.Differences(_acknowledged.Texts, SheetTexts.Of(form.Content)) is { Count: > 0 } differences)
            throw new InvalidOperationException(string.Join('\n', differences));
    }

    public void Dispose()
    {
        foreach (var tab in _tabs)
            tab.Dispose();
    }
}
