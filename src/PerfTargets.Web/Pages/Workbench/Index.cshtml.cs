using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Years;
using PerfTargets.Web.Infrastructure;
using PerfTargets.Web.Infrastructure.Access;

namespace PerfTargets.Web.Pages.Workbench;

/// <summary>工作台: what waits for the person, the longest first.</summary>
[ForStaff]
public sealed class IndexModel(FormLists lists, YearDates dates, LocalCalendar calendar) : AppPage
{
    private const Role Reviewers = Role.UnitReviewer | Role.DepartmentReviewer | Role.SectionReviewer | Role.PerformanceReviewer;

    public bool IsReviewer => Person.Has(Reviewers);
    public bool IsFiller => Person.Has(Role.Filler);
    public IReadOnlyList<BudgetYear> Years { get; private set; } = [];

    /// <summary>The year that the tiles count: of several open ones that which closes next.</summary>
    public BudgetYear? Year => Years.Count > 0 ? Years[0] : null;

    /// <summary>Behind what the tiles count; the list has forms of other years too.</summary>
    public string? OfYear => Year is null ? null : $"（{Year.Year} 年度）";

    public FormListPage List { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, FormEvent> Returns { get; private set; } = new Dictionary<Guid, FormEvent>();
    public IReadOnlyDictionary<FormStatus, int> Counts { get; private set; } = new Dictionary<FormStatus, int>();
    public int Reviews { get; private set; }
    public int LateReviews { get; private set; }

    public async Task OnGetAsync(int p, CancellationToken cancel)
    {
        Years = await dates.CurrentAsync(cancel);
        List = await lists.PageAsync(new FormFilter(Waiting: true), Person, p, oldestFirst: true, cancel);
        Returns = await lists.ReturnsAsync(List.Items.Where(form => form.Status == FormStatus.Returned).Select(form => form.Id), cancel);
        if (Year is not null)
            Counts = await lists.CountsAsync(Year.Year, Person, cancel);
        if (IsReviewer)
            (Reviews, LateReviews) = await lists.ReviewsAsync(Person, cancel);
    }

    public int Count(params FormStatus[] statuses) => statuses.Sum(status => Counts.GetValueOrDefault(status));

    public int Days(FormListItem form) => lists.DaysSince(form.StatusSince);

    public bool IsLate(FormListItem form) => form.Status.IsReviewStep() && Days(form) > FormLists.PatientDays;

    public string Local(DateTime utc) => calendar.ToLocal(utc).ToString("MM-dd HH:mm", null);

    /// <summary>2023 年度：填报截止 2023-02-20，还有 6 天.</summary>
    public string DateLine(BudgetYear year)
    {
        var parts = new List<string>();
        if (IsFiller)
            parts.Add(Left("填报截止", year.Deadline));
        if (IsFiller && year.ClosesToBureaus != year.Deadline)
            parts.Add(Left("关闭填报", year.ClosesToBureaus));
        if (IsReviewer)
            parts.Add(Left("审核截止", year.ClosesToReviewers));
        return $"{year.Year} 年度：{string.Join('；', parts)}";
    }

    public string Left(string what, DateOnly date) => (date.DayNumber - calendar.Today.DayNumber) switch
    {
        > 0 and var days => $"{what} {date:yyyy-MM-dd}，还有 {days} 天",
        0 => $"{what} {date:yyyy-MM-dd}，就是今天",
        var days => $"{what} {date:yyyy-MM-dd}，已过 {-days} 天",
    };

    /// <summary>The first words of an opinion.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
