namespace PerfTargets.Core.Organisations;

/// <summary>What an organisation is in the county's budget.</summary>
public enum OrganisationKind
{
    /// <summary>主管部门: a first-level budget unit, which may also implement projects itself.</summary>
    Department,

    /// <summary>下属单位 of a department.</summary>
    Unit,

    /// <summary>财政局.</summary>
    FinanceOffice,

    /// <summary>A 股室 of the finance office.</summary>
    FinanceSection,
}

public sealed class Organisation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>预算编码; null until the county has given one.</summary>
    public string? Code { get; set; }

    public required string Name { get; set; }

    public OrganisationKind Kind { get; set; }

    /// <summary>The department of a unit, or the finance office of a section.</summary>
    public Guid? ParentId { get; set; }

    public Organisation? Parent { get; set; }

    /// <summary>The 业务股室 in charge of a department; null when any of them may review it.</summary>
    public Guid? SectionId { get; set; }

    /// <summary>主管部门及代码 as the table prints it.</summary>
    public string NameWithCode => Called(Code, Name);

    public static string Called(string? code, string name) => string.IsNullOrEmpty(code) ? name : $"{code}-{name}";
}

public static class OrganisationKindWords
{
    public static string Word(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Department => "主管部门",
        OrganisationKind.Unit => "下属单位",
        OrganisationKind.FinanceOffice => "财政局",
        OrganisationKind.FinanceSection => "财政股室",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The roles that people of such an organisation can hold; a finance office fills in forms of its own like any department.</summary>
    public static Role PossibleRoles(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Department => Role.Filler | Role.UnitReviewer | Role.DepartmentReviewer | Role.Administrator,
        OrganisationKind.Unit => Role.Filler | Role.UnitReviewer,
        OrganisationKind.FinanceOffice => Role.Filler | Role.UnitReviewer | Role.SectionReviewer | Role.PerformanceReviewer | Role.Administrator,
        OrganisationKind.FinanceSection => Role.SectionReviewer | Role.PerformanceReviewer | Role.Administrator,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Whether projects can be 实施 by it.</summary>
    public static bool ImplementsProjects(this OrganisationKind kind) => kind != OrganisationKind.FinanceSection;
}
