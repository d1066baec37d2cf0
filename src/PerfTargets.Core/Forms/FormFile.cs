using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>
/// A year's forms as a file: the JSON shape that <c>forms import</c> reads and <c>forms export</c> writes (docs/form-file.schema.json).
/// It speaks in the labels of the official table; which groups they mean, a template says.
/// </summary>
public sealed record FormFile
{
    public const string Wan = "万元";
    public const string DefaultTemplate = "ningxia-2023";
    public const int EarliestYear = 2000;
    public const int LatestYear = 2099;

    /// <summary>The cover's line; it is made anew at every export and not stored.</summary>
    public string? AttachmentTitle { get; init; }

    public string? TableTitle { get; init; }
    public required int Year { get; init; }
    public required string MoneyUnit { get; init; }

    /// <summary>Key of the template that the file was filled in by; null leaves it to the year, or to <see cref="DefaultTemplate"/>.</summary>
    public string? Template { get; init; }

    public required IReadOnlyList<FormFileTable> Tables { get; init; }

    /// <summary>Second-level labels as printed, by their plain labels.</summary>
    public IReadOnlyDictionary<string, string>? LevelTwoLabels { get; init; }
}

/// <summary>One form of the file.</summary>
public sealed record FormFileTable
{
    public required string ProjectName { get; init; }
    public string? ProjectCode { get; init; }
    public required string Department { get; init; }
    public string? DepartmentCode { get; init; }
    public required string ImplementingUnit { get; init; }
    public string? UnitCode { get; init; }
    public required string ProjectAttribute { get; init; }
    public required string ProjectPeriod { get; init; }
    public required IReadOnlyList<FundsEntry> Funds { get; init; }
    public required string OverallGoal { get; init; }
    public required IReadOnlyList<FormFileRow> Indicators { get; init; }

    /// <summary>Reasons for 不涉及, by the second-level label.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> NotApplicable { get; init; } = [];

    /// <summary>填写说明.</summary>
    public IReadOnlyList<FormFileReason> Reasons { get; init; } = [];

    /// <summary>The department's name without the code that a table may print before it.</summary>
    public string DepartmentName => WithoutCode(Department, DepartmentCode);

    public string UnitName => WithoutCode(ImplementingUnit, UnitCode);

    private static string WithoutCode(string text, string? code) =>
        code is not null && text.StartsWith(code + "-", StringComparison.Ordinal) ? text[(code.Length + 1)..] : text;

    public static FormFileTable Of(FormContent content, FormTemplate template) => new()
    {
        ProjectName = content.ProjectName,
        Department = content.Department,
        ImplementingUnit = content.ImplementingUnit,
        ProjectAttribute = content.ProjectAttribute,
        ProjectPeriod = content.ProjectPeriod,
        Funds = [.. template.Funds.Select(line => new FundsEntry(line.Key, content.FundsOf(line.Key)))],
        OverallGoal = content.OverallGoal,
        Indicators =
        [
            .. from level in template.Levels
               from @group in level.Groups
               from row in content.RowsOf(@group.Key)
               select new FormFileRow(level.Label, @group.Label, row.Name, row.Value),
        ],
        NotApplicable =
        [
            .. from @group in template.Groups
               let mark = content.NotApplicableOf(@group.Key)
               where mark is not null
               select KeyValuePair.Create(@group.Label, mark.Reason),
        ],
        Reasons = ReasonsOf(content, template),
    };

    /// <summary>Those whose row is gone hold to nothing in a file.</summary>
    private static IReadOnlyList<FormFileReason> ReasonsOf(FormContent content, FormTemplate template)
    {
        if (content.Reasons.Count == 0)
            return [];
        var names = new PlaceNames(content, template);
        return
        [
            .. from reason in content.Reasons
               let place = names.Of(reason.Place)
               where place is not null
               select new FormFileReason(reason.Code, place, reason.Raw, reason.Text),
        ];
    }
}

/// <summary>A third-level row under the labels of its first and second level.</summary>
public sealed record FormFileRow(string LevelOne, string LevelTwo, string Name, string Value);

/// <summary>填写说明 of what a check finds at a place of the form.</summary>
/// <param name="Place">As in <see cref="PlaceNames"/>.</param>
/// <param name="Raw">What stands there, as the finding has it.</param>
public sealed record FormFileReason(string Code, string Place, string Raw, string Text);

/// <summary>The file cannot be taken as it is. The message names file, place in words, reason and what to do, and last the place as programs write it.</summary>
public sealed class FormFileException(string file, string path, string reason)
    : Exception($"{file}：{FormFilePlaceWords.Of(path)}：{reason}。请改正文件以后再试（位置 {path}）。")
{
    public string File { get; } = file;

    /// <summary>The place as a JSON path, such as $.tables[2].funds.total.</summary>
    public string Path { get; } = path;

    public string Reason { get; } = reason;
}
