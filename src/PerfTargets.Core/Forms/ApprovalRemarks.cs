using System.Globalization;
using System.Text.RegularExpressions;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Forms;

/// <summary>What looks mistyped in the number or date of a 批复. Each may be right for once: it is said, and refuses nothing.</summary>
internal static partial class ApprovalRemarks
{
    public static IReadOnlyList<string> On(ApprovalTerms terms, IReadOnlyList<TargetForm> forms, LocalCalendar calendar)
    {
        var (remarks, date) = (new List<string>(), ApprovalTerms.Word(terms.Date));
        var year = YearInDocument().Match(terms.Document);
        if (year.Success && year.Value[0] != '〔')
            remarks.Add($"文号“{terms.Document}”中的年份写作“{year.Value}”，公文的文号一般用六角括号：〔{year.Groups["year"].Value}〕。");
        if (year.Success && int.Parse(year.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) is var numbered && terms.Date.Year < numbered)
            remarks.Add($"批复日期 {date}早于文号中的 {numbered} 年。");
        if (forms.Where(form => calendar.DayOf(form.StatusSince) > terms.Date).ToList() is { Count: > 0 } later)
            remarks.Add($"批复日期 {date}早于审核通过的日期：{Names(later)}。");
        if (forms.Where(form => Math.Abs(form.Year - terms.Date.Year) > 1).ToList() is { Count: > 0 } far)
            remarks.Add($"批复日期 {date}与目标表的年度相差一年以上：{Names(far)}。");
        return remarks;
    }

    private static string Names(List<TargetForm> forms) => forms.Count == 1 ? $"“{forms[0].ProjectName}”" : $"“{forms[0].ProjectName}”等 {forms.Count} 份";

    [GeneratedRegex("[〔（(\\[【［](?<year>[0-9]{4})[〕）)\\]】］](?= *(第 *)?[0-9]+ *号)", RegexOptions.CultureInvariant)]
    private static partial Regex YearInDocument();
}
