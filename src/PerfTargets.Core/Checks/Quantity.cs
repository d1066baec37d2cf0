using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>Compares quantities in different units: 1.2万人 and 12000人, 12公里 and 12000米; what is counted in 户 here and in 个 there is the same number of things.</summary>
internal static class Quantity
{
    public static bool AreSame(Measure one, Measure other) =>
        one.Unit is { } unit && other.Unit is { } otherUnit && AreComparable(unit, otherUnit) && Size(one) == Size(other);

    /// <summary>Whether both units say the same kind of size, so that their numbers may be compared.</summary>
    public static bool AreComparable(ValueUnit one, ValueUnit other) =>
        one.Kind == other.Kind && one.Kind switch
        {
            UnitKind.Count or UnitKind.Amount => true,
            _ => one.Base == other.Base || (Scale(one.Base) is not null && Scale(other.Base) is not null),
        };

    /// <summary>The lower end in the smallest unit of its kind.</summary>
    public static decimal Size(Measure measure) => measure.Unit is { } unit && Math.Abs(measure.Low) < Largest / unit.Factor
        ? measure.Low * unit.Factor * (Scale(unit.Base) ?? 1)
        : measure.Low;

    private const decimal Largest = 1_000_000_000_000_000_000m;

    private static decimal? Scale(string unit) => unit switch
    {
        "米" or "m" or "延米" or "延长米" => 1,
        "公里" or "km" or "千米" => 1_000,
        "平方米" or "平米" or "平方" or "m2" or "m²" or "㎡" => 1,
        "公顷" or "hm2" or "hm²" => 10_000,
        "平方公里" or "平方千米" or "km2" or "km²" => 1_000_000,
        "千克" or "公斤" or "kg" or "㎏" => 1,
        "吨" or "t" => 1_000,
        "立方米" or "立方" or "m3" or "m³" or "㎥" or "方" => 1,
        _ => null,
    };
}
