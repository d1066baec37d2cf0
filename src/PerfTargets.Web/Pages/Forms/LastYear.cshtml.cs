using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Forms;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>复制上年: what last year's form would bring into a draft, part by part beside what stands there, to be chosen from.</summary>
[ForStaff]
public sealed class LastYearModel(FormService forms) : FormPage
{
    public TargetForm Form { get; private set; } = null!;

    /// <summary>Null where the project had no form last year.</summary>
    public LastYearCopy? Copy { get; private set; }

    /// <summary>The ticked parts.</summary>
    public IReadOnlySet<string> Picked { get; private set; } = new HashSet<string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await forms.FindAsync(FormId, Person, cancel) is not { } form)
            return NotFound();
        if (!forms.PermittedActions(form, Person).ContainsKey(FormAction.Save))
            return Redirect($"/forms/{FormId}");
        await ShowAsync(form, null, cancel);
        return Page();
    }

    /// <param name="pick">The ticked parts.</param>
    /// <param name="source">Last year's form as the page showed it.</param>
    public async Task<IActionResult> OnPostAsync(long version, Guid operation, List<string>? pick, string? source, CancellationToken cancel)
    {
        var chosen = pick ?? [];
        try
        {
            await forms.CopyLastYearAsync(new FormRequest(FormId, version, Operation.IdOf(operation)), source ?? "", chosen, Person, cancel);
            Note("已复制所选的内容，标为“待核对”：请按本年度的任务逐处修改，不用改的点“已核对”。");
            return Redirect($"/forms/{FormId}/edit");
        }
        catch (FormNotFoundException)
        {
            return NotFound();
        }
        catch (RequestRefusedException refused)
        {
            return await AgainAsync(chosen, StatusCodes.Status400BadRequest, [refused.Message], cancel);
        }
        catch (ContentRefusedException refused)
        {
            return await AgainAsync(chosen, StatusCodes.Status400BadRequest, refused.Violations.Select(one => one.Message + "。"), cancel);
        }
        catch (StaleFormException stale)
        {
            return await AgainAsync(chosen, StatusCodes.Status409Conflict, [$"{stale.Message}没有复制。右边是现在的内容，请看过以后再复制。"], cancel);
        }
        catch (ActionNotPermittedException refused)
        {
            return await AgainAsync(chosen, StatusCodes.Status403Forbidden, [refused.Message], cancel);
        }
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyCollection<string> chosen, int status, IEnumerable<string> sentences, CancellationToken cancel)
    {
        if (await forms.FindAsync(FormId, Person, cancel) is not { } form)
            return NotFound();
        await ShowAsync(form, chosen, cancel);
        Response.StatusCode = status;
        this.ShowProblems(sentences.Select(sentence => new Problem(null, sentence)), "没有复制");
        return Page();
    }

    private async Task ShowAsync(TargetForm form, IReadOnlyCollection<string>? chosen, CancellationToken cancel)
    {
        (Form, Copy) = (form, await forms.LastYearCopyAsync(form, Person, cancel));
        Picked = (chosen ?? Copy?.Parts.Where(part => part.IsSuggested).Select(part => part.Key) ?? []).ToHashSet();
    }
}
