using PerfTargets.Core.Forms;

namespace PerfTargets.Core.Checks;

/// <summary>
/// A department's forms of one year, as far as checks across forms need them; made once for all of them. It answers for one form by looking up,
/// never by going through the others.
/// </summary>
public sealed class BureauYear
{
    private readonly Dictionary<Guid, BureauForm> _byId = [];
    private readonly Dictionary<string, List<BureauForm>> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Unit, string Name), List<BureauForm>> _byName = [];
    private readonly Lazy<Dictionary<(string Name, string Value), List<BureauForm>>> _byRow;
    private readonly Int128 _sumFen;
    private readonly int _withoutTotal;

    /// <param name="forms">The newest round of each project, whatever its status but deleted.</param>
    public BureauYear(IEnumerable<BureauForm> forms)
    {
        Forms = [.. forms];
        foreach (var form in Forms)
        {
            _byId.Add(form.FormId, form);
            if (form.ProjectCode is { } code)
                Add(_byCode, code, form);
            if (form.NameKey.Length > 0)
                Add(_byName, (form.Unit, form.NameKey), form);
            _sumFen += form.Total.Least?.Fen ?? 0;
            _withoutTotal += form.Total.Value is null ? 1 : 0;
        }
        _byRow = new(IndexRows);
    }

    public IReadOnlyList<BureauForm> Forms { get; }

    /// <summary>核定总额, what was approved for all of the department's projects; null when nobody has entered it.</summary>
    public Money? ApprovedTotal { get; init; }

    /// <summary>How many of the department's projects have no form of this year yet; not counted without <see cref="ApprovedTotal"/>, beside which alone it matters.</summary>
    public int ProjectsWithoutForm { get; init; }

    /// <summary>Whether the other one would answer everything in the same way.</summary>
    public bool IsSameAs(BureauYear? other) => other is not null
        && (ApprovedTotal, ProjectsWithoutForm) == (other.ApprovedTotal, other.ProjectsWithoutForm) && Forms.SequenceEqual(other.Forms);

    public BureauForm? Find(Guid formId) => _byId.GetValueOrDefault(formId);

    /// <summary>
    /// Another form of what must be the same project: by the code, or where one of the two has none, by unit and name.
    /// </summary>
    /// <param name="nameKey">The name that the form has now, in the way of <see cref="BureauForm.KeyOf"/>.</param>
    public BureauForm? TwinOf(BureauForm form, string nameKey)
    {
        if (form.ProjectCode is { } code && _byCode[code].Find(other => other.FormId != form.FormId) is { } coded)
            return coded;
        return _byName.GetValueOrDefault((form.Unit, nameKey))?.Find(other => other.FormId != form.FormId && (form.ProjectCode is null || other.ProjectCode is null));
    }

    /// <summary>The forms in which the same row stands, one for each project's name.</summary>
    /// <param name="value">Of the value, its <see cref="CompactText"/>.</param>
    public IReadOnlyList<BureauForm> WithRow(string name, string value) => _byRow.Value.GetValueOrDefault((name, value)) ?? [];

    /// <summary>What all forms' totals add up to at least, this one's counted as it stands now, and whether each of them has one.</summary>
    public (Int128 SumFen, bool IsComplete) SumWith(Guid formId, Amount total)
    {
        var stored = Find(formId)?.Total;
        var without = _withoutTotal - (stored is { Value: null } ? 1 : 0) + (total.Value is null ? 1 : 0);
        return (_sumFen - (stored?.Least?.Fen ?? 0) + (total.Least?.Fen ?? 0), without == 0 && ProjectsWithoutForm == 0);
    }

    private Dictionary<(string Name, string Value), List<BureauForm>> IndexRows()
    {
        var index = new Dictionary<(string, string), List<BureauForm>>();
        var seen = new HashSet<(string Name, string Value, string Project)>();
        foreach (var form in Forms)
        {
            foreach (var row in form.Rows)
            {
                var value = CompactText.Of(row.Value).Text;
                if (!row.IsBlank && seen.Add((row.Name, value, form.NameKey)))
                    Add(index, (row.Name, value), form);
            }
        }
        return index;
    }

    private static void Add<TKey>(Dictionary<TKey, List<BureauForm>> index, TKey key, BureauForm form) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var forms))
            index[key] = forms = [];
        forms.Add(form);
    }
}

/// <summary>One form among its department's.</summary>
/// <param name="Unit">实施单位, by its code or name.</param>
/// <param name="Total">年度资金总额.</param>
/// <param name="Rows">At least those whose name, to the letter, stands in a form that is checked; the others are not needed.</param>
public sealed record BureauForm(Guid FormId, string? ProjectCode, string ProjectName, string Unit, Amount Total, IReadOnlyList<IndicatorRow> Rows)
{
    /// <summary>The project's name as names are compared.</summary>
    public string NameKey { get; } = KeyOf(ProjectName);

    public static string KeyOf(string projectName) => CompactText.Of(projectName).Text;

    /// <summary>By all that is known of it.</summary>
    public bool Equals(BureauForm? other) => other is not null
        && (FormId, ProjectCode, ProjectName, Unit, Total) == (other.FormId, other.ProjectCode, other.ProjectName, other.Unit, other.Total) && Rows.SequenceEqual(other.Rows);

    public override int GetHashCode() => FormId.GetHashCode();
}
