using PerfTargets.Core.Checks;
using PerfTargets.Core.Organisations;
using PerfTargets.Core.Projects;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>
/// 绩效目标表 of one project, year and round: the aggregate that almost every feature touches. What the clerk typed goes in and out as
/// <see cref="FormContent"/>; where the form stands changes only through <see cref="FormTransitions"/>.
/// </summary>
public sealed class TargetForm : IRound
{
    private readonly List<FundsLine> _funds = [];
    private readonly List<Indicator> _indicators = [];
    private readonly List<NotApplicableMark> _notApplicable = [];
    private readonly List<WrittenReason> _reasons = [];
    private readonly List<UnconfirmedMark> _unconfirmed = [];

    private TargetForm() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Year { get; private init; }
    public BudgetYear? BudgetYear { get; private init; }
    public Guid ProjectId { get; private init; }
    public Project? Project { get; private init; }

    /// <summary>1 is 年初目标, later ones 第 n 次调整.</summary>
    public int Round { get; private init; } = 1;

    public Guid UnitId { get; private init; }
    public Organisation? Unit { get; private init; }

    /// <summary>The department of the unit, which is the unit itself where that is a first-level budget unit.</summary>
    public Guid DepartmentId { get; private init; }

    public Organisation? Department { get; private init; }

    public string ProjectName { get; private set; } = "";
    public string DepartmentText { get; private set; } = "";
    public string ImplementingUnitText { get; private set; } = "";
    public string ProjectAttribute { get; private set; } = "";
    public string ProjectPeriod { get; private set; } = "";
    public string OverallGoal { get; private set; } = "";
    public IReadOnlyList<FundsLine> Funds => _funds;
    public IReadOnlyList<Indicator> Indicators => _indicators;
    public IReadOnlyList<NotApplicableMark> NotApplicable => _notApplicable;
    public IReadOnlyList<WrittenReason> Reasons => _reasons;
    public IReadOnlyList<UnconfirmedMark> Unconfirmed => _unconfirmed;

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

    public FormContent Content => new()
    {
        ProjectName = ProjectName,
        Department = DepartmentText,
        ImplementingUnit = ImplementingUnitText,
        ProjectAttribute = ProjectAttribute,
        ProjectPeriod = ProjectPeriod,
        OverallGoal = OverallGoal,
        Funds = [.. _funds.OrderBy(line => line.Position).Select(line => new FundsEntry(line.Key, Amount.FromStored(line.Fen, line.UnreadText)))],
        Indicators = [.. _indicators.OrderBy(row => row.Position).Select(row => new IndicatorRow(row.Id, row.GroupKey, row.Name, row.Value))],
        NotApplicable = [.. _notApplicable.OrderBy(mark => mark.Position).Select(mark => new NotApplicableGroup(mark.GroupKey, mark.Reason))],
        Reasons = [.. _reasons.OrderBy(reason => reason.Position).Select(reason => new FindingReason(reason.Code, reason.Place, reason.Raw, reason.Text))],
        Unconfirmed = [.. _unconfirmed.Select(mark => mark.Key).Order(StringComparer.Ordinal)],
    };

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

    /// <summary>False of one that was read without them, and of one that has none.</summary>
    internal bool HasRows => _funds.Count + _indicators.Count + _notApplicable.Count + _reasons.Count + _unconfirmed.Count > 0;

    /// <summary>Brings the rows into a form that was read without them and is not tracked. Its head stays as it was read.</summary>
    /// <param name="stored">What stands in the form at this very version.</param>
    internal void BringRows(FormContent stored) => FillRows(stored);

