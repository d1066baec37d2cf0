using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>A line of what is copied: a row, or the text of a field, which has no name.</summary>
public sealed record CopyLine(string Name, string Value)
{
    public static CopyLine Of(IndicatorRow row) => new(row.Name, row.Value);
}

/// <summary>What can be taken or left as one: a field, the rows of a group, or its 不涉及.</summary>
/// <param name="Key">Names it in the choice.</param>
/// <param name="Coming">What would come.</param>
/// <param name="Present">What stands there now: a field's is replaced, a group's rows stay.</param>
public sealed record CopyPart(string Key, string Label, IReadOnlyList<CopyLine> Coming, IReadOnlyList<CopyLine> Present, bool Replaces)
{
    /// <summary>Nothing stands there that one would have to think about.</summary>
    public bool IsSuggested => Present.Count == 0;
}

/// <summary>What does not come, and why.</summary>
public sealed record CopyRemainder(string Label, IReadOnlyList<CopyLine> Lines, string Why);

/// <summary>
/// 复制上年: what last year's form would bring into one of this year. Groups are matched by their keys, as templates may differ from year to year.
/// Amounts never come: they are the new budget's.
/// </summary>
public sealed class LastYearCopy
{
    private readonly Dictionary<string, List<IndicatorRow>> _rows = [];
    private readonly List<CopyPart> _parts = [];
    private readonly List<CopyRemainder> _remainders = [];

    private LastYearCopy(TargetForm from, FormContent now, FormTemplate template) => (From, Now, Template) = (from, now, template);

    public TargetForm From { get; }

    /// <summary>What stands in this year's form.</summary>
    public FormContent Now { get; }

    /// <summary>This year's.</summary>
    public FormTemplate Template { get; }

    public int Year => From.Year + 1;

    /// <summary>The very state of last year's form, so that nobody copies another one than they have seen.</summary>
    public string Source => $"{From.Id:N}:{From.Version}";

    public IReadOnlyList<CopyPart> Parts => _parts;

    /// <summary>What stands there already is no part and no remainder.</summary>
    public IReadOnlyList<CopyRemainder> Remainders => _remainders;
    public IReadOnlyCollection<string> AllKeys => [.. _parts.Select(part => part.Key)];

    /// <param name="from">With its year.</param>
    /// <param name="template">Of the year into which is copied.</param>
    public static LastYearCopy Of(TargetForm from, FormContent now, FormTemplate template)
    {
        var copy = new LastYearCopy(from, now, template);
        var before = from.Content;
        copy.AddField(HeadField.ProjectAttribute, template.Labels.ProjectAttribute, before.ProjectAttribute, now.ProjectAttribute,
            template.ProjectAttributes.Contains(before.ProjectAttribute) ? null : "本年度的表没有这个选项，请重新选择");
        copy.AddField(HeadField.ProjectPeriod, template.Labels.ProjectPeriod, before.ProjectPeriod, now.ProjectPeriod);
        copy.AddField(HeadField.OverallGoal, template.Labels.OverallGoal, before.OverallGoal, now.OverallGoal);
        foreach (var group in template.Groups)
        {
            copy.AddRows(group, [.. before.RowsOf(group.Key).Where(row => !row.IsBlank)]);
            copy.AddNotApplicable(group, before.NotApplicableOf(group.Key));
        }
        copy.AddGroupsThatAreGone(before, template);
        return copy;
    }

    /// <summary>The form with what was chosen: fields replaced, rows behind those that stand there, blank rows gone; all of it 待核对.</summary>
    /// <param name="chosen">The keys of parts.</param>
    public FormContent Take(IReadOnlyCollection<string> chosen)
    {
        var (content, marks) = (Now, Now.Unconfirmed.ToList());
        foreach (var part in _parts.Where(part => chosen.Contains(part.Key)))
        {
            if (_rows.TryGetValue(part.Key, out var rows))
            {
                var group = rows[0].GroupKey;
                content = content with { Indicators = [.. content.Indicators.Where(row => row.GroupKey != group || !row.IsBlank), .. rows] };
                marks.AddRange(rows.Select(FormMerge.RowKey));
                continue;
            }
            content = WithField(content, part.Key, part.Coming[0].Value);
            marks.Add(part.Key);
        }
        return content with { Unconfirmed = [.. marks.Distinct().Order(StringComparer.Ordinal)] };
    }

