using System.Text.Encodings.Web;
using System.Text.Json;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>
/// What 撤销 puts back after a button that changed many places at once. The button itself carries it, as long as its page is there: no script is
/// needed, and a cookie would hold no long text.
/// </summary>
/// <param name="Marks">What was 待核对 before, as <see cref="Unconfirmed.AsTheyStand"/> has it.</param>
public sealed record Reversal(IReadOnlyDictionary<string, string> Marks, IReadOnlyList<ReversedRow> Rows)
{
    /// <summary>The button, with all of this behind the colon.</summary>
    public const string Action = "revert";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The buttons that change many places at once.</summary>
    public static bool IsOffered(string action) => action is FormNotes.ConfirmAll or CorrectionChange.All;

    /// <summary>The button's value.</summary>
    public string ToButton() => $"{Action}:{JsonSerializer.Serialize(this, Json)}";

    /// <summary>Null after a button that changes one place, or has changed nothing.</summary>
    /// <param name="stored">As it stands before what was posted is saved.</param>
    public static Reversal? Of(TargetForm stored, PostedForm posted, RowChange change)
    {
        if (!IsOffered(posted.Action))
            return null;
        var (before, after, template) = (posted.Typed, change.Content, stored.BudgetYear!.Template);
        var rows = from now in after.Indicators
                   let was = before.Indicators.FirstOrDefault(row => row.Id == now.Id)
                   where was is not null && was != now
                   select new ReversedRow(now.Id, was.Name, was.Value, now.Name, now.Value);
        List<ReversedRow> changed = [.. rows];
        // The mark of a text goes with any change of it.
        var marks = Unconfirmed.Untouched(before, stored.Content, template).Where(key => !after.Unconfirmed.Contains(key) || changed.Exists(row => FormMerge.RowKey(row.Was) == key));
        var sealedMarks = Unconfirmed.AsTheyStand(before, template, [.. marks]);
        return sealedMarks.Count + changed.Count == 0 ? null : new Reversal(sealedMarks, changed);
    }

    /// <summary>Null where somebody has made up what is no such button.</summary>
    public static Reversal? Read(string target)
    {
        try
        {
            return JsonSerializer.Deserialize<Reversal>(target, Json) is { } read && !read.Rows.Contains(null!) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What somebody has typed since stays, and is not 待核对 again.</summary>
    public RowChange PutBack(FormContent content)
    {
        var missed = Rows.Count(row => !content.Indicators.Any(row.IsAsLeft));
        return new RowChange(content with
        {
            Indicators = [.. content.Indicators.Select(now => Rows.FirstOrDefault(row => row.IsAsLeft(now)) is { } row ? now with { Name = row.Name, Value = row.Value } : now)],
            Unconfirmed = [.. content.Unconfirmed.Union(Marks.Keys)],
        })
        {
            Reopened = Marks,
            Said = missed == 0 ? "已撤销。" : $"已撤销；另有 {missed} 处后来又改过，没有改回。",
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
