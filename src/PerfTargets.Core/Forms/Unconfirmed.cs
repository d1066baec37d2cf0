using PerfTargets.Core.Common;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>待核对 as stored: a text that came from last year's form.</summary>
public sealed class UnconfirmedMark
{
    public Guid FormId { get; init; }

    /// <summary>Of the text, as <see cref="FormMerge"/> names it.</summary>
    public required string Key { get; init; }
}

/// <summary>What becomes of the marks 待核对: one goes when its text is changed, or when the clerk says that it is right as it stands.</summary>
public static class Unconfirmed
{
    public static FormContent Confirm(this FormContent content, string key) => content with { Unconfirmed = [.. content.Unconfirmed.Where(one => one != key)] };

    public static FormContent ConfirmAll(this FormContent content) => content with { Unconfirmed = [] };

    /// <summary>The marks of an edit that its form has too, on texts that the edit left as they were, and those of rows that come back with it.</summary>
    /// <param name="reopened">The person takes back that these were confirmed.</param>
    public static IReadOnlyList<string> Untouched(FormContent edited, FormContent stored, FormTemplate template, IReadOnlyDictionary<string, string>? reopened = null)
    {
        if (edited.Unconfirmed.Count == 0)
            return [];
        var (before, now) = (Texts(stored, template), Texts(edited, template));
        return [.. edited.Unconfirmed.Where(key => now[key].Any() && (IsReopened(key) || (before[key].Any() ? IsAsBefore(key) : FormMerge.IsRow(key))))];

        bool IsAsBefore(string key) => stored.Unconfirmed.Contains(key) && before[key].SequenceEqual(now[key], StringComparer.Ordinal);

        bool IsReopened(string key) => reopened?.GetValueOrDefault(key) == Seal(now[key]);
    }

    /// <summary>The texts of some marks, each as a short hash: what was typed since they were confirmed is not 待核对 again.</summary>
    public static IReadOnlyDictionary<string, string> AsTheyStand(FormContent content, FormTemplate template, IReadOnlyCollection<string> keys)
    {
        var texts = Texts(content, template);
        return keys.Where(texts.Contains).ToDictionary(key => key, key => Seal(texts[key]), StringComparer.Ordinal);
    }

    /// <summary>Those that 复制上年 can bring: no 填写说明.</summary>
    private static ILookup<string, string> Texts(FormContent content, FormTemplate template) =>
        FormMerge.Texts(content with { Reasons = [] }, template).ToLookup(text => text.Key, text => text.Text, StringComparer.Ordinal);

    private static string Seal(IEnumerable<string> texts) => ShortHash.Of(string.Join('\0', texts));

    /// <summary>Why 送审 is refused; null when it is not.</summary>
    public static string? RefusalOf(FormContent content) =>
        content.Unconfirmed.Count == 0 ? null : $"还有 {content.Unconfirmed.Count} 处由上年复制、尚未核对，请返回填报逐处修改或点“已核对”，然后送审。";
}
