namespace PerfTargets.Core.Forms;

/// <summary>Tells whether the forms around a form, those of its department's year and of its project's year before, are as they were: whoever changes, begins or deletes one changes it.</summary>
/// <param name="Versions">The sum of their versions, and <see cref="Each"/> for each of them.</param>
/// <param name="ApprovedFen">核定总额 in 分.</param>
internal sealed record AroundMark(long Versions, long? ApprovedFen)
{
    /// <summary>More than the versions of all forms of a department together.</summary>
    public const long Each = 1L << 32;
}
