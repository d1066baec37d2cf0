using Microsoft.AspNetCore.Mvc;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Forms;

/// <summary>目标表: all forms that the person sees, narrowed by what stands in the address.</summary>
[ForStaff]
public sealed class IndexModel(FormLists lists, LocalCalendar calendar) : AppPage
{
    /// <summary>The choice among the statuses that means: what waits for me.</summary>
    public const string Waiting = "waiting";

    public static readonly IReadOnlyList<FormStatus> Statuses = [.. Enum.GetValues<FormStatus>().Where(status => status != FormStatus.Deleted)];

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public FormListPage List { get; private set; } = null!;
    public IReadOnlyList<FormListItem> Deleted { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Units { get; private set; } = [];

    /// <summary>The year whose attachment can be exported: the chosen one, or the latest.</summary>
    public int AttachmentYear { get; private set; }

    public IReadOnlyList<(Guid Id, string Name, bool AnyApproved)> Departments { get; private set; } = [];

    /// <summary>The attachment's forms have words that may be left out.</summary>
    public bool PrintRequirements { get; private set; }

    public bool IsFiltered => Year is not null || Unit is not null || !string.IsNullOrEmpty(Status) || !string.IsNullOrWhiteSpace(Q);

    public string Local(DateTime utc) => calendar.ToLocal(utc).ToString("yyyy-MM-dd HH:mm", null);

    public async Task OnGetAsync(int p, CancellationToken cancel)
    {
        FormStatus? status = Enum.TryParse<FormStatus>(Status, out var one) && Statuses.Contains(one) ? one : null;
        List = await lists.PageAsync(new FormFilter(Year, Unit, status, Status == Waiting, Q), Person, p, cancel: cancel);
        (Years, Units) = await lists.ChoicesAsync(Person, cancel);
        AttachmentYear = Year ?? (Years.Count > 0 ? Years[0] : 0);
        Departments = await lists.DepartmentsAsync(AttachmentYear, Person, cancel);
        PrintRequirements = Departments.Count > 0 && await lists.PrintRequirementsAsync(AttachmentYear, cancel);
        if (Person.Has(Role.Filler))
            Deleted = await lists.DeletedAsync(Person, cancel);
    }

    /// <summary>This list with one part of its filter, or its page, changed.</summary>
    public string With(string? part, string? value)
    {
        var query = new List<KeyValuePair<string, string?>>
        {
            new("year", Year?.ToString(null, null)), new("unit", Unit?.ToString()), new("status", Status), new("q", Q), new("p", null),
        };
        return "/forms" + QueryString.Create(query.Select(one => one.Key == part ? new(one.Key, value) : one).Where(one => !string.IsNullOrEmpty(one.Value)));
    }

    public string StatusWord => Status == Waiting ? "待我办理" : Enum.TryParse<FormStatus>(Status, out var one) && Statuses.Contains(one) ? one.Word() : "全部状态";
}
