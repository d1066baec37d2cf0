using PerfTargets.Core.Years;

namespace PerfTargets.Core.Checks;

/// <summary>Where a place comes in the form, read from its head to its last row.</summary>
internal sealed class ReadingOrder
{
    private readonly Dictionary<Place, int> _positions = [];

    public ReadingOrder(FormTemplate template, FormReading reading)
    {
        string[] head = [HeadField.ProjectName, HeadField.Department, HeadField.ImplementingUnit, HeadField.ProjectAttribute, HeadField.ProjectPeriod];
        foreach (var field in head)
            Add(Place.Head(field));
        foreach (var line in template.Funds)
            Add(Place.Funds(line.Key));
        Add(Place.Head(HeadField.OverallGoal));
        foreach (var group in template.Groups)
            AddGroup(group, reading.RowsIn(group));
    }

    /// <summary>A place that the template does not have comes last rather than nowhere.</summary>
    public int Of(Place place) => _positions.GetValueOrDefault(place, int.MaxValue);

    private void AddGroup(IndicatorGroup group, IReadOnlyList<PlacedRow> rows)
    {
        Add(Place.Group(group.Key));
        foreach (var row in rows)
        {
            Add(row.NamePlace);
            Add(row.ValuePlace);
        }
    }

    private void Add(Place place) => _positions.TryAdd(place, _positions.Count);
}
