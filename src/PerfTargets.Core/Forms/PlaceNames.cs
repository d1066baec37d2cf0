using System.Globalization;
using PerfTargets.Core.Checks;
using PerfTargets.Core.Years;

namespace PerfTargets.Core.Forms;

/// <summary>
/// What a form's places are called outside the program, in files and in the answers of <c>forms check</c>: the field, the funds line, the group, or the row
/// by its number within the group: overallGoal, funds.total, output.timeliness, output.timeliness[1].value.
/// </summary>
public sealed class PlaceNames
{
    private const string Whole = "form";

    private readonly Dictionary<string, (Place Place, string Name)> _byAnchor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    public PlaceNames(FormContent content, FormTemplate template)
    {
        foreach (var field in FormFields.Head(content, template))
            Add(field.Place, field.Place.Field!.Replace("funds-", "funds.", StringComparison.Ordinal));
        foreach (var group in template.Groups)
        {
            Add(Place.Group(group.Key), group.Key);
            foreach (var (row, number) in content.RowsOf(group.Key).Select((row, index) => (row, index + 1)))
            {
                Add(Place.RowName(group.Key, row.Id), string.Create(CultureInfo.InvariantCulture, $"{group.Key}[{number}].name"));
                Add(Place.RowValue(group.Key, row.Id), string.Create(CultureInfo.InvariantCulture, $"{group.Key}[{number}].value"));
            }
        }
    }

    public string Of(Place place) => Of(place.Anchor) ?? Whole;

    /// <summary>Null where the form has no such place (any more).</summary>
    /// <param name="anchor"><see cref="Place.Anchor"/>.</param>
    public string? Of(string anchor) => _byAnchor.TryGetValue(anchor, out var known) ? known.Name : null;

    /// <inheritdoc cref="Of(string)"/>
    public Place? At(string anchor) => _byAnchor.TryGetValue(anchor, out var known) ? known.Place : null;

    /// <summary>Null where the form has no such place.</summary>
    public Place? PlaceOf(string name) => _places.GetValueOrDefault(name);

    private void Add(Place place, string name)
    {
        _byAnchor.TryAdd(place.Anchor, (place, name));
        _places.TryAdd(name, place);
    }
}
