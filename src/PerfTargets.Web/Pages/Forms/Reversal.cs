using System.Text.Encodings.Web;
using System.Text.Json;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>
/// What 撤销 puts back after a button that changed many places at once. The button itself carries it, as long as its page is there: no script is
/// needed, and a cookie would hold no long text.
/// </summary>
/// <param name="Marks">What was 待核对 before.</param>
public sealed record Reversal(IReadOnlyList<string> Marks, IReadOnlyList<ReversedRow> Rows)
{
    /// <summary>The button, with all of this behind the colon.</summary>
    public const string Action = "revert";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The button's value.</summary>
    public string ToButton() => $"{Action}:{JsonSerializer.Serialize(this, Json)}";

    /// <summary>Null after a button that changes one place, or has changed nothing.</summary>
    /// <param name="stored">As it stands before what was posted is saved.</param>
    public static Reversal? Of(TargetForm stored, PostedForm posted, RowChange change)
    {
        if (posted.Action is not (FormNotes.ConfirmAll or CorrectionChange.All))
            return null;
        var (before, after) = (posted.Typed, change.Content);
        var rows = from now in after.Indicators
                   let was = before.Indicators.FirstOrDefault(row => row.Id == now.Id)
                   where was is not null && was != now
                   select new ReversedRow(now.Id, was.Name, was.Value, now.Name, now.Value);
        List<ReversedRow> changed = [.. rows];
        // The mark of a text goes with any change of it.
        List<string> marks = [.. Unconfirmed.Untouched(before, stored.Content, stored.BudgetYear!.Template).Where(key => !after.Unconfirmed.Contains(key) || changed.Exists(row => FormMerge.RowKey(row.Was) == key))];
        return marks.Count + changed.Count == 0 ? null : new Reversal(marks, changed);
    }

    /// <summary>Null where somebody has made up what is no such button.</summary>
    public static Reversal? Read(string target)
    {
        try
        {
            return JsonSerializer.Deserialize<Reversal>(target, Json) is { } read && !read.Marks.Contains(null!) && !read.Rows.Contains(null!) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What somebody has typed in a row since stays.</summary>
    public RowChange PutBack(FormContent content)
    {
        var missed = Rows.Where(row => !content.Indicators.Any(row.IsAsLeft)).ToList();
        var kept = missed.Select(row => FormMerge.RowKey(row.Was)).ToList();
        var marks = Marks.Except(kept).ToList();
        return new RowChange(content with
        {
            Indicators = [.. content.Indicators.Select(now => Rows.FirstOrDefault(row => row.IsAsLeft(now)) is { } row ? now with { Name = row.Name, Value = row.Value } : now)],
            Unconfirmed = [.. content.Unconfirmed.Union(marks)],
        })
        {
            Reopened = marks,
            Said = missed.Count == 0 ? "已撤销。" : $"已撤销；另有 {missed.Count} 处后来又改过，没有改回。",
        };
    }
}

/// <summary>A row whose texts were changed.</summary>
/// <param name="Name">Before, as <paramref name="Value"/>.</param>
/// <param name="NameNow">What the button made of it, as <paramref name="ValueNow"/>.</param>
public sealed record ReversedRow(Guid Id, string Name, string Value, string NameNow, string ValueNow)
{
    internal IndicatorRow Was => new(Id, "", Name, Value);

    internal bool IsAsLeft(IndicatorRow row) => (row.Id, row.Name, row.Value) == (Id, NameNow, ValueNow);
}
