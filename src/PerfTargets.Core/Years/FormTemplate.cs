using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PerfTargets.Core.Years;

/// <summary>
/// The official form as data: its words, its tree of indicators, its limits and the settings of its checks.
/// Nothing in the program asks which year it is; it asks the year's template.
/// </summary>
public sealed record FormTemplate
{
    private static readonly ConcurrentDictionary<string, FormTemplate> Parsed = new(StringComparer.Ordinal);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string Key { get; init; }

    /// <summary>What an administrator sees when choosing a template.</summary>
    public required string Name { get; init; }

    public required int Revision { get; init; }

    /// <summary>部门项目支出预算绩效目标表.</summary>
    public required string Title { get; init; }

    /// <summary>The attachment's line, with {number} and {department} to be filled in at export.</summary>
    public required string AttachmentLine { get; init; }

    /// <summary>万元.</summary>
    public required string MoneyUnit { get; init; }

    public required FormLabels Labels { get; init; }

    /// <summary>The choices for 项目属性.</summary>
    public required IReadOnlyList<string> ProjectAttributes { get; init; }

    public required IReadOnlyList<FundsLineTemplate> Funds { get; init; }

    public required IReadOnlyList<IndicatorLevel> Levels { get; init; }

    /// <summary>What is printed behind a group's label, by its requirement.</summary>
    public required IReadOnlyDictionary<GroupRequirement, string> RequirementLabels { get; init; }

    public required FormLimits Limits { get; init; }

    public required PrintSettings Print { get; init; }

    /// <summary>Settings of checks by code; a check without an entry runs with its defaults.</summary>
    public required IReadOnlyDictionary<string, CheckSettings> Checks { get; init; }

    public IEnumerable<IndicatorGroup> Groups => Levels.SelectMany(level => level.Groups);

    public IndicatorGroup? FindGroup(string key) => Groups.FirstOrDefault(group => group.Key == key);

    public IndicatorLevel LevelOf(IndicatorGroup group) => Levels.First(level => level.Groups.Contains(group));

    /// <summary>The second-level cell as printed, 数量指标（必填硬性指标）.</summary>
    public string PrintedLabel(IndicatorGroup group) =>
        group.Label + RequirementLabels.GetValueOrDefault(group.Requirement, "");

    /// <summary>Whether anything is printed behind the labels at all.</summary>
    public bool PrintsRequirements => Groups.Any(group => PrintedLabel(group) != group.Label);

    /// <summary>Reads a template; the same text is read once.</summary>
    /// <exception cref="JsonException">The text is not a template.</exception>
    public static FormTemplate Parse(string json) => Parsed.GetOrAdd(json, static text =>
        JsonSerializer.Deserialize<FormTemplate>(text, Json) ?? throw new JsonException("A template cannot be null."));

    /// <summary>The same template, printed upright or across.</summary>
    public static string WithOrientation(string json, PageOrientation orientation)
    {
        var template = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;
        template["print"]!["orientation"] = orientation.Key();
        return template.ToJsonString(Written);
    }
}

/// <summary>The words in the form's fixed cells.</summary>
public sealed record FormLabels
{
    public required string ProjectName { get; init; }
    public required string Department { get; init; }
    public required string ImplementingUnit { get; init; }
    public required string ProjectAttribute { get; init; }
    public required string ProjectPeriod { get; init; }
    public required string Funds { get; init; }
    public required string OverallGoal { get; init; }
    public required string Names { get; init; }
    public required string LevelOne { get; init; }
    public required string LevelTwo { get; init; }
    public required string LevelThree { get; init; }
    public required string TargetValue { get; init; }
    public required string Indicators { get; init; }
}

/// <summary>One line of 项目资金. The total is the sum of the parts (check F1).</summary>
/// <param name="Indent">Indentation in characters of the label's text.</param>
public sealed record FundsLineTemplate(string Key, string Label, FundsLineKind Kind, int Indent = 0);

public enum FundsLineKind
{
    Total,
    Part,
}

/// <summary>一级指标.</summary>
/// <param name="AtLeastOneRow">Some group of the level must have a row, though none of them is 必填 alone (财预〔2021〕101号).</param>
public sealed record IndicatorLevel(string Key, string Label, IReadOnlyList<IndicatorGroup> Groups, bool AtLeastOneRow = false);

/// <summary>二级指标.</summary>
/// <param name="Kind">What the group is about, for checks that only concern one kind (dates for 时效, amounts for 成本).</param>
/// <param name="NotApplicableAllowed">The group may be marked 不涉及 with a reason.</param>
/// <param name="Benefit">Which benefit a group of kind <see cref="IndicatorKind.Benefit"/> is about; null for other kinds, and for costs to society or nature.</param>
public sealed record IndicatorGroup(
    string Key, string Label, GroupRequirement Requirement, IndicatorKind Kind, bool NotApplicableAllowed = false, BenefitKind? Benefit = null);

public enum GroupRequirement
{
    Optional,

    /// <summary>必填: at least one row.</summary>
    Required,

    /// <summary>必填硬性: at least one row, and every value has a number and a unit.</summary>
    Hard,
}

public enum IndicatorKind
{
    Quantity,
    Quality,
    Timeliness,
    Cost,
    Benefit,
    Satisfaction,
}

public enum BenefitKind
{
    Economic,
    Social,
    Ecological,

    /// <summary>可持续影响.</summary>
    Sustainability,
}

/// <summary>What a draft may hold at most (characters, rows); more is refused at saving, with the text kept on the page.</summary>
public sealed record FormLimits(int HeadField, int OverallGoal, int IndicatorName, int IndicatorValue, int Reason, int Rows);

public sealed record PrintSettings(PageOrientation Orientation);

public enum PageOrientation
{
    Landscape,
    Portrait,
}

/// <summary>How a template tunes one check. What it leaves out is as shipped with the program.</summary>
/// <param name="Severity">E, W or H instead of the check's own.</param>
/// <param name="Off">Whether the check is switched off.</param>
/// <param name="Words">The lists of words that the check looks for, by their keys.</param>
/// <param name="Numbers">Its thresholds, by their keys.</param>
public sealed record CheckSettings(
    string? Severity = null, bool? Off = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? Words = null, IReadOnlyDictionary<string, int>? Numbers = null);
