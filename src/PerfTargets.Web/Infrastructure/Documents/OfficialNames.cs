using System.Text;
using PerfTargets.Core.Forms;

namespace PerfTargets.Web.Infrastructure.Documents;

/// <summary>Names of official files, without their extension, safe on every system. Another content has another name.</summary>
public static class OfficialNames
{
    /// <summary>In bytes of UTF-8: Linux takes 255, and there must be room for an extension and for what browsers add, so that nobody cuts off the end.</summary>
    private const int Longest = 200;

    /// <summary>Another file than the one of 批复, which it must not be taken for.</summary>
    private const string Redrawn = "-公开件";

    /// <summary>More than the attachment of what is approved.</summary>
    private const string Unapproved = "-含未批复";

    public static string Form(string project, int year, bool isRedrawn = false) => Named("绩效目标表-", project, $"-{year}{(isRedrawn ? Redrawn : "")}");

    /// <param name="forms">What it holds; there must be at least one.</param>
    /// <param name="mark">What tells a bureau from others of its name; null where there are none.</param>
    public static string Attachment(string bureau, string number, IReadOnlyList<FormReference> forms, RequirementLabels labels, string? mark = null)
    {
        var approved = forms.Count(form => form.Status == FormStatus.Approved);
        return Named($"附件{number}-", bureau, string.Concat(
            mark is null ? "" : $"（{Safe(mark)}）",
            $"项目支出预算绩效目标表-{forms[0].Year}",
            approved < forms.Count ? Unapproved : "",
            approved > 0 && labels == RequirementLabels.Omit ? Redrawn : ""));
    }

    /// <summary>The attachments of all departments.</summary>
    /// <inheritdoc cref="Attachment"/>
    public static string Archive(string number, IReadOnlyList<FormReference> forms, RequirementLabels labels) => Attachment("各部门", number, forms, labels);

    /// <summary>A name of which, if anything, the middle is cut.</summary>
    private static string Named(string start, string middle, string end)
    {
        var (name, room) = (new StringBuilder(start), Longest - Encoding.UTF8.GetByteCount(start + end));
        foreach (var rune in Safe(middle).EnumerateRunes())
        {
            if ((room -= rune.Utf8SequenceLength) < 0)
                break;
            name.Append(rune);
        }
        return name.Append(end).ToString();
    }

    /// <summary>The text without what some file system forbids; halves of surrogate pairs come as U+FFFD.</summary>
    private static string Safe(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        Rune.IsControl(rune) || rune == Rune.ReplacementChar || "\\/:*?\"<>|".Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString()));
}
