using PerfTargets.Core.Organisations;

namespace PerfTargets.Core.Projects;

/// <summary>A project of the budget. It keeps its identity across years; forms hang on it.</summary>
public sealed class Project
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>项目编码; null until the county has given one.</summary>
    public string? Code { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>实施单位.</summary>
    public Guid UnitId { get; private set; }

    public Organisation? Unit { get; private set; }

    /// <summary>What makes two projects the same: the code, or without codes the implementing unit and the name (forty schools may share one name).</summary>
    public string IdentityKey { get; private set; } = "";

    public static Project Create(string? code, string name, Guid unitId)
    {
        var project = new Project();
        project.Describe(code, name, unitId);
        return project;
    }

    public void Describe(string? code, string name, Guid unitId)
    {
        (Code, Name, UnitId) = (string.IsNullOrWhiteSpace(code) ? null : code.Trim(), name, unitId);
        IdentityKey = KeyOf(Code, name, unitId);
    }

    public static string KeyOf(string? code, string name, Guid unitId) =>
        string.IsNullOrWhiteSpace(code) ? $"{unitId:N} {name}" : code.Trim();
}
