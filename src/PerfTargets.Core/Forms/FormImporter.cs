using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Common;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>Where imported forms are to stand.</summary>
public enum ImportAs
{
    Draft,
    Approved,
}

/// <summary>What an import takes beside the file.</summary>
/// <param name="FileName">The name by which messages and 办理记录 speak of the file.</param>
/// <param name="ApprovalDocument">文号 of the 批复 of forms that come as approved; null where it is not known.</param>
public sealed record ImportRequest(string FileName, ImportAs As = ImportAs.Draft, string? ApprovalDocument = null, DateOnly? ApprovalDate = null);

/// <summary>What an import has made.</summary>
public sealed record ImportReport(int Year, IReadOnlyList<ImportedForm> Forms, IReadOnlyList<string> Created);

public sealed record ImportedForm(Guid Id, string ProjectName, string UnitName);

/// <summary>
/// Takes a whole file of forms in one commit, or nothing of it. It stores what was filled in as it is, whatever the checks would say;
/// what the forms need and the database lacks (year, organisations, projects) is made.
/// </summary>
public sealed class FormImporter(PerfTargetsDbContext db, TimeProvider time, ApprovalService approvals, CheckContexts contexts)
{
    /// <exception cref="FormFileException">The file's labels are not those of the year's template, or it names no project or unit.</exception>
    /// <exception cref="RequestRefusedException">A form exists already, or a code contradicts the database; nothing was written.</exception>
    public async Task<ImportReport> ImportAsync(FormFile file, ImportRequest request, Actor by, CancellationToken cancel = default)
    {
        var created = new List<string>();
        var year = await YearAsync(file, request.FileName, created, cancel);
        var contents = file.ContentsBy(year.Template, request.FileName);
        var directory = await ImportDirectory.LoadAsync(db, request.FileName, created, cancel);
        var at = time.UtcNow();
        var forms = new List<(TargetForm Form, string Unit)>();
        foreach (var (table, index) in file.Tables.Select((table, index) => (table, index)))
        {
            // A microsecond apart, so that lists and exports keep the order of the file.
            var (project, unit, department) = directory.Place(table, index);
            var form = TargetForm.Create(year.Year, project, unit, department, contents[index], by, at.AddMicroseconds(index));
            forms.Add((form, unit.Name));
        }
        await RefuseExistingAsync(forms, year.Year, request.FileName, cancel);
        foreach (var (form, _) in forms)
            Add(form, request, by, at);
        await JudgeAsync([.. forms.Select(one => one.Form)], request, at, cancel);
        await SaveAsync(cancel);
        return new ImportReport(year.Year, [.. forms.Select(one => new ImportedForm(one.Form.Id, one.Form.ProjectName, one.Unit))], created);
    }

    private void Add(TargetForm form, ImportRequest request, Actor by, DateTime at)
    {
        if (request.As == ImportAs.Approved)
            form.StandAs(FormStatus.Approved, request.ApprovalDocument, request.ApprovalDate);
        db.Add(form);
        db.Add(FormEvents.Begun(form, FormEventKind.Imported, Role.None, by, Path.GetFileName(request.FileName), at));
    }

    private async Task JudgeAsync(List<TargetForm> forms, ImportRequest request, DateTime at, CancellationToken cancel)
    {
        var around = await contexts.OfAsync(forms, cancel);
        foreach (var form in forms)
        {
            form.Judge(FindingCounts.Of(FormChecks.Run(around[form.Id])));
            if (request.As == ImportAs.Approved)
                db.Add(approvals.ApprovedSnapshot(form, around[form.Id], at, "没有导入任何内容，请在文件中改写后再导入。"));
        }
    }

    private async Task<BudgetYear> YearAsync(FormFile file, string fileName, List<string> created, CancellationToken cancel)
    {
        if (await db.Years.FirstOrDefaultAsync(one => one.Year == file.Year, cancel) is { } existing)
            return existing;
        var year = BudgetYear.Usual(file.Year);
        year.UseTemplate(file.ShippedTemplate(fileName));
        db.Add(year);
        created.Add($"年度 {file.Year}（模板 {year.TemplateKey}）");
        return year;
    }

    private async Task RefuseExistingAsync(List<(TargetForm Form, string Unit)> forms, int year, string fileName, CancellationToken cancel)
    {
        var projects = forms.Select(one => one.Form.ProjectId).ToList();
        var taken = await db.Forms.Where(one => one.Year == year && one.Status != FormStatus.Deleted && projects.Contains(one.ProjectId))
            .Select(one => one.ProjectId).ToListAsync(cancel);
        var refused = forms.Where(one => taken.Contains(one.Form.ProjectId)).Select(one => $"“{one.Form.ProjectName}”（{one.Unit}）").ToList();
        if (refused.Count > 0)
            throw new RequestRefusedException($"{fileName}：{year} 年度已有{string.Join('、', refused)}的目标表，没有导入任何内容。");
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is not null && !cancel.IsCancellationRequested && IsTaken(e))
        {
            throw new RequestRefusedException("导入期间有人新建了同样的年度、单位、项目或目标表，没有导入任何内容，请重试。");
        }
    }

    /// <summary>A row of the same key came between our look and our commit (SQLite 19, PostgreSQL 23505).</summary>
    private static bool IsTaken(DbUpdateException e) =>
        e.InnerException is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 } or Npgsql.PostgresException { SqlState: "23505" };
}
