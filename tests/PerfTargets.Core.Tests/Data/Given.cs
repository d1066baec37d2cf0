using PerfTargets.Core.Data;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;
using PerfTargets.TestKit.Databases;

namespace PerfTargets.Core.Tests.Data;

/// <summary>The least that a form hangs on.</summary>
internal sealed record Given(BudgetYear Year, Organisation Unit, Project Project)
{
    public static readonly DateTime At = new(2023, 3, 1, 8, 30, 15, 123, 456, DateTimeKind.Utc);

    public static async Task<Given> InAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        var year = new BudgetYear { Year = 2023, Deadline = new(2023, 3, 31), ClosesToBureaus = new(2023, 4, 10), ClosesToReviewers = new(2023, 4, 30) };
        year.UseTemplate(ShippedTemplates.Json("ningxia-2023"));
        var unit = new Organisation { Code = "301", Name = "工业和信息化局", Kind = OrganisationKind.Department };
        var project = Project.Create(null, "企业扶持资金", unit.Id);
        db.AddRange(year, unit, project);
        await db.SaveChangesAsync(Cancel);
        return new(year, unit, project);
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TargetForm Form(FormContent content) => TargetForm.Create(Year.Year, Project, Unit, Unit, content, Actor.Console, At);

    public async Task<TargetForm> StoreAsync(TestDatabase database, FormContent content)
    {
        await using var db = database.CreateContext();
        var form = Form(content);
        db.Add(form);
        await db.SaveChangesAsync(Cancel);
        return form;
    }

    public static IndicatorRow Row(string name, string value = "1") => new(Guid.CreateVersion7(), "output.quantity", name, value);
}
