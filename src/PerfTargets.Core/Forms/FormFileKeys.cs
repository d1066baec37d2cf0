namespace PerfTargets.Core.Forms;

/// <summary>The keys of the file's objects; the schema in docs/ is held to the same lists.</summary>
public static class FormFileKeys
{
    public const string AttachmentTitle = "attachmentTitle";
    public const string TableTitle = "tableTitle";
    public const string Year = "year";
    public const string MoneyUnit = "moneyUnit";
    public const string Template = "template";
    public const string Tables = "tables";
    public const string LevelTwoLabels = "levelTwoLabels";

    public const string ProjectName = "projectName";
    public const string ProjectCode = "projectCode";
    public const string Department = "department";
    public const string DepartmentCode = "departmentCode";
    public const string ImplementingUnit = "implementingUnit";
    public const string UnitCode = "unitCode";
    public const string ProjectAttribute = "projectAttribute";
    public const string ProjectPeriod = "projectPeriod";
    public const string Funds = "funds";
    public const string OverallGoal = "overallGoal";
    public const string Indicators = "indicators";
    public const string NotApplicable = "notApplicable";
    public const string Reasons = "reasons";

    public const string ReasonCode = "code";
    public const string ReasonPlace = "place";
    public const string ReasonRaw = "raw";
    public const string ReasonText = "text";

    public static IReadOnlyList<string> OfFile { get; } =
        [AttachmentTitle, TableTitle, Year, MoneyUnit, Template, Tables, LevelTwoLabels];

    public static IReadOnlyList<string> RequiredOfFile { get; } = [Year, MoneyUnit, Tables];

    public static IReadOnlyList<string> OfTable { get; } =
    [
        ProjectName, ProjectCode, Department, DepartmentCode, ImplementingUnit, UnitCode, ProjectAttribute, ProjectPeriod,
        Funds, OverallGoal, Indicators, NotApplicable, Reasons,
    ];

    public static IReadOnlyList<string> RequiredOfTable { get; } =
        [ProjectName, Department, ImplementingUnit, ProjectAttribute, ProjectPeriod, Funds, OverallGoal, Indicators];

    public static IReadOnlyList<string> OfReason { get; } = [ReasonCode, ReasonPlace, ReasonRaw, ReasonText];
}
