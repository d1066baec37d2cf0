using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;

namespace PerfTargets.Core.Forms;

/// <summary>Finds the department, unit and project that a file's table speaks of, by code or else by name, and makes what is missing.</summary>
internal sealed class ImportDirectory
{
    private readonly PerfTargetsDbContext _db;
    private readonly string _file;
    private readonly List<string> _created;
    private readonly List<Organisation> _organisations;
    private readonly List<Project> _projects;
    private readonly HashSet<Guid> _placed = [];

    private ImportDirectory(PerfTargetsDbContext db, string file, List<string> created, List<Organisation> organisations, List<Project> projects) =>
        (_db, _file, _created, _organisations, _projects) = (db, file, created, organisations, projects);

    public static async Task<ImportDirectory> LoadAsync(PerfTargetsDbContext db, string file, List<string> created, CancellationToken cancel) =>
        new(db, file, created, await db.Organisations.ToListAsync(cancel), await db.Projects.ToListAsync(cancel));

    /// <param name="index">The table's position in the file, for messages.</param>
    public (Project Project, Organisation Unit, Organisation Department) Place(FormFileTable table, int index)
    {
        var path = $"$.{FormFileKeys.Tables}[{index}]";
        Require(table.DepartmentName, $"{path}.{FormFileKeys.Department}");
        Require(table.UnitName, $"{path}.{FormFileKeys.ImplementingUnit}");
        Require(table.ProjectName, $"{path}.{FormFileKeys.ProjectName}");
        var department = Organisation(table.DepartmentName, table.DepartmentCode, null, $"{path}.{FormFileKeys.DepartmentCode}");
        var isDepartment = table.UnitName == table.DepartmentName && (table.UnitCode ?? table.DepartmentCode) == table.DepartmentCode;
        var unit = isDepartment ? department : Organisation(table.UnitName, table.UnitCode, department, $"{path}.{FormFileKeys.UnitCode}");
        var project = Project(table, unit, $"{path}.{FormFileKeys.ProjectCode}");
        if (!_placed.Add(project.Id))
            throw new FormFileException(_file, path, $"同一文件中有两份“{table.ProjectName}”（{unit.Name}）的目标表");
        return (project, unit, department);
    }

    private Organisation Organisation(string name, string? code, Organisation? parent, string codePath)
    {
        if (code is not null && _organisations.Find(one => one.Code == code) is { } coded)
        {
            return coded.Name == name && coded.ParentId == parent?.Id
                ? coded
                : throw new FormFileException(_file, codePath, $"编码“{code}”已属于“{coded.Name}”，与文件中的“{name}”不一致");
        }
        var found = _organisations.Find(one => one.Name == name && one.ParentId == parent?.Id);
        if (found is null)
        {
            found = new Organisation { Code = code, Name = name, Kind = parent is null ? OrganisationKind.Department : OrganisationKind.Unit, ParentId = parent?.Id, Parent = parent };
            _organisations.Add(found);
            _db.Add(found);
            _created.Add($"单位 {found.NameWithCode}");
        }
        else if (code is not null && found.Code is not null)
        {
            throw new FormFileException(_file, codePath, $"“{name}”的编码是“{found.Code}”，与文件中的“{code}”不一致");
        }
        found.Code ??= code;
        return found;
    }

    private Project Project(FormFileTable table, Organisation unit, string codePath)
    {
        if (table.ProjectCode is { } code && _projects.Find(one => one.Code == code) is { } coded)
        {
            return coded.UnitId == unit.Id
                ? coded
                : throw new FormFileException(_file, codePath, $"项目编码“{code}”已属于另一单位的项目“{coded.Name}”");
        }
        var found = _projects.Find(one => one.UnitId == unit.Id && one.Name == table.ProjectName && (one.Code is null || table.ProjectCode is null));
        if (found is null)
        {
            found = Projects.Project.Create(table.ProjectCode, table.ProjectName, unit.Id);
            _projects.Add(found);
            _db.Add(found);
            _created.Add($"项目 {table.ProjectName}（{unit.Name}）");
        }
        else if (table.ProjectCode is not null)
        {
            found.Describe(table.ProjectCode, found.Name, unit.Id);
        }
        return found;
    }

    private void Require(string text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FormFileException(_file, path, "是空的：导入时要有项目名称、主管部门和实施单位，才知道是哪个项目的目标表");
    }
}
