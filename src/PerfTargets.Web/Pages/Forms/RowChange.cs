using PerfTargets.Core.Checks;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>What a button beside a row does to the rows, and where the hand should be afterwards.</summary>
/// <param name="Anchor">The id of the element to go to: a browser scrolls there and focuses it.</param>
public sealed record RowChange(FormContent Content, string? Anchor = null)
{
    /// <summary>The button of a group that saves and leads to its entries in the 指标库.</summary>
    public const string Library = "library";

    /// <summary>The button 复制上年, which leads on to the page with what would come.</summary>
    public const string LastYear = "last-year";

    /// <summary>What was deleted, now or before, to be brought back by 撤销.</summary>
    public IReadOnlyList<RemovedRow> Removed { get; init; } = [];

    /// <summary>What 撤销 would put back, where many places were changed at once.</summary>
    public Reversal? Reversal { get; init; }

    /// <summary>What is 待核对 again.</summary>
    public IReadOnlyDictionary<string, string> Reopened { get; init; } = FormRequest.NothingReopened;

    /// <summary>What is to be said of it, beside that the draft was saved.</summary>
    public string? Said { get; init; }

    /// <param name="newRowId">The id of an added row: the same for a resent post, so that it is the same request.</param>
    public static RowChange Of(PostedForm posted, Guid newRowId)
    {
        var content = posted.Typed;
        var change = posted.Action switch
        {
            "add" => Add(content, posted.Target, newRowId),
            "remove" when Guid.TryParse(posted.Target.Replace(RemovedRow.Unconfirmed, "", StringComparison.Ordinal), out var id) =>
                Remove(content, id, posted.Target.EndsWith(RemovedRow.Unconfirmed, StringComparison.Ordinal)),
            "undo" when posted.Removed.FirstOrDefault(one => one.Key == posted.Target) is { } removed =>
                new(removed.Restore(WithoutLoneBlanks(content)), NameOf(removed.Row)),
            "up" when Guid.TryParse(posted.Target, out var id) => Move(content, id, -1),
            "down" when Guid.TryParse(posted.Target, out var id) => Move(content, id, 1),
            FormNotes.Confirm => Confirm(content, posted.Target),
            ReasonReuse.Action => ReasonReuse.Of(posted),
            FormNotes.ConfirmAll => new(content.ConfirmAll()) { Said = $"已核对 {content.Unconfirmed.Count} 处。" },
            Reversal.Action when Reversal.Read(posted.Target) is { } reversal => reversal.PutBack(content),
            _ => new RowChange(content),
        };
        return change with
        {
            Content = WithoutLoneBlanks(change.Content),
            Removed = [.. change.Removed.Concat(posted.Removed).DistinctBy(removed => removed.Row.Id).Take(RemovedRow.Most)],
        };
    }

    /// <summary>
    /// The post as if its row had been deleted by hand before it: where others have typed in that row meanwhile, whether it shall go is a matter to be
    /// asked about.
    /// </summary>
    public static PostedForm AsTyped(PostedForm posted)
    {
        if (posted.Action != "remove")
            return posted;
        var change = Of(posted, posted.OperationId);
        // Who deletes a row of their own has seen what they typed in it, and it may have been saved without their page hearing of it.
        var shown = posted.Typed.Indicators.Except(change.Content.Indicators).Aggregate(posted.Shown, (all, row) => all.With(row));
        return posted with { Action = "save", Target = "", Typed = change.Content, Removed = change.Removed, Shown = shown };
    }

    /// <summary>The words on a button that does more than saving.</summary>
    public static string? Word(string action) => action switch
    {
        "add" => "增加一行",
        "remove" => "删除这一行",
        "undo" => "撤销删除",
        Library => "从指标库选",
        "up" => "上移",
        "down" => "下移",
        "check" => "检查并送审",
        "preview" => "预览",
        LastYear => "复制上年",
        FormNotes.Confirm => "已核对",
        FormNotes.ConfirmAll => "全部已核对",
        ReasonReuse.Action => ReasonReuse.Words,
        CorrectionChange.One => "改为…",
        CorrectionChange.All => "全部采纳",
        Reversal.Action => "撤销",
        _ => null,
    };

    /// <summary>The hand goes on to what is to be confirmed next.</summary>
    private static RowChange Confirm(FormContent content, string key)
    {
        var left = content.Confirm(key);
        var next = FormNotes.Unconfirmed(content).SkipWhile(one => one != key).Skip(1).Concat(FormNotes.Unconfirmed(left)).FirstOrDefault();
        return new(left, next is null ? "saved" : FormNotes.AnchorOf(next));
    }

    private static RowChange Add(FormContent content, string groupKey, Guid id)
    {
        var row = new IndicatorRow(id, groupKey, "", "");
        // A resent post finds its row there already.
        return new(content.Indicators.Any(one => one.Id == id) ? content : content with { Indicators = [.. content.Indicators, row] }, NameOf(row));
    }

    /// <summary>A row from the 指标库: in the place of a blank one of its group, or as its last. The hand goes to the value, where the number is missing.</summary>
    public static RowChange Insert(FormContent content, IndicatorRow row)
    {
        var rows = content.Indicators.ToList();
        var blank = rows.FindIndex(one => one.GroupKey == row.GroupKey && one.IsBlank);
        if (blank >= 0)
            rows[blank] = row;
        else if (rows.TrueForAll(one => one.Id != row.Id))
            rows.Add(row);
        return new(content with { Indicators = rows }, Place.RowValue(row.GroupKey, row.Id).Anchor);
    }

    /// <param name="wasUnconfirmed">The page had shown it so. Where others have deleted the row too, the form has its mark no more; where they have confirmed it, it is asked for once more.</param>
    private static RowChange Remove(FormContent content, Guid id, bool wasUnconfirmed)
    {
        if (content.Indicators.FirstOrDefault(row => row.Id == id) is not { } gone)
            return new(content);
        var left = content with { Indicators = [.. content.Indicators.Where(row => row.Id != id)] };
        if (gone.IsBlank)
            return new(left, Place.Group(gone.GroupKey).Anchor);
        var removed = new RemovedRow(gone, content.RowsOf(gone.GroupKey).ToList().IndexOf(gone), wasUnconfirmed || content.Unconfirmed.Contains(FormMerge.RowKey(gone)));
        return new(left, removed.Anchor) { Removed = [removed] };
    }

    private static RowChange Move(FormContent content, Guid id, int by)
    {
        var rows = content.Indicators.ToList();
        var at = rows.FindIndex(row => row.Id == id);
        if (at < 0)
            return new(content);
        var row = rows[at];
        var other = by < 0 ? rows.FindLastIndex(at, one => one.Id != id && one.GroupKey == row.GroupKey) : rows.FindIndex(at + 1, one => one.GroupKey == row.GroupKey);
        if (other >= 0)
            (rows[at], rows[other]) = (rows[other], row);
        return new(content with { Indicators = rows }, NameOf(row));
    }

    private static string NameOf(IndicatorRow row) => Place.RowName(row.GroupKey, row.Id).Anchor;

    /// <summary>A group's only row, if blank, was put there by the page to be typed into; it is no row.</summary>
    public static FormContent WithoutLoneBlanks(FormContent content)
    {
        var lone = content.Indicators.GroupBy(row => row.GroupKey).Where(group => group.Count() == 1)
            .Select(group => group.Single()).Where(row => row.Name.Length + row.Value.Length == 0).Select(row => row.Id).ToHashSet();
        return lone.Count == 0 ? content : content with { Indicators = [.. content.Indicators.Where(row => !lone.Contains(row.Id))] };
    }
}
