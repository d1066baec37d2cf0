using System.Globalization;
using PerfTargets.Core.Forms;
using FormFile = PerfTargets.Core.Forms.FormFile;

namespace PerfTargets.Web.Commands;

/// <summary>The options by which commands say which forms they mean.</summary>
public static class FormSelectionOptions
{
    public static FormSelection Read(Arguments arguments) => new(
        Year(arguments.Require("--year")), arguments.Option("--org"), arguments.Option("--project"),
        arguments.Option("--status") is { } status ? Status(status) : null);

    private static int Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= FormFile.EarliestYear and <= FormFile.LatestYear
            ? year
            : throw new CommandRefusedException($"--year 应是 {FormFile.EarliestYear} 到 {FormFile.LatestYear} 之间的年度，不能是“{text}”");

    /// <summary>A status by the word of the screens or its English name.</summary>
    private static FormStatus Status(string text)
    {
        var offered = Enum.GetValues<FormStatus>().Where(one => one != FormStatus.Deleted).ToList();
        return offered.Cast<FormStatus?>().FirstOrDefault(one => one!.Value.Word() == text || string.Equals(one.ToString(), text, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandRefusedException($"没有状态“{text}”，可以用的有：{string.Join('、', offered.Select(one => one.Word()))}");
    }
}
