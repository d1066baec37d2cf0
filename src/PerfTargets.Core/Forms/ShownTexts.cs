using System.Globalization;
using System.Text;
using PerfTargets.Core.Common;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>
/// What a page had shown of a form: a short hash for each field and row, in their order. It goes out with the page and comes back with the post, and tells
/// which of the posted texts their reader has left as they were.
/// </summary>
public sealed class ShownTexts
{
    /// <summary>The hidden field that carries it.</summary>
    public const string FieldName = "shown";

    /// <summary>Nothing is known of the page: everything counts as typed.</summary>
    public static readonly ShownTexts Unknown = new([]);

    /// <summary>So many texts a form has besides its rows, or few more.</summary>
    private const int OfAHead = 12;

    /// <summary>Of a row, in characters.</summary>
    private const int PackedLength = 46;

    private readonly OrderedDictionary<string, uint> _hashes;

    private ShownTexts(OrderedDictionary<string, uint> hashes) => _hashes = hashes;

    public static ShownTexts Of(FormContent content, FormTemplate template)
    {
        var hashes = new OrderedDictionary<string, uint>(content.Indicators.Count + OfAHead, StringComparer.Ordinal);
        foreach (var (key, text) in FormMerge.Texts(content, template))
            hashes[key] = Hash(text);
        return new(hashes);
    }

    /// <summary>A row of which the page had shown nothing counts as shown as it is. Where nothing is known of the page, nothing is known of its rows.</summary>
    public ShownTexts With(IndicatorRow row) => _hashes.Count == 0 || _hashes.ContainsKey(FormMerge.RowKey(row)) ? this
        : new(new(_hashes, StringComparer.Ordinal) { [FormMerge.RowKey(row)] = Hash(FormMerge.Text(row)) });

    public static ShownTexts Read(string? packed)
    {
        var hashes = new OrderedDictionary<string, uint>(packed.AsSpan().Count(' ') + 1, StringComparer.Ordinal);
        foreach (var part in packed.AsSpan().Split(' '))
        {
            var pair = packed.AsSpan(part);
            var equals = pair.IndexOf('=');
            if (equals > 0 && uint.TryParse(pair[(equals + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash))
                hashes[pair[..equals].ToString()] = hash;
        }
        return hashes.Count == 0 ? Unknown : new(hashes);
    }

    /// <summary>field=hash, parted by blanks.</summary>
    public string Pack()
    {
        var packed = new StringBuilder(_hashes.Count * PackedLength);
        foreach (var (key, hash) in _hashes)
            packed.Append(packed.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{key}={hash:x8}");
        return packed.ToString();
    }

    /// <param name="text">The posted text; null where the row or mark was not posted.</param>
    public bool IsAsShown(string key, string? text) =>
        _hashes.Count > 0 && (_hashes.TryGetValue(key, out var hash) ? text is not null && Hash(text) == hash : text is null);

    /// <summary>Whether those of these that were shown stand one after the other as they did then.</summary>
    public bool IsOrderAsShown(IEnumerable<string> keys)
    {
        var places = keys.Select(_hashes.IndexOf).Where(place => place >= 0).ToList();
        return _hashes.Count > 0 && places.SequenceEqual(places.Order());
    }

    private static uint Hash(string text) => (uint)ShortHash.NumberOf(TypedText.Visible(text));
}