    /// <summary>The same rows as entities, which come into a tracked form by being attached: EF sees the removal only of rows that it has put there itself.</summary>
    internal IReadOnlyList<object> RowsOf(FormContent stored)
    {
        var rows = new TargetForm { Id = Id };
        rows.FillRows(stored);
        return [.. rows._funds, .. rows._indicators, .. rows._notApplicable, .. rows._reasons, .. rows._unconfirmed];
    }

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
        FillRows(content);
    }

    private void FillRows(FormContent content)
    {
        FillFunds(content.Funds);
        FillIndicators(content.Indicators);
        FillNotApplicable(content.NotApplicable);
        FillReasons(content.Reasons);
        FillUnconfirmed(content.Unconfirmed);
    }

    private void FillFunds(IReadOnlyList<FundsEntry> entries)
    {
        _funds.RemoveAll(line => entries.All(entry => entry.Key != line.Key));
        for (var position = 0; position < entries.Count; position++)
        {
            var entry = entries[position];
            var line = _funds.Find(one => one.Key == entry.Key);
            if (line is null)
                _funds.Add(line = new FundsLine { FormId = Id, Key = entry.Key });
            (line.Position, line.Fen, line.UnreadText) = (position, entry.Amount.Value?.Fen, entry.Amount.UnreadText);
        }
        TotalFen = _funds.Find(line => line.Key == FundsLine.TotalKey)?.Fen;
    }

    private void FillIndicators(IReadOnlyList<IndicatorRow> rows)
    {
        var ids = rows.Select(row => row.Id).ToHashSet();
        _indicators.RemoveAll(indicator => !ids.Contains(indicator.Id));
        var known = _indicators.ToDictionary(indicator => indicator.Id);
        for (var position = 0; position < rows.Count; position++)
        {
            var row = rows[position];
            if (!known.TryGetValue(row.Id, out var indicator))
                _indicators.Add(indicator = new Indicator { FormId = Id, Id = row.Id });
            (indicator.GroupKey, indicator.Position, indicator.Name, indicator.Value) = (row.GroupKey, position, row.Name, row.Value);
        }
    }

    private void FillNotApplicable(IReadOnlyList<NotApplicableGroup> groups)
    {
        _notApplicable.RemoveAll(mark => groups.All(group => group.GroupKey != mark.GroupKey));
        for (var position = 0; position < groups.Count; position++)
        {
            var mark = _notApplicable.Find(one => one.GroupKey == groups[position].GroupKey);
            if (mark is null)
                _notApplicable.Add(mark = new NotApplicableMark { FormId = Id, GroupKey = groups[position].GroupKey });
            (mark.Position, mark.Reason) = (position, groups[position].Reason);
        }
    }

    private void FillReasons(IReadOnlyList<FindingReason> reasons)
    {
        _reasons.RemoveAll(reason => reason.Position >= reasons.Count);
        for (var position = 0; position < reasons.Count; position++)
        {
            var reason = _reasons.Find(one => one.Position == position);
            if (reason is null)
                _reasons.Add(reason = new WrittenReason { FormId = Id, Position = position });
            (reason.Code, reason.Place, reason.Raw, reason.Text) = (reasons[position].Code, reasons[position].Place, reasons[position].Raw, reasons[position].Text);
        }
    }

    private void FillUnconfirmed(IReadOnlyList<string> keys)
    {
        var left = keys.ToHashSet(StringComparer.Ordinal);
        _unconfirmed.RemoveAll(mark => !left.Remove(mark.Key));
        _unconfirmed.AddRange(left.Select(key => new UnconfirmedMark { FormId = Id, Key = key }));
    }
}

/// <summary>年初目标 or one of the adjustments after it.</summary>
internal interface IRound
{
    int Round { get; }
    FormStatus Status { get; }
}

/// <summary>A line of 项目资金 as stored.</summary>
public sealed class FundsLine
{
    /// <summary>The key of the total in every template.</summary>
    public const string TotalKey = "total";

    public Guid FormId { get; init; }
    public required string Key { get; init; }
    public int Position { get; set; }

    /// <summary>The amount in 分; null when blank or unreadable.</summary>
    public long? Fen { get; set; }

    /// <summary>The text as typed, where it could not be read.</summary>
    public string? UnreadText { get; set; }
}

/// <summary>三级指标 as stored. Text and value are as typed; what is read from them is computed where it is needed.</summary>
public sealed class Indicator
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid FormId { get; init; }
    public string GroupKey { get; set; } = "";
    public int Position { get; set; }
    public string Name { get; set; } = "";
    public string Value { get; set; } = "";
}

/// <summary>填写说明 as stored. What it holds to may be as long as any text, and is no key.</summary>
public sealed class WrittenReason
{
    public Guid FormId { get; init; }
    public int Position { get; init; }
    public string Code { get; set; } = "";

    /// <summary>The anchor of the place.</summary>
    public string Place { get; set; } = "";

    /// <summary>What stood there.</summary>
    public string Raw { get; set; } = "";

    public string Text { get; set; } = "";
}

/// <summary>不涉及 as stored.</summary>
public sealed class NotApplicableMark
{
    public Guid FormId { get; init; }
    public required string GroupKey { get; init; }
    public int Position { get; set; }
    public string Reason { get; set; } = "";
}
