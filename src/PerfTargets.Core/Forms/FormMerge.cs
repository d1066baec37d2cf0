using System.Diagnostics.CodeAnalysis;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

public enum MergeSide
{
    Mine,
    Theirs,

    /// <summary>Texts of sentences one after the other, mine first, of which somebody then makes one; two indicators that were typed into one row, each in its own.</summary>
    Both,
}

/// <summary>A place where two people's states of a form differ to the eye. A text that is null says that the row does not stand on that side.</summary>
/// <param name="Suggested">What loses nothing: the side that has something where the other has none, each of two indicators in its own row. Otherwise one's own.</param>
/// <param name="TakesBoth">Sentences or indicators that differ, where <see cref="MergeSide.Both"/> can be answered.</param>
public sealed record MergeQuestion(string Key, string Label, string? Mine, string? Theirs, MergeSide Suggested, bool TakesBoth)
{
    /// <summary>Each side has a text that is lost where the other is taken: only the person can say.</summary>
    public bool IsOpen => Suggested != MergeSide.Both && !string.IsNullOrEmpty(Mine) && !string.IsNullOrEmpty(Theirs);

    /// <summary>What holds by the answers given.</summary>
    public MergeSide Chosen(IReadOnlyDictionary<string, MergeSide> answers) => IsAnswered(answers) ? answers[Key] : Suggested;

    /// <summary>With an answer that can be given of what stands there now.</summary>
    public bool IsAnswered(IReadOnlyDictionary<string, MergeSide> answers) => answers.TryGetValue(Key, out var side) && (side != MergeSide.Both || TakesBoth);
}

/// <summary>
/// Two people have edited one form. A text that one of them left as the page had shown it is the other's; where both have typed, the difference
/// becomes a question, and the answers make one content again.
/// </summary>
public static class FormMerge
{
    internal const string NotApplicablePrefix = "na-";
    private const string RowPrefix = "row-";

    /// <summary>Where both have typed something else.</summary>
    public static IReadOnlyList<MergeQuestion> Questions(FormContent mine, FormContent theirs, FormTemplate template, ShownTexts shown) =>
        [.. Typed(mine, theirs, template, shown).Where(question => !shown.IsAsShown(question.Key, question.Theirs))];

    /// <summary>What I have typed and now stands otherwise, whether the other has typed there too or not.</summary>
    public static IReadOnlyList<MergeQuestion> Typed(FormContent mine, FormContent theirs, FormTemplate template, ShownTexts shown)
    {
        var questions = new List<MergeQuestion>();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (own, other) in FormFields.Head(mine, template).Zip(FormFields.Head(theirs, template)))
            Ask(own.Place.Anchor, own.Label, own.Text, other.Text, own.Place.Field == HeadField.OverallGoal && AreTwo(own.Text, other.Text));
        foreach (var group in template.Groups)
        {
            AskRows(group);
            AskSentences(NotApplicableKey(group), $"{group.Label}：不涉及", mine.NotApplicableOf(group.Key)?.Reason, theirs.NotApplicableOf(group.Key)?.Reason);
        }
        foreach (var reason in Reasons(mine, theirs))
            AskSentences(ReasonKey(reason), $"{FormFields.LabelOf(reason.Place, mine, template)}：填写说明", ReasonText(mine, reason), ReasonText(theirs, reason));
        return questions;

        void AskRows(IndicatorGroup group)
        {
            var (own, other) = (Rows(mine, group), Rows(theirs, group));
            foreach (var (row, number) in own.Select((row, index) => (row, index + 1)))
            {
                var same = other.Find(one => one.Id == row.Id);
                Ask(RowKey(row), $"{group.Label}第 {number} 行", Text(row), Text(same), AreTwo(row.Name, same?.Name));
            }
            foreach (var row in other.Where(row => own.TrueForAll(one => one.Id != row.Id)))
                Ask(RowKey(row), row.Name.Length > 0 ? $"{group.Label}“{Quoted.Short(row.Name)}”" : $"{group.Label}第 {other.IndexOf(row) + 1} 行", null, Text(row));
        }

        void AskSentences(string key, string label, string? own, string? other) => Ask(key, label, own, other, AreTwo(own, other));

