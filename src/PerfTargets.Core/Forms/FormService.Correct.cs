using System.Text;
using PerfTargets.Core.Common;
using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Forms;

/// <summary>更正批复.</summary>
public sealed partial class FormService
{
    /// <summary>
    /// Puts a mistyped 文号 or date of a 批复 right. The official PDF prints neither and stays as it was stored; the snapshot keeps what was
    /// entered at 批复, and the event says both.
    /// </summary>
    /// <exception cref="FluentValidation.ValidationException">The number or date is wrong, or nothing is changed.</exception>
    /// <exception cref="StaleFormException">Somebody else has corrected it since.</exception>
    public Task CorrectApprovalAsync(FormRequest request, ApprovalInput input, Actor person, CancellationToken cancel = default)
    {
        new ApprovalInputValidator(calendar.Today).Require(input);
        var terms = input.Terms;
        return OnceAsync(request, SnapshotDocument.Sha256(Encoding.UTF8.GetBytes($"{FormAction.CorrectApproval} {terms}")), person, FormAction.CorrectApproval,
            (form, role, at) =>
            {
                var changes = Changes(form, terms).ToList();
                if (changes.Count == 0)
                    throw TypedInput.Refused(nameof(input.Document), "文号和日期与现在的一样，没有要更正的");
                form.CorrectApproval(terms, person, at);
                db.Add(FormEvents.Of(form, FormAction.CorrectApproval, form.Status, role, person, string.Join('；', changes), at));
                return Task.CompletedTask;
            }, cancel);
    }

    private static IEnumerable<string> Changes(TargetForm form, ApprovalTerms terms)
    {
        if (form.ApprovalDocument != terms.Document)
            yield return $"文号由{(form.ApprovalDocument is { } document ? $"“{document}”" : "空白")}更正为“{terms.Document}”";
        if (form.ApprovalDate != terms.Date)
            yield return $"日期由{(form.ApprovalDate is { } date ? $" {ApprovalTerms.Word(date)}" : "空白")}更正为 {ApprovalTerms.Word(terms.Date)}";
    }
}
