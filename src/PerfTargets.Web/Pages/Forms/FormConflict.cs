using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>Two people's texts side by side, and the answers given so far.</summary>
public sealed record FormConflict(
    FormContent Mine, IReadOnlyList<MergeQuestion> Questions, IReadOnlyDictionary<string, MergeSide> Answers, string ChangedBy, DateTime ChangedAt)
{
    public MergeSide Chosen(MergeQuestion question) => Answers.GetValueOrDefault(question.Key, question.Suggested);
}
