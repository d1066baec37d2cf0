using System.Security.Cryptography;
using System.Text;
using FluentValidation;

namespace PerfTargets.Core.Common;

/// <summary>
/// The values that an editing page showed, as a mark that is posted back with the edit: an edit of something that others have changed since is
/// told so instead of overwriting it silently. Saving once more, with both before one's eyes, is allowed.
/// </summary>
public sealed record Seen(params IReadOnlyList<(string Label, string? Value)> Values)
{
    /// <summary>The input's property that brings the mark back, and at which a difference is reported.</summary>
    public const string FieldName = "Seen";

    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Values.Select(one => one.Value)))))[..20];

    /// <exception cref="ValidationException">The stored values are no longer those that the page showed.</exception>
    public void Require(string? postedMark, Seen typed)
    {
        if (postedMark == Mark)
            return;
        var differences = Values.Zip(typed.Values).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => $"{pair.First.Label}“{(string.IsNullOrEmpty(pair.First.Value) ? "空" : pair.First.Value)}”").ToList();
        if (differences.Count > 0)
            throw TypedInput.Refused(FieldName, $"这条记录在您打开之后已被修改，现在是：{string.Join('、', differences)}。您填写的内容仍在本页，核对后再次保存即以您的为准。");
    }
}
