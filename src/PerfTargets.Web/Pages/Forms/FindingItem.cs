using System.Runtime.InteropServices;
using PerfTargets.Core.Checks;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>What is read together.</summary>
/// <param name="Folded">The places that are seen on demand.</param>
public sealed record FindingItem(FindingSeverity Severity, IReadOnlyList<FindingPlace> Seen, IReadOnlyList<FindingPlace> Folded)
{
    private const int MostSeen = 3;

    /// <summary>
    /// The same of several rows of a group is one item with several places; all else that is said of one place is one item too. Of hints in very many
    /// rows the first are seen, the others folded away.
    /// </summary>
    /// <param name="findings">Of one severity, in reading order.</param>
    public static IReadOnlyList<FindingItem> Of(IReadOnlyList<Finding> findings)
    {
        var (items, alone) = (new List<List<Finding>>(), new Dictionary<Place, List<Finding>>());
        foreach (var same in Gathered(findings))
        {
            if (same is not [var only])
                items.Add(same);
            else if (alone.TryGetValue(only.Place, out var item))
                item.Add(only);
            else
                items.Add(alone[only.Place] = same);
        }
        return items.ConvertAll(ItemOf);
    }

    /// <summary>What one check says of the rows of one group or, outside of groups, of one place.</summary>
    private static List<List<Finding>> Gathered(IReadOnlyList<Finding> findings)
    {
        var gathered = new List<List<Finding>>();
        foreach (var finding in findings)
        {
            // Looked for from the end: what is near in reading order is near here.
            var at = gathered.Count - 1;
            while (at >= 0 && !BelongTogether(gathered[at][0], finding))
                at--;
            if (at >= 0)
                gathered[at].Add(finding);
            else
                gathered.Add([finding]);
        }
        return gathered;
    }

    private static bool BelongTogether(Finding one, Finding other) =>
        one.Code == other.Code && (one.Place.GroupKey is { } group ? other.Place.GroupKey == group : other.Place == one.Place);

    private static FindingItem ItemOf(List<Finding> findings)
    {
        var (severity, places) = (findings[0].Severity, PlacesOf(findings));
        return severity == FindingSeverity.Hint && places.Count > MostSeen + 1
            ? new(severity, places.GetRange(0, MostSeen), places.GetRange(MostSeen, places.Count - MostSeen))
            : new(severity, places, []);
    }

    /// <summary>Reports are in reading order: what is said of one place stands together.</summary>
    private static List<FindingPlace> PlacesOf(List<Finding> findings)
    {
        var (places, from) = (new List<FindingPlace>(findings.Count), 0);
        for (var i = 1; i <= findings.Count; i++)
        {
            if (i == findings.Count || findings[i].Place != findings[from].Place)
            {
                places.Add(new(findings, from, i - from));
                from = i;
            }
        }
        return places;
    }
}

/// <summary>All that an item says of one place.</summary>
public sealed class FindingPlace
{
    private readonly List<Finding> _findings;
    private readonly int _from, _count, _where, _link;

    /// <param name="findings">Those of the item, of which so many from here on are of this place.</param>
    public FindingPlace(List<Finding> findings, int from, int count)
    {
        (_findings, _from, _count, Anchor) = (findings, from, count, findings[from].Place.Anchor);
        var where = findings[from].Where;
        (_where, _link) = (where.Length, where.IndexOf('“') is > 0 and var name ? name : where.Length);
    }

    public ReadOnlySpan<Finding> Findings => CollectionsMarshal.AsSpan(_findings).Slice(_from, _count);
    public string Anchor { get; }

    /// <summary>The place in words: 数量指标第 1 行“培训次数”.</summary>
    public ReadOnlySpan<char> Where => _findings[_from].Message.AsSpan(0, _where);

    /// <summary>The words of the link: 数量指标第 1 行.</summary>
    public ReadOnlySpan<char> Link => Where[.._link];

    /// <summary>What the place is called besides: “培训次数”.</summary>
    public ReadOnlySpan<char> Rest => Where[_link..];

    /// <summary>The sentence itself; empty where the link says all.</summary>
    public ReadOnlySpan<char> Sentence(Finding finding) => Where.SequenceEqual(finding.Message) ? "" : finding.ShortMessage;
}
