using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>Two people's texts side by side, and the answers given so far.</summary>
/// <param name="Pending">The words on the pressed button, when what it does beyond saving is still to be done.</param>
public sealed record FormConflict(
    FormContent Mine, IReadOnlyList<MergeQuestion> Questions, IReadOnlyDictionary<string, MergeSide> Answers, string ChangedBy, DateTime ChangedAt,
    string? Pending)
{
    public MergeSide Chosen(MergeQuestion question) => Answers.GetValueOrDefault(question.Key, question.Suggested);
}
