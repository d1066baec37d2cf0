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
    public static IReadOnlyList<FindingItem> Of(IReadOnlyList<Finding> findings)
    {
        var (items, alone) = (new List<List<Finding>>(), new Dictionary<Place, List<Finding>>());
        foreach (var entry in CheckReport.EntriesOf(findings))
        {
            if (entry.Findings is not [var only])
                items.Add([.. entry.Findings]);
            else if (alone.TryGetValue(only.Place, out var item))
                item.Add(only);
            else
                items.Add(alone[only.Place] = [only]);
        }
        return items.ConvertAll(Of);
    }

    private static FindingItem Of(List<Finding> findings)
    {
        var (severity, places) = (findings[0].Severity, PlacesOf(findings));
        var seen = severity == FindingSeverity.Hint && places.Count > MostSeen + 1 ? MostSeen : places.Count;
        return new(severity, places.GetRange(0, seen), places.GetRange(seen, places.Count - seen));
    }

    /// <summary>Reports are in reading order: what is said of one place stands together.</summary>
    private static List<FindingPlace> PlacesOf(List<Finding> findings)
    {
        var places = new List<List<Finding>>();
        foreach (var finding in findings)
        {
            if (places.Count > 0 && places[^1][0].Place == finding.Place)
                places[^1].Add(finding);
            else
                places.Add([finding]);
        }
        return places.ConvertAll(place => new FindingPlace(place));
    }
}

/// <summary>All that an item says of one place.</summary>
public sealed class FindingPlace
{
    public FindingPlace(IReadOnlyList<Finding> findings)
    {
        (Findings, Anchor, Where) = (findings, findings[0].Place.Anchor, WhereOf(findings[0]));
        var name = Where.IndexOf('“', StringComparison.Ordinal);
        (Link, Rest) = name > 0 ? (Where[..name], Where[name..]) : (Where, "");
    }

    public IReadOnlyList<Finding> Findings { get; }
    public string Anchor { get; }

    /// <summary>The place in words: 数量指标第 1 行“培训次数”.</summary>
    public string Where { get; }

    /// <summary>The words of the link: 数量指标第 1 行.</summary>
    public string Link { get; }

    /// <summary>What the place is called besides: “培训次数”.</summary>
    public string Rest { get; }

    /// <summary>The sentence itself; empty where the link says all.</summary>
    public string Sentence(Finding finding) => finding.Message == Where ? "" : finding.ShortMessage;

    /// <summary>What stands before the sentence; all of it where it names no place.</summary>
    private static string WhereOf(Finding finding)
    {
        var sentence = finding.ShortMessage;
        return sentence.Length == finding.Message.Length ? finding.Message : finding.Message[..^(sentence.Length + 1)];
    }
}
