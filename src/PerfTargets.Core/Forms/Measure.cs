namespace PerfTargets.Core.Forms;

/// <summary>The relation of a value to what is measured.</summary>
public enum ValueOperator
{
    /// <summary>Nothing is written: the value itself.</summary>
    None,
    Equal,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,

    /// <summary>约, 左右, ±.</summary>
    About,
}

public static class ValueOperatorSigns
{
    /// <summary>The sign of a relation; empty where there is none.</summary>
    public static string Sign(this ValueOperator relation) => relation switch
    {
        ValueOperator.AtLeast => "≥",
        ValueOperator.AtMost => "≤",
        ValueOperator.MoreThan => ">",
        ValueOperator.LessThan => "<",
        ValueOperator.Equal => "=",
        _ => "",
    };
}

/// <summary>One number in a value, with all that belongs to it: ≥20 户, 80–90%, 不低于 100 万元, 8 家以上.</summary>
/// <param name="OperatorText">The operator as written, ≥ as well as 不低于 or 以上; empty when there is none.</param>
/// <param name="High">The upper end of a range; null when it is none.</param>
/// <param name="Unit">Null for a bare number.</param>
/// <param name="Start">Position in the compact text, operator included.</param>
public sealed record Measure(
    ValueOperator Operator, string OperatorText, decimal Low, decimal? High, ValueUnit? Unit, int Start, int Length)
{
    /// <summary>The operator in front as written; empty when there is none.</summary>
    public string Front { get; init; } = "";

    /// <summary>The number or range with its unit as written, in the compact text.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>The operator behind as written, also where one in front leads: 控制在 36 万元以内.</summary>
    public string Behind { get; init; } = "";

    public bool IsAmount => Unit?.Kind == UnitKind.Amount;

    /// <summary>The lower end as money; null when it is none, or when it is not a whole number of 分.</summary>
    public Money? Money => ToMoney(Low);

    /// <summary>The upper end as money, of a single number that number.</summary>
    public Money? MostMoney => ToMoney(High ?? Low);

    private Money? ToMoney(decimal number)
    {
        if (Unit?.Fen is not { } fen || Math.Abs(number) >= long.MaxValue / fen)
            return null;
        var total = number * fen;
        return total == decimal.Truncate(total) ? new Money((long)total) : null;
    }
}
