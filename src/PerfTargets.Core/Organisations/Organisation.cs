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
    public string NameWithCode => string.IsNullOrEmpty(Code) ? Name : $"{Code}-{Name}";
}
