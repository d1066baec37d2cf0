namespace PerfTargets.Core.Common;

/// <summary>The two times this product knows: a moment in UTC for what happened, a local date for what is due.</summary>
public static class UtcClock
{
    /// <summary>Now in UTC, cut to microseconds: PostgreSQL keeps no finer, and both databases are to give back what was stored.</summary>
    public static DateTime UtcNow(this TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}

/// <summary>The calendar that decides what day it is (DESIGN §3: Asia/Shanghai unless configured).</summary>
public sealed class LocalCalendar(TimeProvider time, TimeZoneInfo zone)
{
    public const string DefaultZone = "Asia/Shanghai";

    public TimeZoneInfo Zone { get; } = zone;

    public DateOnly Today => DateOnly.FromDateTime(ToLocal(time.GetUtcNow().UtcDateTime));

    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
