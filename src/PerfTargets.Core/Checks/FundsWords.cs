using System.Globalization;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>The words for the lines of the funds, without the punctuation that the printed table gives them.</summary>
internal static class FundsWords
{
    /// <summary>What people write where there is no money.</summary>
    public static readonly WordList Nothing = new("F2", "nothing", "说明没有这项资金的词");

    /// <summary>Whether the words in a part of the total say that there is no such money. They are still no amount, and never 0.</summary>
    public static bool SaysNothing(CheckContext context, FundsLineTemplate line, string text) =>
        line.Kind == FundsLineKind.Part && Nothing.Of(context).Any(word => CompactText.Of(word).Text == CompactText.Of(text).Text);

    /// <summary>What else may be done about a part of the total that is no amount.</summary>
    public static string OrBlank(FundsLineTemplate line) => line.Kind == FundsLineKind.Part ? "，没有的项目请留空" : "";

    public static FundsLineTemplate? Total(FormTemplate template) => template.Funds.FirstOrDefault(line => line.Kind == FundsLineKind.Total);

    public static string Name(FundsLineTemplate line)
    {
        var name = line.Label.Trim().TrimEnd('：', ':');
        return name.StartsWith("其中", StringComparison.Ordinal) ? name[2..].TrimStart('：', ':') : name;
    }

    /// <summary>A sum as amounts are printed; sums may be beyond what one amount holds.</summary>
    public static string Wan(Int128 fen) => fen > long.MinValue && fen <= long.MaxValue
        ? new Money((long)fen).ToWanText()
        : (fen / Money.FenPerWan).ToString(CultureInfo.InvariantCulture);
}
