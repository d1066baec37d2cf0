using System.Text.Json;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Forms;

/// <summary>A value in a JSON file with the way to it, so that every refusal can say where.</summary>
internal sealed record JsonPlace(string File, string Path, JsonElement Element)
{
    private const int ShownLength = 40;

    public FormFileException Refused(string reason) => new(File, Path, reason);

    /// <summary>The members of an object by their keys: each once, none unknown, none missing.</summary>
    /// <param name="known">The keys that may stand there; null for any.</param>
    public Dictionary<string, JsonPlace> Members(IReadOnlyList<string>? known, IReadOnlyList<string> required)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Refused($"应是写在花括号 {{ }} 里的一组内容，现在是{Shown()}");
        var members = new Dictionary<string, JsonPlace>(StringComparer.Ordinal);
        foreach (var property in Element.EnumerateObject())
        {
            var key = KeyOf(property);
            if (known?.Contains(key) == false)
                throw Refused($"不认识其中的“{Cut(key)}”，可以写的有：{string.Join('、', known.Select(FormFilePlaceWords.Named))}");
            if (!members.TryAdd(key, new JsonPlace(File, PathOf(key), property.Value)))
                throw Refused($"“{Cut(key)}”写了两次，只能写一次");
        }
        var missing = required.Where(key => !members.ContainsKey(key)).ToList();
        return missing.Count == 0 ? members : throw Refused($"缺少{string.Join('、', missing.Select(FormFilePlaceWords.Named))}");
    }

    /// <summary>An object whose values are all text.</summary>
    public List<KeyValuePair<string, string>> Texts() =>
        [.. Members(null, []).Select(member => KeyValuePair.Create(member.Key, member.Value.Text()))];

    public IEnumerable<JsonPlace> Items(int fewest, int most)
    {
        if (Element.ValueKind != JsonValueKind.Array)
            throw Refused($"应是写在方括号 [ ] 里的几项，现在是{Shown()}");
        var count = Element.GetArrayLength();
        if (count < fewest || count > most)
            throw Refused(fewest == most ? $"应有 {fewest} 项，现在有 {count} 项" : $"应有 {fewest} 到 {most} 项，现在有 {count} 项");
        return Element.EnumerateArray().Select((item, index) => new JsonPlace(File, $"{Path}[{index}]", item));
    }

    /// <summary>A text that can be stored, with LF line ends.</summary>
    public string Text()
    {
        if (Element.ValueKind != JsonValueKind.String)
            throw Refused($"应是写在英文双引号里的文字，现在是{Shown()}");
        string text;
        try
        {
            text = TypedText.Normalise(Element.GetString());
        }
        catch (InvalidOperationException)
        {
            throw Refused("含有残缺的字符，无法保存，这段文字要重新输入");
        }
        return TypedText.Refusal(text) is { } refusal ? throw Refused(refusal) : text;
    }

    /// <summary>What stands there, as a message can show it.</summary>
    public string Shown() => Element.ValueKind switch
    {
        JsonValueKind.Object => "一组内容 { }",
        JsonValueKind.Array => "几项 [ ]",
        JsonValueKind.Null => "空的（null）",
        JsonValueKind.Number => $"数字 {Cut(Element.GetRawText())}",
        JsonValueKind.String => "文字",
        _ => $" {Element.GetRawText()}",
    };

    private string KeyOf(JsonProperty property)
    {
        try
        {
            var key = property.Name;
            return TypedText.Refusal(key) is { } refusal ? throw Refused($"有一项的名称{refusal}") : key;
        }
        catch (InvalidOperationException)
        {
            throw Refused("有一项的名称含有残缺的字符，要重新输入");
        }
    }

    private string PathOf(string key) =>
        key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? $"{Path}.{key}" : $"{Path}['{Cut(key)}']";

    private static string Cut(string text) => text.Length <= ShownLength ? text : text[..ShownLength] + "…";
}
