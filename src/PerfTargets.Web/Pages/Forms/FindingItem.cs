using PerfTargets.Core.Checks;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>What is read together.</summary>
/// <param name="Folded">The places that are seen on demand.</param>
public readonly record struct FindingItem(FindingSeverity Severity, ArraySegment<FindingPlace> Seen, ArraySegment<FindingPlace> Folded)
{
    private const int MostSeen = 3;

    /// <summary>
    /// The same of several rows of a group is one item with several places; all else that is said of one place is one item too. Of hints in very many
    /// rows the first are seen, the others folded away.
    /// </summary>
    /// <param name="findings">Of one severity, in reading order, but for what a save was refused for: that comes first.</param>
    public static IReadOnlyList<FindingItem> Of(IReadOnlyList<Finding> findings)
    {
        var (sorted, ends) = ByItem(findings);
        var (items, places) = (new List<FindingItem>(ends.Count), new FindingPlace[sorted.Length]);
        var (from, placed) = (0, 0);
        foreach (var end in ends)
        {
            var first = placed;
            for (; from < end; from += places[placed++].Findings.Length)
                places[placed] = new(sorted, from, end);
            items.Add(ItemOf(sorted[end - 1].Severity, new(places, first, placed - first)));
        }
        return items;
    }

    private static FindingItem ItemOf(FindingSeverity severity, ArraySegment<FindingPlace> places)
    {
        var seen = severity == FindingSeverity.Hint && places.Count > MostSeen + 1 ? MostSeen : places.Count;
        return new(severity, places[..seen], places[seen..]);
    }

    /// <summary>The findings item by item, and where each item ends.</summary>
    private static (Finding[] Sorted, List<int> Ends) ByItem(IReadOnlyList<Finding> findings)
    {
        var (heads, sizes) = Heads(findings);
        var (sorted, next, ends, end) = (new Finding[heads.Length], sizes, new List<int>(heads.Length), 0);
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] == i)
            {
                (next[i], end) = (end, end + sizes[i]);
                ends.Add(end);
            }
            sorted[next[heads[i]]++] = findings[i];
        }
        return (sorted, ends);
    }

    /// <summary>For each finding the one with which its item begins, and for those how many there are in it.</summary>
    private static (int[] Heads, int[] Sizes) Heads(IReadOnlyList<Finding> findings)
    {
        var (heads, sizes, kinds, alone) = (new int[findings.Count], new int[findings.Count], new List<int>(), new List<int>());
        for (var i = 0; i < heads.Length; i++)
        {
            heads[i] = HeadOf(findings[i], kinds, findings, BelongTogether) ?? i;
            sizes[heads[i]]++;
            if (heads[i] == i)
                kinds.Add(i);
        }
        for (var i = 0; i < heads.Length; i++)
        {
            if (sizes[i] != 1)
                continue;
            if (HeadOf(findings[i], alone, findings, AreOfOnePlace) is { } head)
                (heads[i], sizes[i], sizes[head]) = (head, 0, sizes[head] + 1);
            else
                alone.Add(i);
        }
        return (heads, sizes);
    }

    /// <summary>Looked for from the end: what is near in reading order is near here.</summary>
    private static int? HeadOf(Finding finding, List<int> heads, IReadOnlyList<Finding> findings, Func<Finding, Finding, bool> belong)
    {
        for (var at = heads.Count - 1; at >= 0; at--)
        {
            if (belong(findings[heads[at]], finding))
                return heads[at];
        }
        return null;
    }

    /// <summary>What one check says of the rows of one group or, outside of groups, of one place.</summary>
    private static bool BelongTogether(Finding one, Finding other) =>
        one.Code == other.Code && (one.Place.GroupKey is { } group ? other.Place.GroupKey == group : other.Place == one.Place);

    private static bool AreOfOnePlace(Finding one, Finding other) => one.Place == other.Place;
}

/// <summary>All that an item says of one place.</summary>
public readonly struct FindingPlace
{
    private readonly Finding[] _findings;
    private readonly int _from, _count, _where, _link;

    /// <param name="findings">Those of all items, item by item.</param>
    /// <param name="from">The first of this place.</param>
    /// <param name="end">Where the item ends.</param>
    public FindingPlace(Finding[] findings, int from, int end)
    {
        (_findings, _from, _count, Anchor) = (findings, from, 1, findings[from].Place.Anchor);
        while (from + _count < end && findings[from + _count].Place == findings[from].Place)
            _count++;
        var where = findings[from].Where;
        (_where, _link) = (where.Length, where.IndexOf('“') is > 0 and var name ? name : where.Length);
    }

    public ReadOnlySpan<Finding> Findings => _findings.AsSpan(_from, _count);
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
