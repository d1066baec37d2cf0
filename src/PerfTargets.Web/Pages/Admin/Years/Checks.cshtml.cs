using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Data;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Years;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Admin.Years;

/// <summary>校验设置: the whole catalogue with explanations, and what a year has otherwise than shipped.</summary>
[ForRoles(Role.Administrator)]
public sealed class ChecksModel(PerfTargetsDbContext db, CheckSettingsService service) : AdminPage
{
    private CheckSettingsInput _input = new(new Dictionary<string, string>(), null);
    private HashSet<string> _own = [];

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public int Revision { get; private set; }
    public string TemplateName { get; private set; } = "";

    /// <summary>What the checks say of the template itself.</summary>
    public IReadOnlyList<Finding> OfTemplate { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> WithoutCode { get; private set; } = [];

    public string Field(string name) => _input.Fields.GetValueOrDefault(name, "");

    public bool IsOwn(Check check) => _own.Contains(check.Code);

    public string? ErrorOf(string field) => ModelState["Input." + field]?.Errors.FirstOrDefault()?.ErrorMessage;

    public bool IsWrong(Check check) =>
        check.Lists.Any(list => ErrorOf(CheckSettingsInput.WordsField(list)) is not null) || check.Thresholds.Any(number => ErrorOf(CheckSettingsInput.NumberField(number)) is not null);

    public static IEnumerable<Choice> Levels(Check check) =>
    [
        new("", $"按默认（{(ShippedCheckSettings.Of(check.Code).Off == true ? "关闭" : string.Join('/', check.Severities.Select(one => one.Word())))}）"),
        .. Enum.GetValues<FindingSeverity>().Select(severity => new Choice(severity.Letter(), severity.Word())),
        new(CheckSettingsInput.Off, "关闭"),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await PrepareAsync(cancel) is not { } year)
            return NotFound();
        _input = CheckSettingsInput.Of(year.Template);
        SeenMark = CheckSettingsService.SeenOf(year).Mark;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        _input = new(Request.Form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal), Request.Form[Core.Common.Seen.FieldName]);
        return TryAsync(
            async () =>
            {
                if (await service.ChangeAsync(Number, _input, cancel) is not { } revision)
                    return NotFound();
                Note($"{Number} 年度的校验设置已保存，现在是第 {revision} 版。");
                return LocalRedirect($"/admin/years/{Number}/checks");
            },
            async () => await PrepareAsync(cancel) is { } year ? CheckSettingsService.SeenOf(year).Mark : null,
            _input.Seen);
    }

    private async Task<BudgetYear?> PrepareAsync(CancellationToken cancel)
    {
        if (await db.Years.AsNoTracking().SingleOrDefaultAsync(one => one.Year == Number, cancel) is not { } year)
            return null;
        (Revision, TemplateName, _own) = (year.Template.Revision, year.Template.Name, [.. year.Template.Checks.Keys]);
        OfTemplate = FormChecks.RunOnTemplate(year.Template, Number).Findings;
        var without = await db.Organisations.Where(one => one.Kind == OrganisationKind.Department && one.Code == null)
            .Select(one => new { one.Id, one.Name }).ToListAsync(cancel);
        WithoutCode = [.. without.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => (one.Id, one.Name))];
        return year;
    }
}
