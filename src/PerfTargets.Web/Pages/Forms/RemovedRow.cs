using Microsoft.Extensions.Primitives;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>
/// A deleted row that 撤销 can still bring back where it stood. The page carries it, in hidden fields from post to post: a cookie holds no
/// long text, and the row is wanted again after the next saves too.
/// </summary>
/// <param name="At">Its place in the group, from 0.</param>
/// <param name="IsUnconfirmed">It was 待核对, and is so again when it comes back.</param>
public sealed record RemovedRow(IndicatorRow Row, int At, bool IsUnconfirmed)
{
    /// <summary>Behind the row's key: it was 待核对.</summary>
    public const string Unconfirmed = ":unconfirmed";

    /// <summary>So many are carried, the newest first.</summary>
    public const int Most = 10;

    /// <summary>The hidden field that names the rows; <see cref="NameField"/> and <see cref="ValueField"/> hold their texts.</summary>
    public const string FieldName = "removed";

    /// <summary>Its texts on one line, cut where they would fill the cell.</summary>
    public string Short => Core.Checks.Quoted.Short($"{Row.Name}　{Row.Value}".Trim());

    public string Key => Row.Id.ToString("N");

    public string Entry => $"{Row.GroupKey}:{Key}:{At}{(IsUnconfirmed ? Unconfirmed : "")}";

    /// <summary>The id of its button 撤销.</summary>
    public string Anchor => "undo-" + Key;

    public string NameField => $"removed-{Key}-name";

    public string ValueField => $"removed-{Key}-value";

    public static IReadOnlyList<RemovedRow> Read(IFormCollection post) => [.. Entries(post[FieldName], post).DistinctBy(one => one.Row.Id).Take(Most)];

    public bool IsIn(FormContent content) => content.Indicators.Any(row => row.Id == Row.Id);

    /// <summary>The row in the place that it had.</summary>
    public FormContent Restore(FormContent content)
    {
        // A resent post finds its row there already.
        if (IsIn(content))
            return content;
        var rows = content.Indicators.ToList();
        var next = content.RowsOf(Row.GroupKey).ElementAtOrDefault(At);
        rows.Insert(next is null ? rows.Count : rows.IndexOf(next), Row);
        return content with { Indicators = rows, Unconfirmed = IsUnconfirmed ? [.. content.Unconfirmed, FormMerge.RowKey(Row)] : content.Unconfirmed };
    }

    private static IEnumerable<RemovedRow> Entries(StringValues entries, IFormCollection post)
    {
        foreach (var entry in entries)
        {
            if ((entry ?? "").Split(':') is not [var group, var key, var place, .. var mark])
                continue;
            if (!Guid.TryParse(key, out var id) || id == Guid.Empty || !int.TryParse(place, out var at) || at < 0)
                continue;
            var removed = new RemovedRow(new IndicatorRow(id, group, "", ""), at, mark is [{ } said] && ":" + said == Unconfirmed);
            yield return removed with
            {
                Row = removed.Row with { Name = TypedText.Normalise(post[removed.NameField]), Value = TypedText.Normalise(post[removed.ValueField]) },
            };
        }
    }
}
