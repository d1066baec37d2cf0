using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PerfTargets.Core.Data;

namespace PerfTargets.Core.Library;

/// <summary>An entry that comes with the program, and the key by which it is known for ever.</summary>
public sealed record ShippedIndicator(
    string Key, LibraryCategory Category, string Name, string Topic, string Explanation, string Operator = "", string Unit = "", string Industry = "")
{
    public LibraryEntry Entry => new(Category, Name, Operator, Unit, Explanation, Topic, Industry);
}

/// <summary>The common entries of the library that come with the program.</summary>
public static class ShippedIndicators
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static IReadOnlyList<ShippedIndicator> All { get; } = Read();

    /// <summary>
    /// Adds those that the library has never had; does nothing when there is none. One that was changed or retired stays as it is, and where an
    /// administrator has written the same, theirs stands.
    /// </summary>
    public static async Task AddMissingAsync(PerfTargetsDbContext db, CancellationToken cancel = default)
    {
        try
        {
            await AddAsync(db, cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another process that starts at the same time was first.
            db.ChangeTracker.Clear();
            await AddAsync(db, cancel);
        }
    }

    private static async Task AddAsync(PerfTargetsDbContext db, CancellationToken cancel)
    {
        var known = await db.LibraryIndicators.AsNoTracking().Where(one => one.DepartmentId == null || one.ShippedKey != null)
            .Select(one => new { one.ShippedKey, one.DepartmentId, one.Category, one.NameKey }).ToListAsync(cancel);
        var keys = known.Select(one => one.ShippedKey).ToHashSet(StringComparer.Ordinal);
        var names = known.Where(one => one.DepartmentId == null).Select(one => (one.Category, one.NameKey)).ToHashSet();
        var missing = All.Where(one => !keys.Contains(one.Key) && !names.Contains((one.Category, LibraryEntry.KeyOf(one.Name)))).ToList();
        if (missing.Count == 0)
            return;
        db.AddRange(missing.Select(one => LibraryIndicator.Create(null, one.Entry, LibrarySource.Shipped, one.Key)));
        await db.SaveChangesAsync(cancel);
    }

    private static List<ShippedIndicator> Read()
    {
        using var stream = typeof(ShippedIndicators).Assembly.GetManifestResourceStream($"{typeof(ShippedIndicators).Namespace}.indicators.json")
            ?? throw new InvalidOperationException("The indicators are not embedded.");
        return JsonSerializer.Deserialize<List<ShippedIndicator>>(stream, Json) ?? throw new JsonException("The indicators cannot be null.");
    }
}
