using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>The preview of 复制上年, of one form or of one among several.</summary>
public sealed record CopyTable(LastYearCopy Copy)
{
    /// <summary>The ticked parts; null where all of it comes and nothing can be chosen.</summary>
    public IReadOnlySet<string>? Picked { get; init; }

    /// <summary>What stands there now is shown beside it.</summary>
    public bool ShowsPresent => Picked is not null;

    /// <summary>The amounts of last year, which do not come.</summary>
    public IEnumerable<(string Label, string Before, string Now)> Funds =>
        from line in Copy.Template.Funds
        let before = Copy.From.Content.FundsOf(line.Key).Text
        where before.Length > 0
        select (line.Label.TrimEnd('：'), before, Copy.Now.FundsOf(line.Key).Text);

    /// <summary>How many years that are not the form's come along.</summary>
    public int OtherYears => Copy.Parts.SelectMany(part => part.Coming).Sum(line => Count(line.Name) + Count(line.Value));

    public int Rows => Copy.Parts.Sum(part => part.Coming.Count(line => line.Name.Length > 0));

    private int Count(string text) => YearNumbers.OtherThan(Copy.Year, text).Count;
}
