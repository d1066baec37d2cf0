using System.Globalization;
using System.Text;
using System.Text.Json;
using PerfTargets.Core.Common;
using Key = PerfTargets.Core.Forms.FormFileKeys;

namespace PerfTargets.Core.Forms;

/// <summary>Reads a form file as strictly as it is written: what would be lost or guessed is refused, with file, place and reason.</summary>
public sealed class FormFileReader
{
    public const int MostBytes = 16 * 1024 * 1024;
    public const int MostTables = 2000;
    public const int LongestCode = 50;
    private const int Deepest = 8;
    private readonly string _file;

    private FormFileReader(string file) => _file = file;

    /// <param name="file">The name by which messages speak of the file.</param>
    /// <exception cref="FormFileException">The bytes are not a form file.</exception>
    public static FormFile Read(byte[] bytes, string file) => new FormFileReader(file).Read(bytes);

    private FormFile Read(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
            throw Refused("$", $"文件太大：最多 {MostBytes / 1024 / 1024} MB，现在有 {bytes.Length / 1024 / 1024} MB，要分成几个文件");
        RequireUtf8(bytes);
        // Windows' editors put U+FEFF before UTF-8.
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(start), new JsonDocumentOptions { MaxDepth = Deepest });
            return File(new JsonPlace(_file, "$", document.RootElement));
        }
        catch (JsonException e)
        {
            throw Refused("$", $"第 {e.LineNumber + 1} 行（第 {e.BytePositionInLine + 1} 个字节处）写法不对，读不下去：多半是前面少了或多了逗号、引号或括号，也可能是写了注释，或者括号套了超过 {Deepest} 层");
        }
    }

    private void RequireUtf8(byte[] bytes)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw Refused("$", $"文件不是 UTF-8 编码（第 {e.Index + 1} 字节处），要另存为 UTF-8");
        }
    }

    private FormFileException Refused(string path, string reason) => new(_file, path, reason);

    private static FormFile File(JsonPlace root)
    {
        var members = root.Members(Key.OfFile, Key.RequiredOfFile);
        var unit = members[Key.MoneyUnit];
        if (unit.Text() != FormFile.Wan)
            throw unit.Refused($"只能是“{FormFile.Wan}”");
        return new FormFile
        {
            AttachmentTitle = members.GetValueOrDefault(Key.AttachmentTitle)?.Text(),
            TableTitle = members.GetValueOrDefault(Key.TableTitle)?.Text(),
            Year = Year(members[Key.Year]),
            MoneyUnit = unit.Text(),
            Template = members.GetValueOrDefault(Key.Template)?.Text(),
            Tables = [.. members[Key.Tables].Items(1, MostTables).Select(Table)],
            LevelTwoLabels = members.GetValueOrDefault(Key.LevelTwoLabels)?.Texts().ToDictionary(),
        };
    }

    private static int Year(JsonPlace place)
    {
        if (place.Element.ValueKind == JsonValueKind.Number && place.Element.TryGetInt32(out var year)
            && year is >= FormFile.EarliestYear and <= FormFile.LatestYear)
        {
            return year;
        }
        throw place.Refused($"应是 {FormFile.EarliestYear} 到 {FormFile.LatestYear} 之间的整数，现在是{place.Shown()}");
    }

    private static FormFileTable Table(JsonPlace place)
    {
        var members = place.Members(Key.OfTable, Key.RequiredOfTable);
        return new FormFileTable
        {
            ProjectName = members[Key.ProjectName].Text(),
            ProjectCode = Code(members.GetValueOrDefault(Key.ProjectCode)),
            Department = members[Key.Department].Text(),
            DepartmentCode = Code(members.GetValueOrDefault(Key.DepartmentCode)),
            ImplementingUnit = members[Key.ImplementingUnit].Text(),
            UnitCode = Code(members.GetValueOrDefault(Key.UnitCode)),
            ProjectAttribute = members[Key.ProjectAttribute].Text(),
            ProjectPeriod = members[Key.ProjectPeriod].Text(),
            Funds = Funds(members[Key.Funds]),
            OverallGoal = members[Key.OverallGoal].Text(),
            Indicators = [.. members[Key.Indicators].Items(0, int.MaxValue).Select(Row)],
            NotApplicable = members.GetValueOrDefault(Key.NotApplicable)?.Texts() ?? [],
            Reasons = [.. members.GetValueOrDefault(Key.Reasons)?.Items(0, DraftRules.MostReasons).Select(Reason) ?? []],
        };
    }

    private static string? Code(JsonPlace? place)
    {
        if (place is null)
            return null;
        var code = place.Text();
        return code.Length is > 0 and <= LongestCode && code.Trim() == code
            ? code
            : throw place.Refused($"应有 1 到 {LongestCode} 个字，前后没有空格；没有编码就删去这一项");
    }

    private static List<FundsEntry> Funds(JsonPlace place) =>
        [.. place.Members(null, [FundsLine.TotalKey]).Select(member => new FundsEntry(member.Key, Amount(member.Value)))];

    private static Amount Amount(JsonPlace place) => place.Element.ValueKind switch
    {
        JsonValueKind.Null => Forms.Amount.Blank,
        JsonValueKind.String => Forms.Amount.FromTyped(place.Text()),
        JsonValueKind.Number => Forms.Amount.FromTyped(NumberText(place)),
        _ => throw place.Refused($"金额应是数字、写在英文双引号里的文字或 null（没有填），现在是{place.Shown()}"),
    };

    /// <summary>The number's own digits: a double would turn 36.7 into something near it.</summary>
    private static string NumberText(JsonPlace place)
    {
        var text = place.Element.GetRawText();
        if (!text.Contains('e', StringComparison.OrdinalIgnoreCase))
            return text.Length <= DraftRules.AmountLength ? text : throw place.Refused($"最多 {DraftRules.AmountLength} 个字");
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : throw place.Refused($"{place.Shown()}太大或太小，无法读取");
    }

    private static FormFileReason Reason(JsonPlace place)
    {
        var members = place.Members(Key.OfReason, Key.OfReason);
        return new FormFileReason(members[Key.ReasonCode].Text(), members[Key.ReasonPlace].Text(), members[Key.ReasonRaw].Text(), members[Key.ReasonText].Text());
    }

    private static FormFileRow Row(JsonPlace place)
    {
        var cells = place.Items(4, 4).Select(cell => cell.Text()).ToList();
        return new FormFileRow(cells[0], cells[1], cells[2], cells[3]);
    }
}
