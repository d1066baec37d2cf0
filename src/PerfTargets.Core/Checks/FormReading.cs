using System.Collections.Concurrent;
using PerfTargets.Core.Forms;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>
/// A form as the checks read it: its rows where they stand, and what was read in rows and goal. Everything is read at most once, and what is as it was
/// in an earlier reading under the same settings is taken from there.
/// </summary>
public sealed class FormReading
{
    private readonly Dictionary<string, IReadOnlyList<PlacedRow>> _byGroup;
    private (CostSum? Sum, CheckOutcome Instead)? _costs;
    private (ProjectPeriod? Period, bool IsRead) _period;
    private string? _projectName;
    private readonly ReadGoal _goal = new();
    private readonly ConcurrentDictionary<GoalAndRowsCheck, CheckOutcome> _outcomes = [];

    internal FormReading(FormContent form, FormTemplate template, FormReading? earlier = null)
    {
        Form = form;
        if (earlier is not null && earlier.Form.Indicators.SequenceEqual(form.Indicators))
        {
            (_byGroup, Rows, Order) = (earlier._byGroup, earlier.Rows, earlier.Order);
            if (earlier.Form.Funds.SequenceEqual(form.Funds))
                _costs = earlier._costs;
        }
        else
        {
            (_byGroup, Rows) = PlaceRows(form, template, earlier);
            Order = new ReadingOrder(template, this);
        }
        if (earlier?.Form.OverallGoal == form.OverallGoal)
        {
            _goal = earlier._goal;
            if (ReferenceEquals(Rows, earlier.Rows))
                _outcomes = earlier._outcomes;
        }
    }

    /// <summary>What was read in a goal, by all readings of it.</summary>
    private sealed class ReadGoal
    {
        public TargetValue? Value { get; set; }
        public GoalReading? Clauses { get; set; }
        public IReadOnlyList<GoalStatement>? Statements { get; set; }
    }

    private static (Dictionary<string, IReadOnlyList<PlacedRow>> ByGroup, IReadOnlyList<PlacedRow> All) PlaceRows(FormContent form, FormTemplate template, FormReading? earlier)
    {
        var rows = form.Indicators.ToLookup(row => row.GroupKey, StringComparer.Ordinal);
        var byGroup = new Dictionary<string, IReadOnlyList<PlacedRow>>(StringComparer.Ordinal);
        var all = new List<PlacedRow>(form.Indicators.Count);
        foreach (var group in template.Groups)
        {
            var before = earlier?.RowsIn(group) ?? [];
            PlacedRow[] placed = [.. rows[group.Key].Select((row, index) =>
                index < before.Count && before[index].Row == row ? before[index] : new PlacedRow(group, row, index + 1))];
            byGroup[group.Key] = placed;
            all.AddRange(placed);
        }
        return (byGroup, all);
    }

    public FormContent Form { get; }

    /// <summary>In printing order.</summary>
    public IReadOnlyList<PlacedRow> Rows { get; }

    internal ReadingOrder Order { get; }

    /// <summary>项目名称 in one way of writing.</summary>
    public string ProjectName => _projectName ??= CompactText.Of(Form.ProjectName).Text;

    /// <summary>What was read in 项目期; null where nothing could be.</summary>
    internal ProjectPeriod? Period(CheckContext context)
    {
        if (!_period.IsRead)
            _period = (ProjectPeriod.Read(Form.ProjectPeriod, ProjectPeriod.Endless.Of(context)), true);
        return _period.Period;
    }

    /// <summary>What was read in 年度总体目标.</summary>
    public TargetValue Goal => _goal.Value ??= TargetValue.Read(Form.OverallGoal);

    /// <summary>The goal by its clauses.</summary>
    public GoalReading GoalReading => _goal.Clauses ??= GoalReading.Of(Goal);

    /// <summary>What each clause of the goal says, by the words of the context that this is the reading of.</summary>
    internal IReadOnlyList<GoalStatement> Statements(CheckContext context) => _goal.Statements ??= GoalStatement.Read(context, GoalReading);

    /// <summary>Kept for <see cref="NoPlaceholders.Reported"/>.</summary>
    internal Placeholders? Placeholders { get; set; }

    /// <summary>What the costs add up to, or what is to be said instead.</summary>
    internal (CostSum? Sum, CheckOutcome Instead) Costs(CheckContext context) => _costs ??= (CostSum.Of(context, out var instead), instead);

    /// <summary>What such a check finds, asked once for goal and rows as they are.</summary>
    internal CheckOutcome Outcome(GoalAndRowsCheck check, CheckContext context) =>
        _outcomes.GetOrAdd(check, static (check, context) => check.RunOn(context.GoalAndRows), context);

    public IReadOnlyList<PlacedRow> RowsIn(IndicatorGroup group) => _byGroup.GetValueOrDefault(group.Key) ?? [];
}
