namespace PerfTargets.Core.Forms;

/// <summary>
/// What could be read from a 指标值. The text as typed stays what is stored and printed; this is computed beside it.
/// What cannot be read stays words, and the value counts as qualitative.
/// </summary>
public sealed class TargetValue
{
    private IReadOnlyList<ValuePart>? _parts;
    private string? _words;

    private TargetValue(CompactText text, IReadOnlyList<IndicatorDate> dates, IReadOnlyList<Measure> measures)
    {
        (Text, Dates, Measures) = (text, dates, measures);
        Sole = measures is [var only] && dates.Count == 0 && IsAll(text.Text, only) ? only : null;
        Main = Measures.FirstOrDefault(measure => measure.Unit is not null) ?? (Measures.Count > 0 ? Measures[0] : null);
    }

    public string Raw => Text.Raw;

    public CompactText Text { get; }

    public IReadOnlyList<IndicatorDate> Dates { get; }

    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>The text as typed, cut into what was read and the words around it; joined, the parts are the text again.</summary>
    public IReadOnlyList<ValuePart> Parts => _parts ??= ValuePart.Cut(Text, Dates, Measures);

    /// <summary>The measure that the value is about: the first one with a unit, else the first number.</summary>
    public Measure? Main { get; }

    /// <summary>The measure of a value that says nothing else: ≥20 户, 达到 95%。</summary>
    public Measure? Sole { get; }

    /// <summary>Number and unit.</summary>
    public bool IsQuantified => Main?.Unit is not null;

    /// <summary>Neither a number nor a date could be read.</summary>
    public bool IsQualitative => Measures.Count == 0 && Dates.Count == 0;

    /// <summary>The words beside numbers and dates, without blanks.</summary>
    public string Words => _words ??= string.Concat(Parts.Where(part => part.Kind == ValuePartKind.Words).Select(part => CompactText.Of(part.Text).Text));

    /// <summary>The number of a measure with its unit, as typed.</summary>
    public string Typed(Measure measure) => Text.Typed(measure.Start + measure.Front.Length, measure.Quantity.Length);

    private static bool IsAll(string text, Measure measure) =>
        text.AsSpan(0, measure.Start) is "" or "达" or "达到" && text.AsSpan(measure.Start + measure.Length).TrimEnd('。').IsEmpty;

    public static TargetValue Read(string text)
    {
        var compact = CompactText.Of(text);
        var dates = IndicatorDateReader.Read(compact);
        var measures = MeasureReader.Read(compact.Text, dates);
        return new TargetValue(compact, dates, measures);
    }
}

public enum ValuePartKind
{
    Words,
    Measure,
    Date,
}

/// <summary>A stretch of the text as typed.</summary>
public sealed record ValuePart(ValuePartKind Kind, string Text)
{
    internal static List<ValuePart> Cut(CompactText text, IReadOnlyList<IndicatorDate> dates, IReadOnlyList<Measure> measures)
    {
        var read = dates.Select(date => (Kind: ValuePartKind.Date, date.Start, date.Length))
            .Concat(measures.Select(measure => (Kind: ValuePartKind.Measure, measure.Start, measure.Length)))
            .OrderBy(one => one.Start);
        List<ValuePart> parts = [];
        var at = 0;
        foreach (var (kind, start, length) in read)
        {
            Add(ValuePartKind.Words, text.Origin(start));
            Add(kind, text.Origin(start + length));
        }
        Add(ValuePartKind.Words, text.Raw.Length);
        return parts;

        void Add(ValuePartKind kind, int end)
        {
            if (end > at)
                parts.Add(new ValuePart(kind, text.Raw[at..end]));
            at = end;
        }
    }
}
