using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>
/// A department's forms of one year, as far as checks across forms need them; made once for all of them. It answers for one form by looking up,
/// never by going through the others.
/// </summary>
/// <param name="forms">The newest round of each project, whatever its status but deleted.</param>
public sealed class BureauYear(IEnumerable<BureauForm> forms)
{
    public IReadOnlyList<BureauForm> Forms { get; } = [.. forms];

    /// <summary>核定总额, what was approved for all of the department's projects; null when nobody has entered it.</summary>
    public Money? ApprovedTotal { get; init; }

    /// <summary>How many of the department's projects have no form of this year yet.</summary>
    public int ProjectsWithoutForm { get; init; }
}

/// <summary>One form among its department's.</summary>
/// <param name="Unit">实施单位, by its code or name.</param>
/// <param name="TotalFen">年度资金总额 in 分; null while it is blank or cannot be read.</param>
/// <param name="Rows">At least those whose name, to the letter, stands in a form that is checked; the others are not needed.</param>
public sealed record BureauForm(Guid FormId, string? ProjectCode, string ProjectName, string Unit, long? TotalFen, IReadOnlyList<IndicatorRow> Rows);
