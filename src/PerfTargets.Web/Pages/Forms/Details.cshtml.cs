using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;
using PerfTargets.Web.Infrastructure.Documents;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>A form for everyone who may see it, and the reviewer's page: the table, what has changed, 办理记录, and what the person may do.</summary>
[ForStaff]
public sealed class DetailsModel(FormService forms, FormHistory history, FormLists lists, LocalCalendar calendar) : FormPage
{
    /// <summary>What reviewers write again and again; ticked, a sentence goes into the opinion.</summary>
    public static readonly IReadOnlyList<string> UsualPhrases =
    [
        "指标值缺少数值或计量单位，请补充。",
        "绩效指标与年度总体目标不一致，请核对。",
        "项目资金与预算数不一致，请核对。",
        "时效指标的日期不在预算年度内，请核对。",
        "效益指标过于笼统，请量化或写明可核查的标准。",
    ];

    /// <summary>The button that does nothing: the page comes again with what was typed.</summary>
    public const string Stay = "stay";

    public TargetForm Form { get; private set; } = null!;

    /// <summary>What the checks say; of a form that was sent up, what they said then.</summary>
    public CheckReport Report { get; private set; } = null!;

    public OfficialSheet Sheet { get; private set; } = null!;

    /// <summary>The choice for the 公开件, which an approved form is shown and exported as.</summary>
    [BindProperty(Name = RequirementLabelChoices.Parameter, SupportsGet = true)]
    public string? RequirementLabelsKey { get; set; }

    public RequirementLabels Labels => Form.Status == FormStatus.Approved && RequirementLabelChoices.Find(RequirementLabelsKey) is { } chosen ? chosen : RequirementLabels.Print;

    /// <summary>What changed since the step last saw the form, or since it was last sent up while it is being filled in.</summary>
    public FormDiff? Diff { get; private set; }

    /// <summary>What is said of the changes; nothing of a form that nobody has sent up twice.</summary>
    public string? DiffWord => Diff is { } diff && (Form.Status.IsReviewStep() || !diff.IsEmpty) ? $"较上次{(Form.Status.IsReviewStep() ? "审核" : "送审")}：{diff.Summary}"
        : Form.Status.IsReviewStep() && Submissions > 1 ? "第一次送到这一步"
        : null;

    public IReadOnlyDictionary<string, IReadOnlyList<DiffPiece>> ReasonChanges => Diff?.ReasonChanges ?? new Dictionary<string, IReadOnlyList<DiffPiece>>();

    public IReadOnlyList<FormEvent> Events { get; private set; } = [];

    /// <summary>How often the form was sent up; what was withdrawn before anybody acted does not count.</summary>
    public int Submissions => Form.SubmissionCount - Events.Count(IsWithdrawal);

    public IReadOnlyDictionary<FormAction, Role> Permitted { get; private set; } = new Dictionary<FormAction, Role>();
    public string Opinion { get; private set; } = "";
    public string? OpinionError { get; private set; }
    public IReadOnlyList<string> Phrases { get; private set; } = [];

    /// <summary>The opinion as a return would carry it.</summary>
    public string Written => string.Join('\n', Phrases.Append(Opinion).Where(part => part.Length > 0));

    /// <summary>办理记录 stands with the newest first.</summary>
    public string Word(FormEvent e) => e.Word(withdrawn: Events.SkipWhile(one => one != e).Count(IsWithdrawal));

    /// <summary>What was approved can go into the bureau's library, by its own people.</summary>
    public bool FeedsLibrary => Form.Status == FormStatus.Approved
        && (FormStanding.RolesFor(Form, Person) & (Role.Filler | Role.UnitReviewer | Role.DepartmentReviewer)) != 0;

    public bool May(FormAction action) => Permitted.ContainsKey(action);

