using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using PerfTargets.Core.Common;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>
/// A year's check settings as typed by an administrator: one field for each switch, list and threshold. A blank field, or one that says what is
/// shipped, sets nothing: it goes on following the program.
/// </summary>
public sealed record CheckSettingsInput(IReadOnlyDictionary<string, string> Fields, string? Seen)
{
    public const string Off = "off";
    public const int MostWords = 500;
    public const int LongestWord = 40;
    public const int LeastNumber = 1;
    public const int LargestNumber = 1_000_000;

    public static string LevelField(Check check) => "level-" + check.Code;

    public static string WordsField(WordList list) => $"words-{list.Code}-{list.Key}";

    public static string NumberField(Threshold number) => $"number-{number.Code}-{number.Key}";

    /// <summary>The label of a field in which people type; null for others.</summary>
    public static string? LabelOf(string field) =>
        FormChecks.Catalogue.SelectMany(check => check.Lists.Select(list => (Field: WordsField(list), list.Title))
            .Concat(check.Thresholds.Select(number => (Field: NumberField(number), number.Title))))
            .FirstOrDefault(one => one.Field == field).Title;

    /// <summary>What the fields show of a template's settings.</summary>
    public static CheckSettingsInput Of(FormTemplate template)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var check in FormChecks.Catalogue)
        {
            var settings = template.Checks.GetValueOrDefault(check.Code);
            fields[LevelField(check)] = settings switch
            {
                { Off: true } => Off,
                { Severity: { } letter } => letter,
                { Off: false } => check.DefaultSeverity.Letter(),
                _ => "",
            };
            foreach (var list in check.Lists)
                fields[WordsField(list)] = string.Join('\n', settings?.Words?.GetValueOrDefault(list.Key) ?? list.Shipped);
            foreach (var number in check.Thresholds)
                fields[NumberField(number)] = (settings?.Numbers is { } numbers && numbers.TryGetValue(number.Key, out var own) ? own : number.Shipped).ToString(CultureInfo.InvariantCulture);
        }
        return new(fields, null);
    }

    /// <exception cref="ValidationException">Something typed cannot be used.</exception>
    public IReadOnlyDictionary<string, CheckSettings> Read()
    {
        var refused = new List<ValidationFailure>();
        var settings = FormChecks.Catalogue.Select(check => (check.Code, Settings: One(check, refused)))
            .Where(one => one.Settings != new CheckSettings()).ToDictionary(one => one.Code, one => one.Settings, StringComparer.Ordinal);
        return refused.Count == 0 ? settings : throw new ValidationException(refused);
    }

    private CheckSettings One(Check check, List<ValidationFailure> refused)
    {
        var level = Fields.GetValueOrDefault(LevelField(check), "");
        var shippedOff = ShippedCheckSettings.Of(check.Code).Off == true;
        var isSeverity = level is "E" or "W" or "H";
        // The usual severity, set for all findings, is more than the default of a check that weighs some otherwise.
        var saysTheSame = !shippedOff && check.Severities is [var only] && level == only.Letter();
        var words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var list in check.Lists)
        {
            if (Words(list, refused) is { } own)
                words[list.Key] = own;
        }
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var number in check.Thresholds)
        {
            if (Number(number, refused) is { } own)
                numbers[number.Key] = own;
        }
        return new CheckSettings(
            isSeverity && !saysTheSame ? level : null,
            level == Off ? (shippedOff ? null : true) : shippedOff && isSeverity ? false : null,
            words.Count > 0 ? words : null,
            numbers.Count > 0 ? numbers : null);
    }

    private string[]? Words(WordList list, List<ValidationFailure> refused)
    {
        var field = WordsField(list);
        string[] typed = [.. TypedText.Normalise(Fields.GetValueOrDefault(field)).Split('\n').Select(word => TypedText.Line(word)).Where(word => word.Length > 0).Distinct()];
        if (typed.Length == 0 || typed.SequenceEqual(list.Shipped))
            return null;
        if (typed.Length > MostWords)
            refused.Add(new(field, $"{list.Code}“{list.Title}”最多 {MostWords} 个词，现在有 {typed.Length} 个，请删减"));
        if (Array.Find(typed, word => word.Length > LongestWord) is { } tooLong)
            refused.Add(new(field, $"{list.Code}“{list.Title}”的每个词最多 {LongestWord} 个字，“{Quoted.Short(tooLong)}”有 {tooLong.Length} 个字，请删减，每行只写一个词"));
        if (Array.Find(typed, word => TypedText.Refusal(word) is not null) is { } broken)
            refused.Add(new(field, $"{list.Code}“{list.Title}”：{TypedText.Refusal(broken)}"));
        // As all texts are compared in one way of writing, so are the words that are looked for in them.
        return [.. typed.Select(word => Forms.CompactText.Of(word).Text).Distinct()];
    }

    private int? Number(Threshold number, List<ValidationFailure> refused)
    {
        var typed = TypedText.Line(Fields.GetValueOrDefault(NumberField(number)));
        if (typed.Length == 0)
            return null;
        if (int.TryParse(CompactDigits(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read >= LeastNumber && read <= Largest(number))
            return read == number.Shipped ? null : read;
        refused.Add(new(NumberField(number), $"{number.Code}“{number.Title}”：“{Quoted.Short(typed)}”不能用，应是 {LeastNumber} 到 {Largest(number)} 之间的整数，请改正"));
        return null;
    }

    private static int Largest(Threshold number) => number.Unit == "%" ? 100 : LargestNumber;

    private static string CompactDigits(string typed) => Forms.CompactText.Of(typed).Text;
}
