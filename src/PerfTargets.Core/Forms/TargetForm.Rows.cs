namespace PerfTargets.Core.Forms;

/// <summary>The rows of a form: loaded as entities, or carried as they were remembered where nobody changes them.</summary>
public sealed partial class TargetForm
{
    private FormContent? _carried;

    /// <summary>All that was typed, with the rows as they were loaded or remembered.</summary>
    public FormContent Content => _carried ?? WithHead(new FormContent
    {
        Funds = [.. _funds.OrderBy(line => line.Position).Select(line => new FundsEntry(line.Key, Amount.FromStored(line.Fen, line.UnreadText)))],
        Indicators = [.. _indicators.OrderBy(row => row.Position).Select(row => new IndicatorRow(row.Id, row.GroupKey, row.Name, row.Value))],
        NotApplicable = [.. _notApplicable.OrderBy(mark => mark.Position).Select(mark => new NotApplicableGroup(mark.GroupKey, mark.Reason))],
        Reasons = [.. _reasons.OrderBy(reason => reason.Position).Select(reason => new FindingReason(reason.Code, reason.Place, reason.Raw, reason.Text))],
        Unconfirmed = [.. _unconfirmed.Select(mark => mark.Key).Order(StringComparer.Ordinal)],
    });

    /// <summary>Rows that are carried are in <see cref="Content"/> alone: none here would look like a form that has none.</summary>
    private List<TRow> Loaded<TRow>(List<TRow> rows) => _carried is null ? rows : throw new InvalidOperationException("The form's rows are carried: they are read from its content.");

    /// <summary>Gives the rows to a form that was read without them, or whose rows were stored as entities, to be looked at. Its head stays as it was read.</summary>
    /// <param name="stored">What stands in the form at this very version.</param>
    internal void Carry(FormContent stored)
    {
        _carried = WithHead(stored);
        _funds.Clear();
        _indicators.Clear();
        _notApplicable.Clear();
        _reasons.Clear();
        _unconfirmed.Clear();
    }

    /// <summary>
    /// The rows that are carried as entities, to be attached before any of them changes: then EF puts them into the form itself, and only of rows that it has
    /// put there does it see the removal. None where they are there already, or all stay as they are.
    /// </summary>
    internal IReadOnlyList<object> UnloadRowsUnlessIn(FormContent next)
    {
        if (_carried is not { } carried || HasSameRows(carried, next))
            return [];
        _carried = null;
        var rows = new TargetForm { Id = Id };
        rows.FillRows(carried);
        return [.. rows._funds, .. rows._indicators, .. rows._notApplicable, .. rows._reasons, .. rows._unconfirmed];
    }

    private static bool HasSameRows(FormContent one, FormContent other) =>
        one.Funds.SequenceEqual(other.Funds) && one.Indicators.SequenceEqual(other.Indicators) && one.NotApplicable.SequenceEqual(other.NotApplicable)
        && one.Reasons.SequenceEqual(other.Reasons) && one.Unconfirmed.SequenceEqual(other.Unconfirmed);

    private FormContent WithHead(FormContent rows) => rows with
    {
        ProjectName = ProjectName,
        Department = DepartmentText,
        ImplementingUnit = ImplementingUnitText,
        ProjectAttribute = ProjectAttribute,
        ProjectPeriod = ProjectPeriod,
        OverallGoal = OverallGoal,
    };

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
