using System.Collections.Concurrent;

namespace PerfTargets.Core.Data;

/// <summary>
/// One gate per database file, for all writers of this process. SQLite lets one writer in at a time and makes the others try again and
/// again, by luck; at the gate they wait without luck. Another process is waited for by SQLite's busy timeout.
/// </summary>
internal static class SqliteWriteGate
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    public static SemaphoreSlim Of(string file) => Gates.GetOrAdd(Path.GetFullPath(file), static _ => new SemaphoreSlim(1, 1));
}
