using System.Text;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>复制上年 into a draft that exists.</summary>
public sealed partial class FormService
{
    /// <summary>The project's form of the year before, as far as the person may see it; null where there is none.</summary>
    public async Task<TargetForm?> LastYearAsync(TargetForm form, Actor person, CancellationToken cancel = default) =>
        (await db.OfYearBeforeAsync([form.ProjectId], form.Year, person, remembered, cancel)).GetValueOrDefault(form.ProjectId);

    /// <summary>What the checks say of the form if this stood in it, and <see cref="LastYearAsync"/>.</summary>
    public async Task<(CheckReport Report, TargetForm? LastYear)> CheckBesideLastYearAsync(TargetForm form, FormContent content, Actor person, CancellationToken cancel = default)
    {
        var context = await contexts.OfAsync(form, cancel) with { Form = content };
        // Where the checks found none there is none that the person might see.
        return (reports.On(context), context.LastYear?.Form is null ? null : await LastYearAsync(form, person, cancel));
    }

    /// <summary>What last year's form would bring into this one; null where there is none.</summary>
    public async Task<LastYearCopy?> LastYearCopyAsync(TargetForm form, Actor person, CancellationToken cancel = default) =>
        await LastYearAsync(form, person, cancel) is { } before ? LastYearCopy.Of(before, form.Content, YearOf(form).Template) : null;

    /// <summary>Takes what was chosen of last year's form into this one. It is 待核对 until its text is changed or confirmed.</summary>
    /// <param name="source"><see cref="LastYearCopy.Source"/> as the person has seen it.</param>
    /// <param name="chosen">The keys of its parts.</param>
    /// <exception cref="RequestRefusedException">Last year's form has changed since, or nothing is chosen.</exception>
    /// <exception cref="ContentRefusedException">The year's form cannot hold so much; nothing was stored.</exception>
    /// <exception cref="StaleFormException">The form has changed since; nothing was stored.</exception>
    public Task CopyLastYearAsync(FormRequest request, string source, IReadOnlyCollection<string> chosen, Actor person, CancellationToken cancel = default) =>
        OnceAsync(request, SnapshotDocument.Sha256(Encoding.UTF8.GetBytes($"copy {source} {string.Join(' ', chosen)}")), person, FormAction.Save, async (form, _, at) =>
        {
            var copy = await LastYearCopyAsync(form, person, cancel);
            if (copy?.Source != source)
                throw new RequestRefusedException("上年的目标表在您打开本页之后有了变化，没有复制。下面是现在的内容，请看过以后再复制。");
            if (!copy.Parts.Any(part => chosen.Contains(part.Key)))
                throw new RequestRefusedException("请先选择要复制的内容。");
            var content = copy.Take(chosen);
            var violations = DraftRules.Check(content, YearOf(form).Template);
            if (violations.Count > 0)
                throw new ContentRefusedException(violations);
            await ReplaceAsync(form, content, person, at, cancel);
        }, cancel);
}