    public string Local(DateTime utc) => calendar.ToLocal(utc).ToString("yyyy 年 M 月 d 日 HH:mm", null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await forms.FindAsync(FormId, Person, cancel) is not { } form)
            return NotFound();
        await ShowAsync(form, cancel);
        // Who took a pass back finds what they wrote at it.
        if (HttpMethods.IsGet(Request.Method) && Events is [{ Kind: FormEventKind.PassCancelled } cancelled, ..] && cancelled.ActorId == Person.Id)
            Opinion = Events.First(e => e.Kind == FormEventKind.Passed).Opinion;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        long version, Guid operation, string? action, string? opinion, List<string>? phrases, CancellationToken cancel)
    {
        var button = (action ?? "").Split(':', 2);
        (Opinion, Phrases) = (TypedText.Lines(opinion), [.. UsualPhrases.Intersect(phrases ?? [])]);
        if (action == Stay)
            return await OnGetAsync(cancel);
        if (!Enum.TryParse(button[0], out FormAction act) || act is FormAction.Save or FormAction.Submit or FormAction.Approve or FormAction.CorrectApproval || !Enum.IsDefined(act))
            return BadRequest();
        var text = act == FormAction.Return ? Written : Opinion;
        try
        {
            await forms.ActAsync(new FormRequest(FormId, version, Operation.IdOf(operation)), act, text, Person, cancel);
        }
        catch (RequestRefusedException refused)
        {
            return await AgainAsync(StatusCodes.Status400BadRequest, new Problem(refused.Field, refused.Message), cancel);
        }
        catch (StaleFormException stale)
        {
            var sentence = $"{stale.Message}{stale.ChangedBy} 在 {Local(stale.ChangedAt)} 保存过或办理过，下面是现在的内容，请看过以后再办理。";
            return await AgainAsync(StatusCodes.Status409Conflict, new Problem(null, sentence), cancel);
        }
        catch (ActionNotPermittedException refused)
        {
            return await AgainAsync(StatusCodes.Status403Forbidden, new Problem(null, refused.Message), cancel);
        }
        NoteSaved();
        return await AfterAsync(act, goOn: button.Length > 1 && button[1] == "next", cancel);
    }

    private async Task<IActionResult> AfterAsync(FormAction act, bool goOn, CancellationToken cancel)
    {
        var form = await forms.FindAsync(FormId, Person, cancel);
        var name = form?.ProjectName ?? "目标表";
        var isListed = act != FormAction.Delete || form?.Project is not { Code: null } || (await lists.StartableProjectsAsync(form.Year, Person, cancel)).Exists(one => one.Id == form.ProjectId);
        Note(act switch
        {
            FormAction.Delete => $"已删除“{name}”的草稿，{FormTransitions.RestorableDays} 天内可以在本页下方恢复。{(isListed ? null : "没有编码的项目，草稿删除后不再列在“新建”里；以后需要时重新填写同样的名称即可。")}",
            FormAction.Withdraw => $"“{name}”：已撤回，可以继续修改。",
            _ => $"“{name}”：已{act.Word()}，现在是“{form?.Status.Word()}”。",
        });
        if (act == FormAction.Delete)
            return Redirect("/forms");
        if (goOn)
            return Redirect(await lists.NextReviewAsync(Person, cancel) is { } next ? $"/forms/{next}" : "/");
        return Redirect(form is null ? "/" : $"/forms/{FormId}");
    }

    private static bool IsWithdrawal(FormEvent e) => e.Kind == FormEventKind.Withdrawn;

    private async Task<IActionResult> AgainAsync(int status, Problem problem, CancellationToken cancel)
    {
        if (await forms.FindAsync(FormId, Person, cancel) is not { } form)
            return NotFound();
        await ShowAsync(form, cancel);
        Response.StatusCode = status;
        this.ShowProblems([problem]);
        OpinionError = problem.Anchor == FormService.OpinionField ? problem.Sentence : null;
        return Page();
    }

    private async Task ShowAsync(TargetForm form, CancellationToken cancel)
    {
        var template = form.BudgetYear!.Template;
        (Form, Permitted) = (form, forms.PermittedActions(form, Person));
        Report = (await history.JudgedAsync(form, cancel))?.Report ?? await forms.CheckAsync(form, cancel);
        Events = await history.EventsAsync(form.Id, cancel);
        if (await history.ComparedWithAsync(form, cancel) is { } before)
            Diff = FormDiff.Between(before.FormContent.WithReasonsFor(Report.OfForm), form.Content.WithReasonsFor(Report.OfForm), template);
        Sheet = OfficialSheet.Of(form.Content, template, form.Year, form.Status == FormStatus.Approved ? [] : Report.OfForm, Diff, Labels);
    }
}
