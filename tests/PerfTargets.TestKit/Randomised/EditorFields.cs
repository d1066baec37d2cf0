namespace PerfTargets.TestKit.Randomised;

/// <summary>The fields of an editor's page as they stand there now, and what hands and script do to them.</summary>
public sealed class EditorFields(IEnumerable<KeyValuePair<string, string>> posted)
{
    /// <summary>Few enough that people meet in them.</summary>
    private static readonly string[] Groups = ["output.quantity", "output.quality", "output.cost"];

    private static readonly string[] TypedIn = ["overallGoal", "projectPeriod", "funds-other", "na-reason-benefit.ecological"];

    /// <summary>Of one post only.</summary>
    private static readonly string[] OfOnePost = ["operation", "action", "__RequestVerificationToken"];

    private readonly List<KeyValuePair<string, string>> _fields = [.. posted.Where(field => !OfOnePost.Contains(field.Key))];

    public IReadOnlyList<KeyValuePair<string, string>> All => _fields;

    public IReadOnlyDictionary<string, string> Texts => SheetTexts.Of(_fields);

    public string this[string name]
    {
        get => _fields.First(field => field.Key == name).Value;
        set => _fields[_fields.FindIndex(field => field.Key == name)] = KeyValuePair.Create(name, value);
    }

    public bool Has(string name) => _fields.Exists(field => field.Key == name);

    /// <summary>The fields in which the test types.</summary>
    public IReadOnlyList<string> Typeable =>
    [
        .. TypedIn.Where(Has),
        .. _fields.Select(one => one.Key).Where(name => name.StartsWith("reason-", StringComparison.Ordinal)).Take(2),
        .. Rows.SelectMany(row => new[] { $"row-{KeyOf(row)}-name", $"row-{KeyOf(row)}-value" }),
    ];

    /// <summary>The rows in which the test types, as group:key.</summary>
    public IReadOnlyList<string> Rows => [.. AllRows.Where(row => Groups.Contains(GroupOf(row)))];

    private IEnumerable<string> AllRows => _fields.Where(one => one.Key == "row").Select(one => one.Value);

    public static string KeyOf(string row) => row.Split(':')[1];

    public static string GroupOf(string row) => row.Split(':')[0];

    public EditorFields Copy() => new(_fields);

    /// <summary>A group by number.</summary>
    public static string Group(int which) => Groups[which % Groups.Length];

    /// <summary>A row at the end of its group.</summary>
    public void Add(string group, string key, string name = "", string value = "")
    {
        var last = _fields.FindLastIndex(field => field.Key == "row" && GroupOf(field.Value) == group);
        _fields.InsertRange(last + 3, [new("row", $"{group}:{key}"), new($"row-{key}-name", name), new($"row-{key}-value", value)]);
    }

    /// <summary>A group keeps a blank row, so that people can type.</summary>
    public void Remove(string row)
    {
        if (AllRows.Count(one => GroupOf(one) == GroupOf(row)) == 1)
            Add(GroupOf(row), Guid.NewGuid().ToString("N"));
        _fields.RemoveRange(_fields.FindIndex(field => field.Key == "row" && field.Value == row), 3);
    }

    /// <summary>Changes places with the next row of its group, if there is one.</summary>
    public void Move(string row)
    {
        var at = _fields.FindIndex(field => field.Key == "row" && field.Value == row);
        if (at + 3 >= _fields.Count || _fields[at + 3] is not { Key: "row", Value: var next } || GroupOf(next) != GroupOf(row))
            return;
        var moved = _fields.GetRange(at, 3);
        _fields.RemoveRange(at, 3);
        _fields.InsertRange(at + 3, moved);
    }

    /// <summary>Does again what was done here since a post, on fields that came later.</summary>
    /// <returns>The keys of the places where something was typed since.</returns>
    public IReadOnlyCollection<string> RedoOn(EditorFields page, EditorFields posted)
    {
        var typeable = Typeable;
        var typed = _fields.Where(field => typeable.Contains(field.Key) && (!posted.Has(field.Key) || posted[field.Key] != field.Value)).ToList();
        var removed = posted.AllRows.Except(AllRows).ToList();
        var keys = typed.Select(field => SheetTexts.KeyOf(field.Key)).Concat(removed.Select(row => $"row-{KeyOf(row)}")).ToHashSet(StringComparer.Ordinal);
        // A row that others have deleted comes back where something was typed in it since.
        foreach (var row in AllRows.Except(page.AllRows).Where(row => !posted.AllRows.Contains(row) || keys.Contains($"row-{KeyOf(row)}")).ToList())
            page.Add(GroupOf(row), KeyOf(row), this[$"row-{KeyOf(row)}-name"], this[$"row-{KeyOf(row)}-value"]);
        foreach (var row in removed.Intersect(page.AllRows).ToList())
            page.Remove(row);
        foreach (var (name, value) in typed.Where(field => page.Has(field.Key)))
            page[name] = value;
        return keys;
    }
}
