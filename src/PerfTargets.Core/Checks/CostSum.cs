using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>What the rows of 成本 add up to, beside the total of the funds.</summary>
internal sealed class CostSum
{
    /// <summary>What says of a row that it is the sum of all others.</summary>
    internal static readonly WordList TotalNames = new("F3", "totals", "表示全部成本的词");

    /// <summary>What may follow the word that says what an amount is about: 总成本控制数.</summary>
    internal static readonly WordList Additions = new("F3", "additions", "全部成本、标准等词后面可以加的词");

    /// <summary>Words of a cost's name that say nothing of what it pays for.</summary>
    internal static readonly WordList CostWords = new("F9", "costWords", "成本名称里不说明用途的词");

    /// <summary>What says, in name or value, that an amount is meant for one of something.</summary>
    internal static readonly WordList PerUnit = new("F3", "perUnit", "表示单位成本或标准的词");

    /// <summary>What says of a row that another one has its money already.</summary>
    internal static readonly WordList Shares = new("F3", "shares", "名称开头表示金额已包含在其他行里的词");

    private readonly string _moneyUnit;

    private CostSum(string moneyUnit, FundsLineTemplate line, Money total, List<PlacedRow> totals, List<PlacedRow> parts, bool isOpen)
    {
        (_moneyUnit, Line, Total, Totals, Parts, IsOpen) = (moneyUnit, line, total, totals, parts, isOpen);
        foreach (var part in parts)
        {
            Sum += part.Reading.Main!.Money!.Value.Fen;
            Most += (part.Reading.Main.MostMoney ?? part.Reading.Main.Money.Value).Fen;
        }
    }

    /// <summary>The line of the total, and what stands in it.</summary>
    public FundsLineTemplate Line { get; }

    public Money Total { get; }

    /// <summary>Rows that name the total themselves. They would be counted twice beside the rows that they are the sum of.</summary>
    public IReadOnlyList<PlacedRow> Totals { get; }

    public IReadOnlyList<PlacedRow> Parts { get; }

    /// <summary>Of the parts, in 分: from the lower ends of ranges, and from the upper ones.</summary>
    public Int128 Sum { get; }

    public Int128 Most { get; }

    /// <summary>Some of the money is not in the sum or not said outright: unit costs, standards, words, 约 and ≥.</summary>
    public bool IsOpen { get; }

    /// <summary>比年度资金总额 36.00 万元多 1.00 万元.</summary>
    public string Against(Int128 fen) => $"比{FundsWords.Name(Line)} {Total}{(fen > Total.Fen ? "多" : "少")} {Said(Int128.Abs(fen - Total.Fen))}";

    /// <summary>The group, or the row where there is only one.</summary>
    public Place PlaceOfParts => Parts is [var only] ? only.ValuePlace : Place.Group(Parts[0].Group.Key);

    /// <summary>成本指标：2 行金额合计 37.00 万元，比….</summary>
    public string SaidOfParts(Int128 fen) => Parts is [var only]
        ? $"{only.Called}：该行金额 {Said(fen)}，{Against(fen)}"
        : $"{Parts[0].Group.Label}：{Parts.Count} 行金额合计 {Said(fen)}，{Against(fen)}";

    public string Said(Int128 fen) => $"{FundsWords.Wan(fen)} {_moneyUnit}";

    /// <summary>Null where there is no sum to judge, and then what is to be said instead.</summary>
    public static CostSum? Of(CheckContext context, out CheckOutcome instead)
    {
        instead = CheckOutcome.Passed;
        if (!context.HasKind(IndicatorKind.Cost) || FundsWords.Total(context.Template) is not { } line)
            return null;
        if (context.Form.FundsOf(line.Key).Value is not { } total)
        {
            instead = new CheckOutcome.Undetermined($"{FundsWords.Name(line)}未填写或无法识别，无法与成本指标比较");
            return null;
        }
        if (total.Fen <= 0)
        {
            // That it is none is F2's to say.
            instead = new CheckOutcome.Undetermined($"{FundsWords.Name(line)}不是正数，无法与成本指标比较");
            return null;
        }
        var (totals, parts, standards, isOpen) = (new List<PlacedRow>(), new List<PlacedRow>(), new List<PlacedRow>(), false);
        foreach (var row in context.RowsOfKind(IndicatorKind.Cost))
        {
            if (!IsSum(context, row))
            {
                if (row.Reading.Main is { Unit.Kind: UnitKind.Amount or UnitKind.UnitCost })
                    standards.Add(row);
                else
                    isOpen |= !IsShare(context, row) && IsMoneyNotSaid(row);
            }
            else if (row.Reading.Main!.Money is null)
            {
                instead = new CheckOutcome.Undetermined($"{row.Called}的金额不是整分，无法合计");
                return null;
            }
            else
            {
                (NamesTotal(context, row) ? totals : parts).Add(row);
                isOpen |= row.Reading.Main.Operator is ValueOperator.About or ValueOperator.AtLeast or ValueOperator.MoreThan;
            }
        }
        // 人均培训费 beside 教师培训费 says how the sum was reached; beside other costs it stands for a sum that is not there.
        isOpen |= !standards.TrueForAll(standard => parts.Exists(part => Phrases.ShareWord(standard.CompactName.Text, part.CompactName.Text, CostWords.Of(context))));
        if (totals.Count + parts.Count > 0)
            return new CostSum(context.Template.MoneyUnit, line, total, totals, parts, isOpen);
        instead = new CheckOutcome.Undetermined($"成本指标中没有可以合计的金额，无法与{FundsWords.Name(line)}比较");
        return null;
    }

    /// <summary>Whether a row names a sum of money: no rate, no 元/人, no standard.</summary>
    public static bool IsSum(CheckContext context, PlacedRow row) => row.Reading.Main is { IsAmount: true } && !IsPerUnit(context, row) && !IsShare(context, row);

    /// <summary>其中：管材费 stands in the row above it.</summary>
    private static bool IsShare(CheckContext context, PlacedRow row) => Texts.LeadOf(row.CompactName.Text, Shares.Of(context)) is not null;

    private static bool IsPerUnit(CheckContext context, PlacedRow row)
    {
        var name = row.CompactName.Text;
        // 每人, 单次 and 人均 say it wherever they stand; 标准 only as what the name is about: 高标准农田 is none.
        foreach (var word in PerUnit.Of(context))
        {
            if (word[0] is '每' or '单' || word[^1] == '均'
                ? name.Contains(word, StringComparison.Ordinal) || row.Reading.Words.Contains(word, StringComparison.Ordinal)
                : IsAbout(context, name, word))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsMoneyNotSaid(PlacedRow row) => row.Reading.Main is { } main ? main.Unit is null : row.IsQualitative;

    private static bool NamesTotal(CheckContext context, PlacedRow row) => TotalNames.Of(context).Any(total => IsAbout(context, row.CompactName.Text, total));

    /// <summary>The name ends in the word, but for what people add: 总成本控制数（万元）.</summary>
    private static bool IsAbout(CheckContext context, string name, string word)
    {
        var plain = Texts.WithoutBracket(name).AsSpan();
        return plain.EndsWith(word, StringComparison.Ordinal)
            || (Texts.TailOf(plain, Additions.Of(context)) is { Length: var added } && plain[..^added].EndsWith(word, StringComparison.Ordinal));
    }
}
