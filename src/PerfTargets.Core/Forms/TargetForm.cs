using PerfTargets.Core.Checks;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>
/// 绩效目标表 of one project, year and round: the aggregate that almost every feature touches. What the clerk typed goes in and out as
/// <see cref="FormContent"/>; where the form stands changes only through <see cref="FormTransitions"/>.
/// </summary>
public sealed partial class TargetForm : IRound
{
    private readonly List<FundsLine> _funds = [];
    private readonly List<Indicator> _indicators = [];
    private readonly List<NotApplicableMark> _notApplicable = [];
    private readonly List<WrittenReason> _reasons = [];
    private readonly List<UnconfirmedMark> _unconfirmed = [];

    private TargetForm() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Year { get; private init; }
    public BudgetYear? BudgetYear { get; private set; }
    public Guid ProjectId { get; private init; }
    public Project? Project { get; private set; }

    /// <summary>1 is 年初目标, later ones 第 n 次调整.</summary>
    public int Round { get; private init; } = 1;

    public Guid UnitId { get; private init; }
    public Organisation? Unit { get; private set; }

    /// <summary>The department of the unit, which is the unit itself where that is a first-level budget unit.</summary>
    public Guid DepartmentId { get; private init; }

    public Organisation? Department { get; private set; }

    public string ProjectName { get; private set; } = "";
    public string DepartmentText { get; private set; } = "";
    public string ImplementingUnitText { get; private set; } = "";
    public string ProjectAttribute { get; private set; } = "";
    public string ProjectPeriod { get; private set; } = "";
    public string OverallGoal { get; private set; } = "";
    public IReadOnlyList<FundsLine> Funds => Loaded(_funds);
    public IReadOnlyList<Indicator> Indicators => Loaded(_indicators);
    public IReadOnlyList<NotApplicableMark> NotApplicable => Loaded(_notApplicable);
    public IReadOnlyList<WrittenReason> Reasons => Loaded(_reasons);
    public IReadOnlyList<UnconfirmedMark> Unconfirmed => Loaded(_unconfirmed);

    /// <summary>The total of the template's funds in 分, for lists; null while it is blank or cannot be read.</summary>
    public long? TotalFen { get; private set; }

    /// <summary>What the checks found when the form was last saved or sent up: <see cref="FindingCounts"/>. Null where that was before they were stored.</summary>
    public int? ErrorCount { get; private set; }

    public int? UnfilledCount { get; private set; }
    public int? WarningCount { get; private set; }

    public FormStatus Status { get; private set; } = FormStatus.Draft;

    /// <summary>How often the form was sent up: 首次送审, 第 2 次送审 …</summary>
    public int SubmissionCount { get; private set; }

    /// <summary>Who sent it up last; that person passes it at no step.</summary>
    public Guid? SubmittedById { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    /// <summary>The step that returned the form last, where it goes back to.</summary>
    public FormStatus? ReturnedFrom { get; private set; }

    /// <summary>The newest action that moved the form, by whom and from where: what can be undone while no one has acted since.</summary>
    public FormAction? LastAction { get; private set; }

    public Guid? LastActorId { get; private set; }
    public FormStatus? PreviousStatus { get; private set; }
    public DateTime StatusSince { get; private set; }

    /// <summary>文号 of the 批复.</summary>
    public string? ApprovalDocument { get; private set; }

    public DateOnly? ApprovalDate { get; private set; }
    public DateTime CreatedAt { get; private init; }
    public DateTime UpdatedAt { get; private set; }
    public string UpdatedBy { get; private set; } = "";

    /// <summary>The same by id, because names are not unique; null where the form was last changed before ids were stored.</summary>
    public Guid? UpdatedById { get; private set; }

    /// <summary>Raised by every change of the form or its rows, and posted with every edit.</summary>
    public long Version { get; private set; } = 1;

    internal FormVersion Stored => new(Id, Version, UpdatedAt);

    /// <summary>Of the forms around it when it was read; null of one that was read otherwise, or was just made.</summary>
    internal AroundMark? Around { get; private set; }

    public static TargetForm Create(int year, Project project, Organisation unit, Organisation department, FormContent content, Actor by, DateTime at)
    {
        var form = new TargetForm
        {
            Year = year,
            ProjectId = project.Id,
            UnitId = unit.Id,
            DepartmentId = department.Id,
            CreatedAt = at,
            StatusSince = at,
            UpdatedAt = at,
            UpdatedBy = by.Name,
            UpdatedById = by.Id,
        };
        form.Fill(content);
        return form;
    }

    /// <summary>Gives a form that was read by itself what stands around it.</summary>
    internal void StandIn(BudgetYear year, Project project, Organisation unit, Organisation department, AroundMark around) =>
        (BudgetYear, Project, Unit, Department, Around) = (year, project, unit, department, around);

    public bool WasUpdatedBy(Actor person) => UpdatedById is { } id ? id == person.Id : UpdatedBy == person.Name;

    /// <summary>Takes what was typed. Rows keep their ids, so that findings and remarks stay with their row.</summary>
    public void Replace(FormContent content, Actor by, DateTime at)
    {
        Fill(content);
        Touch(by, at);
    }

    internal void Judge(FindingCounts found) => (ErrorCount, UnfilledCount, WarningCount) = (found.Errors, found.Unfilled, found.Warnings);

    /// <summary>Moves the form and remembers enough for the move to be undone while nobody has acted since.</summary>
    internal void Move(FormAction action, FormStatus to, Actor by, DateTime at)
    {
        switch (action)
        {
            case FormAction.Submit:
                SubmissionCount++;
                (SubmittedById, SubmittedAt) = (by.Id, at);
                break;
            case FormAction.Return:
                ReturnedFrom = Status;
                break;
        }
        (LastAction, LastActorId, PreviousStatus) = (action, by.Id, Status);
        (Status, StatusSince) = (to, at);
        Touch(by, at);
    }

    internal void RecordApproval(ApprovalTerms terms) => (ApprovalDocument, ApprovalDate) = (terms.Document, terms.Date);

    /// <summary>Moves nothing: the form stays where it stands.</summary>
    internal void CorrectApproval(ApprovalTerms terms, Actor by, DateTime at)
    {
        RecordApproval(terms);
        Touch(by, at);
    }

    /// <summary>An imported form stands where the file's reader says, without having gone the way.</summary>
    internal void StandAs(FormStatus status, string? approvalDocument = null, DateOnly? approvalDate = null) =>
        (Status, ApprovalDocument, ApprovalDate) = (status, approvalDocument, approvalDate);

    private void Touch(Actor by, DateTime at)
    {
        Version++;
        (UpdatedAt, UpdatedBy, UpdatedById) = (at, by.Name, by.Id);
    }

    private void Fill(FormContent content)
    {
        ProjectName = content.ProjectName;
        DepartmentText = content.Department;
        ImplementingUnitText = content.ImplementingUnit;
        ProjectAttribute = content.ProjectAttribute;
        ProjectPeriod = content.ProjectPeriod;
        OverallGoal = content.OverallGoal;
        if (_carried is null)
            FillRows(content);
        else if (HasSameRows(_carried, content))
            Carry(content);
        else
            throw new InvalidOperationException("The form's rows are carried, and must be attached before they change.");
    }
}
