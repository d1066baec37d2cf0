using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>What a button beside a row does to the rows, and where the eye should be afterwards.</summary>
/// <param name="Focus">The element that takes the focus: a field's anchor, or a button's value.</param>
/// <param name="Anchor">The place to scroll to.</param>
/// <param name="Message">What was done, where it cannot be seen.</param>
public sealed record RowChange(FormContent Content, string? Focus = null, string? Anchor = null, string? Message = null)
{
    /// <param name="newRowId">The id of an added row: the same for a resent post, so that it is the same request.</param>
    public static RowChange Of(PostedForm posted, Guid newRowId)
    {
        var content = posted.Typed;
        var change = posted.Action switch
        {
            "add" => Add(content, posted.Target, newRowId),
            "remove" when Guid.TryParse(posted.Target, out var id) => Remove(content, id),
            "up" when Guid.TryParse(posted.Target, out var id) => Move(content, id, -1),
            "down" when Guid.TryParse(posted.Target, out var id) => Move(content, id, 1),
            _ => new RowChange(content),
        };
        return change with { Content = WithoutLoneBlanks(change.Content) };
    }

    /// <summary>The words on a button that does more than saving.</summary>
    public static string? Word(string action) => action switch
    {
        "add" => "增加一行",
        "remove" => "删除这一行",
        "up" => "上移",
        "down" => "下移",
        "check" => "检查并送审",
        "preview" => "预览",
        _ => null,
    };

    private static RowChange Add(FormContent content, string groupKey, Guid id)
    {
        var anchor = Core.Checks.Place.RowName(groupKey, id).Anchor;
        // A resent post finds its row there already.
        if (content.Indicators.Any(row => row.Id == id))
            return new(content, anchor, anchor);
        return new(content with { Indicators = [.. content.Indicators, new IndicatorRow(id, groupKey, "", "")] }, anchor, anchor);
    }

    private static RowChange Remove(FormContent content, Guid id)
    {
        if (content.Indicators.FirstOrDefault(row => row.Id == id) is not { } gone)
            return new(content);
        var message = gone.IsBlank ? null : $"已删除一行：{Short(gone.Name)}　{Short(gone.Value)}";
        return new(content with { Indicators = [.. content.Indicators.Where(row => row.Id != id)] },
            "add:" + gone.GroupKey, Core.Checks.Place.Group(gone.GroupKey).Anchor, message);
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static RowChange Move(FormContent content, Guid id, int by)
    {
        var rows = content.Indicators.ToList();
        var at = rows.FindIndex(row => row.Id == id);
        if (at < 0)
            return new(content);
        var group = rows[at].GroupKey;
        var other = by < 0 ? rows.FindLastIndex(at, row => row.Id != id && row.GroupKey == group) : rows.FindIndex(at + 1, row => row.GroupKey == group);
        if (other >= 0)
            (rows[at], rows[other]) = (rows[other], rows[at]);
        return new(content with { Indicators = rows }, (by < 0 ? "up:" : "down:") + id.ToString("N"), Core.Checks.Place.RowName(group, id).Anchor);
    }

    /// <summary>A group's only row, if blank, was put there by the page to be typed into; it is no row.</summary>
    public static FormContent WithoutLoneBlanks(FormContent content)
    {
        var lone = content.Indicators.GroupBy(row => row.GroupKey).Where(group => group.Count() == 1)
            .Select(group => group.Single()).Where(row => row.Name.Length + row.Value.Length == 0).Select(row => row.Id).ToHashSet();
        return lone.Count == 0 ? content : content with { Indicators = [.. content.Indicators.Where(row => !lone.Contains(row.Id))] };
    }
}
