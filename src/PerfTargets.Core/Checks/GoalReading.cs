using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>年度总体目标 cut into clauses, with the numbers of each. It holds no words to judge by: what a clause means is said by the lists of the checks.</summary>
public sealed class GoalReading
{
    /// <summary>Units that follow a numeral in words which counts nothing: 统一部署, 一批, 三级.</summary>
    private const string NotCounted = "批部线点路号级类面方层片口区市县段门科种届轮年度";

    private List<Measure>? _inWords;

    private GoalReading(TargetValue value)
    {
        Value = value;
        Clauses = Cut(value);
        Numbers = [.. Clauses.SelectMany(clause => clause.Numbers)];
    }

    public TargetValue Value { get; }

    public string Text => Value.Text.Text;

    public IReadOnlyList<GoalClause> Clauses { get; }

    /// <summary>All numbers with a unit, in the order of the text.</summary>
    public IReadOnlyList<GoalNumber> Numbers { get; }

    /// <summary>Small numbers that stand in characters within the sentences: 两栋教学楼. Enough to see that a number is mentioned.</summary>
    public IReadOnlyList<Measure> InWords => _inWords ??= ReadWords();

    public bool IsBlank => Text.Length == 0;

    /// <summary>Whether the goal says a quantity, in digits or in characters.</summary>
    public bool Mentions(Measure measure)
    {
        foreach (var number in Numbers)
        {
            if (Quantity.AreSame(number.Measure, measure))
                return true;
        }
        foreach (var number in InWords)
        {
            if (Quantity.AreSame(number, measure))
                return true;
        }
        return false;
    }

    public static GoalReading Of(TargetValue value) => new(value);

    private static List<GoalClause> Cut(TargetValue value)
    {
        var text = value.Text.Text;
        List<GoalClause> clauses = [];
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth = text[i] switch
            {
                '(' or '《' or '“' or '[' => depth + 1,
                ')' or '》' or '”' or ']' => Math.Max(0, depth - 1),
                // A sentence ends a bracket that was never closed.
                '。' or ';' => 0,
                _ => depth,
            };
            if (depth > 0 || !Ends(value, text, i))
                continue;
            Add(i);
            start = i + 1;
        }
        Add(text.Length);
        return clauses;

        void Add(int end)
        {
            if (end > start)
                clauses.Add(GoalClause.Of(value, start, end));
        }
    }

    private static bool Ends(TargetValue value, string text, int at) => text[at] switch
    {
        '。' or ';' or '!' or '?' or ':' => true,
        ',' => !(at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])),
        // 节能宣传2次、节能监察20户 are two things to do; 宣传、培训 may be one.
        '、' => value.Measures.Any(measure => measure.Start + measure.Length == at),
        _ => false,
    };

    private List<Measure> ReadWords()
    {
        List<Measure> words = [];
        for (var i = 0; i < Text.Length; i++)
        {
            if (!ChineseNumeral.IsNumeral(Text[i]))
                continue;
            var start = i;
            while (i + 1 < Text.Length && ChineseNumeral.IsNumeral(Text[i + 1]))
                i++;
            if ((start == 0 || Text[start - 1] != '第') && ChineseNumeral.Read(Text.AsSpan(start, i + 1 - start)) is { } number
                && ValueUnit.IsKnownAt(Text, i + 1) && ValueUnit.Read(Text, i + 1) is { } unit
                && unit.Kind != UnitKind.Time && !NotCounted.Contains(unit.Base, StringComparison.Ordinal))
            {
                words.Add(new Measure(ValueOperator.None, "", number, null, unit, start, i + 1 - start + unit.Text.Length));
            }
        }
        return words;
    }
}

/// <summary>A clause of the goal in compact text, without the mark that ends it.</summary>
/// <param name="Opening">How much of it is a date at its beginning: 2023年底前完成….</param>
/// <param name="GoesOn">It goes on with a list: 新建泵站3座、水池2座.</param>
public sealed record GoalClause(string Text, string Typed, int Opening, bool GoesOn, IReadOnlyList<GoalNumber> Numbers)
{
    /// <summary>The first number of something in it: of times, pieces or people, not of money, percent or time.</summary>
    public GoalNumber? Count =>
        Numbers.FirstOrDefault(number => number.Measure.Unit!.Kind is not (UnitKind.Amount or UnitKind.UnitCost or UnitKind.Rate or UnitKind.Time));

    internal static GoalClause Of(TargetValue value, int start, int end)
    {
        var text = value.Text.Text[start..end];
        List<GoalNumber> numbers = [];
        var from = start;
        foreach (var measure in value.Measures)
        {
            if (measure.Start < start || measure.Start + measure.Length > end || measure.Unit is null)
                continue;
            numbers.Add(new GoalNumber(measure, value.Text.Typed(measure.Start, measure.Length), value.Text.Text[from..measure.Start],
                value.Text.Text[(measure.Start + measure.Length)..end], IsInBrackets(text.AsSpan(0, measure.Start - start)), IsFirst: from == start));
            from = measure.Start + measure.Length;
        }
        var opening = value.Dates.FirstOrDefault(date => date.Start == start);
        return new GoalClause(text, value.Text.Typed(start, end - start), opening is null ? 0 : Math.Min(opening.Length, text.Length),
            start > 0 && value.Text.Text[start - 1] == '、', numbers);
    }

    private static bool IsInBrackets(ReadOnlySpan<char> before) => before.Count('(') > before.Count(')') || before.Count('《') > before.Count('》');
}

/// <summary>A number with a unit in a clause and what it may count: the words between it and the number before, and those behind it.</summary>
/// <param name="Typed">As typed, ≥ 20 户.</param>
/// <param name="Before">From the clause's beginning, or from the number before.</param>
/// <param name="Behind">To the clause's end.</param>
public sealed record GoalNumber(Measure Measure, string Typed, string Before, string Behind, bool IsInBrackets, bool IsFirst)
{
    /// <summary>The number with the words before it, or behind it where none stand before.</summary>
    public string Phrase => Before.Length > 0 ? Before + Typed : Typed + Behind;
}
