using System.Reflection;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PerfTargets.Core.Common;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Tests.Forms;

/// <summary>
/// The way of a form over the full product of route, status, action and role, against a table that people have read. Where an action
/// undoes something, the form stands where the person's own act has brought it; the other conditions have tests of their own below.
/// </summary>
public sealed class FormTransitionsTests
{
    private const string Approved = "transitions.approved.txt";
    private static readonly DateOnly Today = new(2023, 2, 1);
    private static readonly DateTime At = new(2023, 2, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Organisation Department = new() { Name = "教育局", Kind = OrganisationKind.Department };
    private static readonly Organisation School = new() { Name = "沙湖小学", Kind = OrganisationKind.Unit, ParentId = Department.Id };

    private static readonly FormStatus[] Steps = [.. Enum.GetValues<FormStatus>().Where(status => status.IsReviewStep())];

    private static readonly Dictionary<Role, FormStatus> StepOf = new()
    {
        [Role.UnitReviewer] = FormStatus.AwaitingUnitReview,
        [Role.DepartmentReviewer] = FormStatus.AwaitingDepartmentReview,
        [Role.SectionReviewer] = FormStatus.AwaitingSectionReview,
        [Role.PerformanceReviewer] = FormStatus.AwaitingPerformanceReview,
    };

    [Fact]
    public void Every_route_status_action_and_role_leads_where_the_approved_table_says()
    {
        var table = new StringBuilder("# 状态 × 操作 × 角色 × 审核路径。没有列出的组合都不允许。\n");
        var (permitted, all) = (0, 0);
        foreach (var route in Routes())
        {
            table.Append('\n').Append("## ").Append(route.Name).Append('\n');
            foreach (var (status, returnedFrom) in Statuses())
            {
                foreach (var action in Enum.GetValues<FormAction>())
                {
                    foreach (var role in RoleWords.All)
                    {
                        all++;
                        var person = Person(role) with { OrganisationId = role == Role.DepartmentReviewer ? Department.Id : route.Unit.Id };
                        var form = Form(route.Unit, status, returnedFrom, action, role, person);
                        if (!FormTransitions.PermittedActions(form, person, route.Year, On(Today)).TryGetValue(action, out var actsAs))
                            continue;
                        permitted++;
                        Assert.Equal(role, actsAs);
                        var from = returnedFrom is { } step ? $"{status.Word()}（自{step.Word()}）" : status.Word();
                        table.Append(from).Append(" | ").Append(action.Word()).Append(" | ").Append(role.Word()).Append(" → ")
                            .Append(FormTransitions.Target(form, action, role, route.Year).Word()).Append('\n');
                    }
                }
            }
        }
        table.Append($"\n{all} 种组合，允许 {permitted} 种。\n");

        var text = table.ToString();
        var approved = Path.Combine(AppContext.BaseDirectory, "Forms", Approved);
        File.WriteAllText(approved.Replace(".approved.", ".received.", StringComparison.Ordinal), text);
        Assert.Equal(File.ReadAllText(approved), text);
    }

    [Theory]
    [InlineData(FormStatus.Draft, "2023-02-10", true)]
    [InlineData(FormStatus.Draft, "2023-02-11", false)]
    [InlineData(FormStatus.Returned, "2023-02-11", true)]
    [InlineData(FormStatus.Returned, "2023-02-21", false)]
    public void The_clerk_sends_up_until_the_year_closes_to_bureaus_and_answers_returns_until_it_closes_to_reviewers(
        FormStatus status, string today, bool may)
    {
        var person = Person(Role.Filler);
        var form = Form(School, status, status == FormStatus.Returned ? FormStatus.AwaitingUnitReview : null, FormAction.Submit, Role.Filler, person);

        var permitted = FormTransitions.PermittedActions(form, person, Year(), On(DateOnly.Parse(today, null)));

        Assert.Equal(may, permitted.ContainsKey(FormAction.Submit));
        Assert.Equal(may, permitted.ContainsKey(FormAction.Save));
    }

    [Theory]
    [InlineData("2023-02-20", true)]
    [InlineData("2023-02-21", false)]
    public void Reviewers_act_until_the_year_closes_to_them(string today, bool may)
    {
        var person = Person(Role.UnitReviewer);
        var form = Form(School, FormStatus.AwaitingUnitReview, null, FormAction.Pass, Role.UnitReviewer, person);

        var permitted = FormTransitions.PermittedActions(form, person, Year(), On(DateOnly.Parse(today, null)));

        Assert.Equal(may, permitted.ContainsKey(FormAction.Pass));
        Assert.Equal(may, permitted.ContainsKey(FormAction.Return));
    }

    [Fact]
    public void Approval_knows_no_closing_day()
    {
        var person = Person(Role.PerformanceReviewer);
        var form = Form(School, FormStatus.Passed, null, FormAction.Approve, Role.PerformanceReviewer, person);

        Assert.True(FormTransitions.PermittedActions(form, person, Year(), On(new(2024, 1, 1))).ContainsKey(FormAction.Approve));
    }

    [Theory]
    [InlineData("2023-03-03", true)]
    [InlineData("2023-03-04", false)]
    public void A_deleted_draft_can_be_had_back_for_thirty_days_of_the_countys_calendar(string today, bool may)
    {
        var person = Person(Role.Filler);
        var form = Form(School, FormStatus.Draft, null, FormAction.Delete, Role.Filler, person);
        // The first of February has begun in the county.
        form.Move(FormAction.Delete, FormStatus.Deleted, person, new DateTime(2023, 1, 31, 17, 0, 0, DateTimeKind.Utc));
        var year = Year();
        year.ClosesToBureaus = year.ClosesToReviewers = new(2023, 12, 31);

        Assert.Equal(may, FormTransitions.PermittedActions(form, person, year, On(DateOnly.Parse(today, null))).ContainsKey(FormAction.Restore));
    }

    [Fact]
    public void Nobody_passes_what_they_sent_up_themselves()
    {
        var person = Person(Role.Filler) with { Roles = Role.Filler | Role.UnitReviewer };
        var form = Form(School, FormStatus.AwaitingUnitReview, null, FormAction.Withdraw, Role.Filler, person);

        var permitted = FormTransitions.PermittedActions(form, person, Year(), On(Today));

        Assert.False(permitted.ContainsKey(FormAction.Pass));
        Assert.True(permitted.ContainsKey(FormAction.Withdraw));
    }

    [Fact]
    public void Only_who_sent_it_up_withdraws_and_only_while_nobody_has_acted()
    {
        var (sender, colleague, reviewer) = (Person(Role.Filler), Person(Role.Filler), Person(Role.UnitReviewer));
        var form = Form(School, FormStatus.AwaitingUnitReview, null, FormAction.Withdraw, Role.Filler, sender);

        Assert.False(FormTransitions.PermittedActions(form, colleague, Year(), On(Today)).ContainsKey(FormAction.Withdraw));
        form.Move(FormAction.Pass, FormStatus.AwaitingSectionReview, reviewer, At);
        Assert.False(FormTransitions.PermittedActions(form, sender, Year(), On(Today)).ContainsKey(FormAction.Withdraw));
    }

    [Fact]
    public void A_person_of_another_unit_may_do_nothing()
    {
        var stranger = Person(Role.Filler) with { OrganisationId = Guid.CreateVersion7(), Roles = Role.Filler | Role.UnitReviewer | Role.DepartmentReviewer };

        foreach (var status in Enum.GetValues<FormStatus>())
            Assert.Empty(FormTransitions.PermittedActions(Form(School, status, null, FormAction.Save, Role.Filler, stranger), stranger, Year(), On(Today)));
    }

    private static IEnumerable<(string Name, Organisation Unit, BudgetYear Year)> Routes()
    {
        foreach (var unit in new[] { School, Department })
        {
            foreach (var settings in Enumerable.Range(0, 16))
            {
                var year = Year((settings & 1) == 0, (settings & 2) == 0, (settings & 4) == 0, (settings & 8) == 0);
                var route = ReviewRoute.For(Form(unit, FormStatus.Draft, null, FormAction.Save, Role.Filler, Person(Role.Filler)), year);
                // A department has no step of its own: the setting makes no other route for it.
                if (unit == Department && !year.DepartmentReview)
                    continue;
                var steps = string.Join(" → ", route.Steps.Select(step => step.Word()));
                yield return ($"{(unit == School ? "下属单位" : "主管部门本级")}：{steps}；退回后{(year.ResubmitToReturningStep ? "回到退回的一步" : "从头审核")}", unit, year);
            }
        }
    }

    private static IEnumerable<(FormStatus Status, FormStatus? ReturnedFrom)> Statuses() =>
        Enum.GetValues<FormStatus>().SelectMany(status =>
            status == FormStatus.Returned ? Steps.Select(step => (status, (FormStatus?)step)) : [(status, (FormStatus?)null)]);

    private static TargetForm Form(Organisation unit, FormStatus status, FormStatus? returnedFrom, FormAction action, Role role, Actor person)
    {
        var form = TargetForm.Create(2023, Project.Create(null, "校舍维修", unit.Id), unit, Department, new FormContent(), person, At);
        typeof(TargetForm).GetProperty(nameof(TargetForm.Department), BindingFlags.Public | BindingFlags.Instance)!.SetValue(form, Department);
        if (returnedFrom is { } step)
        {
            form.StandAs(step);
            form.Move(FormAction.Return, FormStatus.Returned, Person(Role.UnitReviewer), At);
        }
        else if (action == FormAction.Withdraw && status.IsReviewStep())
        {
            form.Move(FormAction.Submit, status, person, At);
        }
        else if (action == FormAction.CancelPass && StepOf.TryGetValue(role, out var passed))
        {
            form.StandAs(passed);
            form.Move(FormAction.Pass, status, person, At);
        }
        else
        {
            form.StandAs(status);
        }
        return form;
    }

    /// <summary>Noon of the day in the county.</summary>
    private static LocalCalendar On(DateOnly day) =>
        new(new FakeTimeProvider(new DateTimeOffset(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero)), LocalCalendar.ZoneOf(LocalCalendar.DefaultZone));

    private static Actor Person(Role role) => new(Guid.CreateVersion7(), role.Word(), role switch
    {
        Role.DepartmentReviewer => Department.Id,
        _ => School.Id,
    }, "", role);

    private static BudgetYear Year(bool unit = true, bool department = true, bool performance = true, bool toReturningStep = true) => new()
    {
        Year = 2023,
        Deadline = new(2023, 2, 8),
        ClosesToBureaus = new(2023, 2, 10),
        ClosesToReviewers = new(2023, 2, 20),
        UnitReview = unit,
        DepartmentReview = department,
        PerformanceReview = performance,
        ResubmitToReturningStep = toReturningStep,
    };
}