    private void AddField(string field, string label, string before, string now, string? notComing = null)
    {
        if (CompactText.IsBlank(before) || TypedText.Visible(before) == TypedText.Visible(now))
            return;
        if (notComing is not null)
            _remainders.Add(new(label, [new("", before)], notComing));
        else
            _parts.Add(new(field, label, [new("", before)], CompactText.IsBlank(now) ? [] : [new("", now)], Replaces: true));
    }

    private void AddRows(IndicatorGroup group, List<IndicatorRow> before)
    {
        var present = Now.RowsOf(group.Key).Where(row => !row.IsBlank).ToList();
        var there = present.Where(row => !CompactText.IsBlank(row.Name)).ToLookup(LastYearValues.KeyOf, row => TypedText.Visible(row.Value));
        var coming = before.Where(row => !there.Contains(LastYearValues.KeyOf(row))).ToList();
        var others = before.Except(coming).Where(row => !there[LastYearValues.KeyOf(row)].Contains(TypedText.Visible(row.Value))).ToList();
        if (coming.Count > 0)
        {
            var key = Place.Group(group.Key).Anchor;
            _rows.Add(key, coming.ConvertAll(row => row with { Id = Guid.CreateVersion7() }));
            IEnumerable<CopyLine> mark = Now.NotApplicableOf(group.Key) is { } none ? [new("不涉及", none.Reason)] : [];
            _parts.Add(new(key, group.Label, [.. coming.Select(CopyLine.Of)], [.. mark, .. present.Select(CopyLine.Of)], Replaces: false));
        }
        if (others.Count > 0)
            _remainders.Add(new(group.Label, [.. others.Select(CopyLine.Of)], "本年度已有同名的行"));
    }

    private void AddNotApplicable(IndicatorGroup group, NotApplicableGroup? before)
    {
        if (before is null || Now.NotApplicableOf(group.Key) is not null)
            return;
        IReadOnlyList<CopyLine> coming = [new("", before.Reason)];
        if (group.NotApplicableAllowed)
            _parts.Add(new(FormMerge.NotApplicableKey(group), $"{group.Label}：不涉及", coming, [.. Now.RowsOf(group.Key).Where(row => !row.IsBlank).Select(CopyLine.Of)], Replaces: false));
        else
            _remainders.Add(new($"{group.Label}：不涉及", coming, "本年度的表不能把这一组标为不涉及"));
    }

    private void AddGroupsThatAreGone(FormContent before, FormTemplate template)
    {
        const string why = "本年度的表没有这一组，请填到相应的指标下面";
        var old = From.BudgetYear!.Template;
        foreach (var rows in before.Indicators.Where(row => !row.IsBlank && template.FindGroup(row.GroupKey) is null).GroupBy(row => row.GroupKey))
            _remainders.Add(new(old.FindGroup(rows.Key)?.Label ?? rows.Key, [.. rows.Select(CopyLine.Of)], why));
        foreach (var mark in before.NotApplicable.Where(mark => template.FindGroup(mark.GroupKey) is null))
            _remainders.Add(new($"{old.FindGroup(mark.GroupKey)?.Label ?? mark.GroupKey}：不涉及", [new("", mark.Reason)], why));
    }

    private static FormContent WithField(FormContent content, string key, string text) => key switch
    {
        HeadField.ProjectAttribute => content with { ProjectAttribute = text },
        HeadField.ProjectPeriod => content with { ProjectPeriod = text },
        HeadField.OverallGoal => content with { OverallGoal = text },
        _ => content with { NotApplicable = [.. content.NotApplicable, new NotApplicableGroup(key[FormMerge.NotApplicablePrefix.Length..], text)] },
    };
}
