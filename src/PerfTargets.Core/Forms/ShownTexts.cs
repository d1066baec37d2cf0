using System.Text;
using PerfTargets.Core.Common;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>
/// What a page had shown of a form: a short hash for each field and row. It goes out with the page and comes back with the post, and tells
/// which of the posted texts their reader has left as they were.
/// </summary>
public sealed class ShownTexts
{
    /// <summary>The hidden field that carries it.</summary>
    public const string FieldName = "shown";

    /// <summary>Nothing is known of the page: everything counts as typed.</summary>
    public static readonly ShownTexts Unknown = new([]);

    private const int HashLength = 8;
    private readonly Dictionary<string, string> _hashes;

    private ShownTexts(Dictionary<string, string> hashes) => _hashes = hashes;

    public static ShownTexts Of(FormContent content, FormTemplate template)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in FormMerge.Texts(content, template))
            hashes[key] = Hash(text);
        return new(hashes);
    }

    public static ShownTexts Read(string? packed)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in (packed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=') is [var key, { Length: HashLength } hash])
                hashes[key] = hash;
        }
        return hashes.Count == 0 ? Unknown : new(hashes);
    }

    /// <summary>field=hash, parted by blanks.</summary>
    public string Pack()
    {
        var packed = new StringBuilder();
        foreach (var (key, hash) in _hashes)
            packed.Append(packed.Length == 0 ? "" : " ").Append(key).Append('=').Append(hash);
        return packed.ToString();
    }

    /// <param name="text">The posted text; null where the row or mark was not posted.</param>
    public bool IsAsShown(string key, string? text) =>
        _hashes.Count > 0 && (_hashes.TryGetValue(key, out var hash) ? text is not null && Hash(text) == hash : text is null);

    private static string Hash(string text) => ShortHash.Of(TypedText.Visible(text))[..HashLength];
}
