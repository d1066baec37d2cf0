using System.Globalization;
using System.Text.RegularExpressions;
using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>X2: the form is not last year's, copied.</summary>
public sealed partial class NotLastYearsForm : Check
{
    public override string Code => "X2";
    public override string Title => "不照抄上年的目标表";
    public override string Explanation =>
        "总体目标和全部指标与同一项目上年的目标表相同，或者只有日期和至多一个数不同；或者目标、指标里留有上年的年份，且与上年那一处一字不差。"
        + "数都按本年度改过的，以及项目第一年没有可比的，不提示；检查单个文件时上年的表不在手边，无法判断。";
    public override string Example => "2023 年度的表里仍写“2022年12月底前完成”。";
    public override FindingSeverity DefaultSeverity => FindingSeverity.Warning;
    public override bool NeedsReason => true;

    public override CheckOutcome Run(CheckContext context)
    {
        if (CompactText.IsBlank(context.Form.OverallGoal) || !context.Form.Indicators.Any(row => !row.IsBlank))
            return CheckOutcome.Passed;
        if (context.LastYear is not { } lastYear)
            return new CheckOutcome.Undetermined("没有本项目上年的目标表，无法判断是否照抄");
        if (lastYear.Form is not { } before)
            return CheckOutcome.Passed;
        var (now, then) = (Content.Of(context.Form), Content.Of(before));
        if (now.Same(then, text => text))
            return CheckOutcome.Of([OfForm(context, "与")]);
        if (now.Same(then, WithoutDates))
            return CheckOutcome.Of([OfForm(context, "除日期外，与")]);
        if (now.DiffersInOneNumber(then))
            return CheckOutcome.Of([OfForm(context, "除日期和一个数外，与")]);
        return CheckOutcome.Of(Copied(context, then));
    }

    private Finding OfForm(CheckContext context, string how) => Found(context, Place.Head(HeadField.OverallGoal),
        $"{context.Template.Labels.OverallGoal}：{how} {context.Year - 1} 年度的目标表相比，目标和全部指标都相同，请按本年度的任务填写", context.Form.OverallGoal);

    /// <summary>The texts that speak of the year before in the very words of the year before.</summary>
    private IEnumerable<Finding> Copied(CheckContext context, Content then)
    {
        var year = (context.Year - 1).ToString(CultureInfo.InvariantCulture);
        var labels = context.Template.Labels;
        if (Speaks(context.Form.OverallGoal, year) && CompactText.Of(context.Form.OverallGoal).Text == then.Goal)
            yield return Of(context, Place.Head(HeadField.OverallGoal), labels.OverallGoal, context.Form.OverallGoal);
        foreach (var row in context.Rows())
        {
            if (Speaks(row.Name, year) && then.Has(row.Group.Key, row.CompactName.Text))
                yield return Of(context, row.NamePlace, row.Numbered, row.Name);
            if (Speaks(row.Value, year) && then.Has(row.Group.Key, row.CompactName.Text, row.Reading.Text.Text))
                yield return Of(context, row.ValuePlace, row.Called, row.Value);
        }
    }

    private Finding Of(CheckContext context, Place place, string called, string text) => Found(context, place,
        $"{called}：“{Quoted.Short(text)}”写的是 {context.Year - 1} 年，与上年的目标表一字不差，请改为本年度的内容", text);

    private static bool Speaks(string text, string year)
    {
        foreach (var match in Years().EnumerateMatches(text))
        {
            if (text.AsSpan(match.Index).StartsWith(year, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static string WithoutDates(string text) => Dates().Replace(text, "");

    private static string WithoutNumbers(string text) => Numbers().Replace(WithoutDates(text), "");

    [GeneratedRegex("(?<![0-9.])20[0-9]{2}([./-](1[0-2]|0?[1-9])([./-][0-9]{1,2})?(?![0-9])| ?年度?)"
        + "|(?<![0-9.])(1[0-2]|0?[1-9])月份?([0-9]{1,2}[日号])?(底|末|初|上旬|中旬|下旬)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();

    [GeneratedRegex("[0-9]+(\\.[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    /// <summary>With fewer, one is not little.</summary>
    private const int FewestNumbers = 4;

    /// <summary>A year by its number, in 2023年, 2023年度 or 2023.12; 2023户 is no year.</summary>
    [GeneratedRegex("(?<![0-9.])20[0-9]{2}( ?年度?|(?=[./-](0?[1-9]|1[0-2])(?![0-9])))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Years();

    /// <summary>Goal and rows of a form as they are compared.</summary>
    private sealed record Content(string Goal, List<(string Group, string Name, string Value)> Rows)
    {
        public static Content Of(FormContent form) => new(
            CompactText.Of(form.OverallGoal).Text,
            [.. form.Indicators.Where(row => !row.IsBlank).Select(row => (row.GroupKey, CompactText.Of(row.Name).Text, CompactText.Of(row.Value).Text))]);

        public bool Same(Content other, Func<string, string> compared)
        {
            if (Rows.Count != other.Rows.Count || compared(Goal) != compared(other.Goal))
                return false;
            var rows = other.Rows.ConvertAll(row => (row.Group, compared(row.Name), compared(row.Value)));
            return Rows.TrueForAll(row => rows.Remove((row.Group, compared(row.Name), compared(row.Value))));
        }

        /// <summary>
        /// The same words everywhere, and dates left aside the same numbers but for one, wherever that stands. A row and the goal that speak of one thing
        /// change together.
        /// </summary>
        public bool DiffersInOneNumber(Content other)
        {
            if (Goal.Length == 0 || !Same(other, WithoutNumbers))
                return false;
            string[] numbers = [.. NumbersIn()], others = [.. other.NumbersIn()];
            return numbers.Length >= FewestNumbers && numbers.Length == others.Length
                && numbers.Zip(others).Where(pair => pair.First != pair.Second).Distinct().Count() == 1;
        }

        /// <summary>In the order of the words around them, which does not depend on that of the rows.</summary>
        private IEnumerable<string> NumbersIn() => Rows.Select(row => (Key: $"{row.Group} {WithoutNumbers(row.Name)} {WithoutNumbers(row.Value)}", Text: $"{row.Name} {row.Value}"))
            .OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Text).Prepend(Goal)
            .SelectMany(text => Numbers().Matches(WithoutDates(text)).Select(match => match.Value));

        public bool Has(string group, string name, string? value = null) => Rows.Exists(row => row.Group == group && row.Name == name && (value is null || row.Value == value));
    }
}
