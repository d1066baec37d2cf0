using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>
/// What a reader sees changed between two states of a form: field by field, rows matched by their id. <see cref="Merged"/> is the later state with the
/// rows that went still standing in it, so that a page can draw both in one table.
/// </summary>
public sealed record FormDiff
{
    private FormDiff() { }

    /// <summary>The changed texts by <see cref="Place.Anchor"/>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<DiffPiece>> Changes { get; init; }

    public required IReadOnlySet<Guid> AddedRows { get; init; }
    public required IReadOnlySet<Guid> RemovedRows { get; init; }

    /// <summary>Groups whose common rows stand in another order.</summary>
    public required IReadOnlySet<string> ReorderedGroups { get; init; }

    /// <summary>Groups where 不涉及 was set, taken back or given another reason.</summary>
    public required IReadOnlyDictionary<string, string> NotApplicableChanges { get; init; }

    /// <summary>The changed 填写说明 by <see cref="FindingReason.Key"/>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<DiffPiece>> ReasonChanges { get; init; }

    public required FormContent Merged { get; init; }

    /// <summary>How many fields of rows that stand in both, of the head and of 不涉及 have changed.</summary>
    public int Modified => Changes.Count + NotApplicableChanges.Count;

    public bool IsEmpty => Modified == 0 && AddedRows.Count == 0 && RemovedRows.Count == 0 && ReorderedGroups.Count == 0 && ReasonChanges.Count == 0;

    /// <summary>修改 1 处，新增 1 行.</summary>
    public string Summary => IsEmpty ? "没有修改" : string.Join('，', Parts());

    public static FormDiff Between(FormContent before, FormContent after, FormTemplate template)
    {
        var changes = new Dictionary<string, IReadOnlyList<DiffPiece>>(StringComparer.Ordinal);
        foreach (var (old, now) in FormFields.Head(before, template).Zip(FormFields.Head(after, template)))
            Compare(old.Place, old.Text, now.Text);

        var known = before.Indicators.ToDictionary(row => row.Id);
        var added = new HashSet<Guid>();
        foreach (var row in after.Indicators)
        {
            if (known.Remove(row.Id, out var old))
            {
                Compare(Place.RowName(row.GroupKey, row.Id), old.Name, row.Name);
                Compare(Place.RowValue(row.GroupKey, row.Id), old.Value, row.Value);
            }
            else
            {
                added.Add(row.Id);
            }
        }
        return new FormDiff
        {
            Changes = changes,
            AddedRows = added,
            RemovedRows = known.Keys.ToHashSet(),
            ReorderedGroups = template.Groups.Where(group => IsReordered(before, after, group.Key)).Select(group => group.Key).ToHashSet(),
            NotApplicableChanges = NotApplicable(before, after, template),
            ReasonChanges = Reasons(before, after),
            Merged = after with { Indicators = Merge(before.Indicators, after.Indicators) },
        };

        void Compare(Place place, string old, string now)
        {
            var (seen, sees) = (TypedText.Visible(old), TypedText.Visible(now));
            if (seen == sees)
                return;
            // What is seen of a text is without the indent of its first paragraph; the table prints it.
            var indent = now[..(now.Length - now.TrimStart().Length)];
            changes[place.Anchor] = indent.Length == 0 ? TextDiff.Between(seen, sees) : [new(DiffKind.Same, indent), .. TextDiff.Between(seen, sees)];
        }
    }

    /// <summary>The rows of <paramref name="kept"/>, and those of <paramref name="other"/> that it lacks, each behind the row it followed.</summary>
    internal static IReadOnlyList<IndicatorRow> Merge(IReadOnlyList<IndicatorRow> other, IReadOnlyList<IndicatorRow> kept)
    {
        var merged = kept.ToList();
        var present = kept.Select(row => row.Id).ToHashSet();
        for (var i = 0; i < other.Count; i++)
        {
            if (!present.Add(other[i].Id))
                continue;
            var group = other[i].GroupKey;
            var before = other.Take(i).LastOrDefault(row => row.GroupKey == group);
            var at = before is null ? -1 : merged.FindIndex(row => row.Id == before.Id && row.GroupKey == group);
            var first = merged.FindIndex(row => row.GroupKey == group);
            merged.Insert(at >= 0 ? at + 1 : first >= 0 ? first : merged.Count, other[i]);
        }
        return merged;
    }

    private static bool IsReordered(FormContent before, FormContent after, string groupKey)
    {
        var old = before.RowsOf(groupKey).Select(row => row.Id).ToList();
        var now = after.RowsOf(groupKey).Select(row => row.Id).ToList();
        return !old.Intersect(now).SequenceEqual(now.Intersect(old));
    }

    private static Dictionary<string, string> NotApplicable(FormContent before, FormContent after, FormTemplate template)
    {
        var changes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in template.Groups)
        {
            var (old, now) = (before.NotApplicableOf(group.Key), after.NotApplicableOf(group.Key));
            if (Reason(old) != Reason(now))
                changes[group.Key] = now is null ? $"{group.Label}：不再标记为不涉及" : $"{group.Label}：不涉及，原因：{now.Reason}";
        }
        return changes;

        static string? Reason(NotApplicableGroup? mark) => mark is null ? null : TypedText.Visible(mark.Reason);
    }

    private static Dictionary<string, IReadOnlyList<DiffPiece>> Reasons(FormContent before, FormContent after)
    {
        var (old, now) = (Texts(before), Texts(after));
        return old.Keys.Union(now.Keys).Where(key => old.GetValueOrDefault(key, "") != now.GetValueOrDefault(key, ""))
            .ToDictionary(key => key, key => TextDiff.Between(old.GetValueOrDefault(key, ""), now.GetValueOrDefault(key, "")), StringComparer.Ordinal);

        static Dictionary<string, string> Texts(FormContent content) =>
            content.Reasons.DistinctBy(reason => reason.Key).ToDictionary(reason => reason.Key, reason => TypedText.Visible(reason.Text), StringComparer.Ordinal);
    }

    private IEnumerable<string> Parts()
    {
        if (Modified > 0)
            yield return $"修改 {Modified} 处";
        if (AddedRows.Count > 0)
            yield return $"新增 {AddedRows.Count} 行";
        if (RemovedRows.Count > 0)
            yield return $"删除 {RemovedRows.Count} 行";
        if (ReorderedGroups.Count > 0)
            yield return $"{ReorderedGroups.Count} 组调整了顺序";
        if (ReasonChanges.Count > 0)
            yield return $"填写说明改了 {ReasonChanges.Count} 条";
    }
}
