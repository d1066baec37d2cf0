namespace PerfTargets.Core.Forms;

/// <summary>
/// Tells whether the forms around a form are as they were: whoever changes, begins, deletes or restores one changes it. Only a database that was set back may
/// have the same one by chance.
/// </summary>
/// <param name="Department">The sum of the versions of all others of its department's year, deleted ones among them: it can only grow.</param>
/// <param name="Before">The same of its project's year before, without the deleted ones, for which no index is there.</param>
/// <param name="BeforeChangedAt">When the newest of the latter was changed: one that was begun anew in the place of another can have the same version.</param>
/// <param name="ApprovedFen">核定总额 in 分.</param>
internal sealed record AroundMark(long Department, long Before, DateTime? BeforeChangedAt, long? ApprovedFen);
