using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.TestKit.Randomised;

/// <summary>
/// What stands in a form, place by place, under the keys by which the conflict page asks: a field of the head, a row, a group's 不涉及, a 填写说明.
/// A place where nothing stands is not there. Read from what a page would post and from what is stored, so that the two can be compared.
/// </summary>
public static class SheetTexts
{
    private static readonly string[] Head = [HeadField.ProjectName, HeadField.ProjectPeriod, HeadField.OverallGoal];

    public static SortedDictionary<string, string> Of(FormContent content)
    {
        var texts = Empty();
        Add(texts, HeadField.ProjectName, content.ProjectName);
        Add(texts, HeadField.ProjectPeriod, content.ProjectPeriod);
        Add(texts, HeadField.OverallGoal, content.OverallGoal);
        foreach (var line in content.Funds)
            Add(texts, Place.Funds(line.Key).Anchor, line.Amount.Text);
        foreach (var row in content.Indicators)
            AddRow(texts, row.Id.ToString("N"), row.Name, row.Value);
        foreach (var mark in content.NotApplicable)
            texts[$"na-{mark.GroupKey}"] = Mark(mark.Reason);
        foreach (var reason in content.Reasons)
            Add(texts, Place.Reason(reason.Key).Anchor, reason.Text);
        return texts;
    }

    /// <param name="fields">All that the editor's form would post, in its order.</param>
    public static SortedDictionary<string, string> Of(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var texts = Empty();
        var values = fields.ToLookup(field => field.Key, field => field.Value, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            if (Head.Contains(name) || name.StartsWith("funds-", StringComparison.Ordinal) || name.StartsWith(Place.ReasonPrefix, StringComparison.Ordinal))
                Add(texts, name, Plain(value));
            else if (name == "row" && value.Split(':') is [_, var row])
                AddRow(texts, row, Plain(values[$"row-{row}-name"].First()), Plain(values[$"row-{row}-value"].First()));
            else if (name.StartsWith("na-reason-", StringComparison.Ordinal) && name["na-reason-".Length..] is var group && IsMarked(group, value))
                texts[$"na-{group}"] = Mark(Plain(value));
        }
        return texts;

        bool IsMarked(string group, string reason) => values["na"].Contains(group) || (reason.Length > 0 && !values["na-was"].Contains(group));
    }

    /// <summary>The key of the place to which a field belongs.</summary>
    public static string KeyOf(string field) =>
        field.StartsWith("row-", StringComparison.Ordinal) ? field[..field.LastIndexOf('-')]
        : field.StartsWith("na-reason-", StringComparison.Ordinal) ? "na-" + field["na-reason-".Length..]
        : field;

    public static string Show(string? text) => text is null ? "nothing" : $"“{text.Replace("\n", "⏎", StringComparison.Ordinal)}”";

    /// <summary>Where two states of a form differ, in words.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> found) =>
    [
        .. from key in expected.Keys.Union(found.Keys)
           let pair = (Expected: expected.GetValueOrDefault(key), Found: found.GetValueOrDefault(key))
           where pair.Expected != pair.Found
           select $"{key}: {Show(pair.Expected)} was acknowledged, {Show(pair.Found)} stands in the database",
    ];

    private static SortedDictionary<string, string> Empty() => new(StringComparer.Ordinal);

    private static void Add(SortedDictionary<string, string> texts, string key, string text)
    {
        if (text.Length > 0)
            texts[key] = text;
    }

    private static void AddRow(SortedDictionary<string, string> texts, string row, string name, string value)
    {
        if (name.Length + value.Length > 0 && !texts.TryAdd($"row-{row}", $"{name}\n{value}"))
            throw new InvalidOperationException($"Row {row} stands there twice.");
    }

    /// <summary>不涉及 may be marked without a reason.</summary>
    private static string Mark(string reason) => "✓" + reason;

    private static string Plain(string typed) => typed.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