        void Ask(string key, string label, string? own, string? other, bool takesBoth = false)
        {
            (own, other) = (Seen(own), Seen(other));
            // Who left a blank row away has nothing against what another has typed in it.
            var isUntouched = shown.IsAsShown(key, own) || (own is null && IsRow(key) && !string.IsNullOrEmpty(other) && shown.IsAsShown(key, ""));
            if (own != other && !isUntouched && asked.Add(key))
            {
                var suggested = string.IsNullOrEmpty(own) && !string.IsNullOrEmpty(other) ? MergeSide.Theirs : takesBoth && IsRow(key) ? MergeSide.Both : MergeSide.Mine;
                questions.Add(new(key, label, own, other, suggested, takesBoth));
            }
        }

        // Neither is there already when the other is taken.
        static bool AreTwo(string? own, string? other) => Seen(own) is { } one && Seen(other) is { } two && !Holds(one, two) && !Holds(two, one);

        static bool Holds(string whole, string part) => whole.Contains(part, StringComparison.Ordinal);

        static string? Seen(string? text) => text is null ? null : TypedText.Visible(text);
    }

    /// <summary>One content of two. Where no choice is given, the suggestion holds.</summary>
    public static FormContent Resolve(
        FormContent mine, FormContent theirs, FormTemplate template, ShownTexts shown, IReadOnlyDictionary<string, MergeSide> choices)
    {
        var sides = Sides();
        foreach (var (row, _) in sides.Where(side => side.Value == MergeSide.Both && IsRow(side.Key)))
        {
            mine = Apart(mine, row, theirs, shown);
            sides = Sides();
        }
        var both = theirs with
        {
            OverallGoal = Joined(mine.OverallGoal, theirs.OverallGoal),
            NotApplicable = [.. theirs.NotApplicable.Select(mark => mark with { Reason = Joined(mine.NotApplicableOf(mark.GroupKey)?.Reason, mark.Reason) })],
            Reasons = [.. theirs.Reasons.Select(reason => reason with { Text = Joined(ReasonText(mine, reason), reason.Text) })],
        };
        return new FormContent
        {
            ProjectName = Head(HeadField.ProjectName).ProjectName,
            Department = theirs.Department,
            ImplementingUnit = theirs.ImplementingUnit,
            ProjectAttribute = Head(HeadField.ProjectAttribute).ProjectAttribute,
            ProjectPeriod = Head(HeadField.ProjectPeriod).ProjectPeriod,
            OverallGoal = Head(HeadField.OverallGoal).OverallGoal,
            Funds = [.. template.Funds.Select(line => new FundsEntry(line.Key, Side(Place.Funds(line.Key).Anchor).FundsOf(line.Key)))],
            Indicators = [.. Ordered().Select(Row).OfType<IndicatorRow>()],
            NotApplicable = [.. template.Groups.Select(group => Side(NotApplicableKey(group)).NotApplicableOf(group.Key)).OfType<NotApplicableGroup>()],
            Reasons = [.. Reasons(theirs, mine).Select(reason => Find(Side(ReasonKey(reason)), reason)).OfType<FindingReason>()],
            // A row that only mine has may have come back with its mark.
            Unconfirmed = [.. theirs.Unconfirmed, .. mine.Unconfirmed.Where(key => IsRow(key) && !theirs.Indicators.Any(row => RowKey(row) == key))],
        };

        Dictionary<string, MergeSide> Sides() => Typed(mine, theirs, template, shown).ToDictionary(
            question => question.Key,
            question => shown.IsAsShown(question.Key, question.Theirs) ? MergeSide.Mine : question.Chosen(choices));

        FormContent Side(string key) => sides.GetValueOrDefault(key, MergeSide.Theirs) switch { MergeSide.Mine => mine, MergeSide.Both => both, _ => theirs };

        // Theirs, but in the groups where I have moved rows: one that I have added is no move.
        IReadOnlyList<IndicatorRow> Ordered() => template.Groups.Where(group => !shown.IsOrderAsShown(Rows(mine, group).Select(RowKey)))
            .Aggregate(FormDiff.Merge(mine.Indicators, theirs.Indicators), (all, group) => InOrderOf(FormDiff.Merge(Rows(theirs, group), Rows(mine, group)), all));

        FormContent Head(string field) => Side(Place.Head(field).Anchor);

        IndicatorRow? Row(IndicatorRow row) => Side(RowKey(row)).Indicators.FirstOrDefault(one => one.Id == row.Id);
    }

    /// <summary>
    /// A row of mine as another than the one that it was typed into, with what was written of it. Theirs keeps its id: whoever has typed it may be
    /// typing on, on a page that knows the row by that.
    /// </summary>
    private static FormContent Apart(FormContent mine, string key, FormContent theirs, ShownTexts shown)
    {
        var id = Guid.CreateVersion7();
        return mine with
        {
            Indicators = [.. mine.Indicators.Select(row => RowKey(row) == key ? row with { Id = id } : row)],
            Unconfirmed = [.. mine.Unconfirmed.Select(one => one == key ? $"{RowPrefix}{id:N}" : one)],
            Reasons = [.. mine.Reasons.SelectMany(Parted)],
        };

        // What stands at their row stays as they have it; what only they have written goes with no row of mine.
        IEnumerable<FindingReason> Parted(FindingReason reason)
        {
            var (isOfRow, other) = (reason.Place.StartsWith(key, StringComparison.Ordinal), Find(theirs, reason));
            if (!isOfRow || other is not null)
                yield return isOfRow ? other! : reason;
            if (isOfRow && (other?.Text != reason.Text || !shown.IsAsShown(ReasonKey(reason), null)))
                yield return reason with { Place = $"{RowPrefix}{id:N}{reason.Place[key.Length..]}" };
        }
    }

    /// <summary>The key of a row's question; a field of the head is its own.</summary>
    public static string RowKey(IndicatorRow row) => $"{RowPrefix}{row.Id:N}";

    public static bool IsRow(string key) => key.StartsWith(RowPrefix, StringComparison.Ordinal);

    /// <summary>The key of a group's 不涉及.</summary>
    public static string NotApplicableKey(IndicatorGroup group) => NotApplicablePrefix + group.Key;

    /// <summary>All that can be asked about, by the questions' keys.</summary>
    internal static IEnumerable<(string Key, string Text)> Texts(FormContent content, FormTemplate template) =>
    [
        .. FormFields.Head(content, template).Select(field => (field.Place.Anchor, field.Text)),
        .. content.Indicators.Select(row => (RowKey(row), Text(row))),
        .. from mark in content.NotApplicable select (NotApplicablePrefix + mark.GroupKey, mark.Reason),
        .. content.Reasons.Select(reason => (ReasonKey(reason), reason.Text)),
    ];

    /// <summary>All rows, of which some take each other's places.</summary>
    private static IReadOnlyList<IndicatorRow> InOrderOf(IReadOnlyList<IndicatorRow> some, IReadOnlyList<IndicatorRow> all)
    {
        var (ids, next) = (some.Select(row => row.Id).ToHashSet(), new Queue<IndicatorRow>(some));
        return [.. all.Select(row => ids.Contains(row.Id) ? next.Dequeue() : row)];
    }

    private static List<IndicatorRow> Rows(FormContent content, IndicatorGroup group) => [.. content.RowsOf(group.Key)];

    /// <summary>One for each finding that either side explains.</summary>
    private static IEnumerable<FindingReason> Reasons(FormContent one, FormContent other) => one.Reasons.Concat(other.Reasons).DistinctBy(ReasonKey);

    private static FindingReason? Find(FormContent content, FindingReason reason) => content.Reasons.FirstOrDefault(one => one.Key == reason.Key);

    private static string? ReasonText(FormContent content, FindingReason reason) => Find(content, reason)?.Text;

    private static string ReasonKey(FindingReason reason) => Place.Reason(reason.Key).Anchor;

    private static string Joined(string? mine, string theirs) => string.IsNullOrEmpty(mine) ? theirs : $"{mine}\n{theirs}";

    /// <summary>What is seen of a row.</summary>
    [return: NotNullIfNotNull(nameof(row))]
    internal static string? Text(IndicatorRow? row) => row is null ? null : $"{TypedText.Visible(row.Name)}\n{TypedText.Visible(row.Value)}";
}
