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

/// <summary>The calendar that decides what day it is for the people of the county.</summary>
public sealed class LocalCalendar(TimeProvider time, TimeZoneInfo zone)
{
    public const string DefaultZone = "Asia/Shanghai";

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>A zone by its IANA name. The default needs no zone data, which Windows has under other names and a small container not at all.</summary>
    /// <exception cref="TimeZoneNotFoundException">No such zone is known here.</exception>
    public static TimeZoneInfo ZoneOf(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (TimeZoneNotFoundException) when (name == DefaultZone)
        {
            // China has kept UTC+8 without summer time since 1992, before any moment that this program stores.
            return TimeZoneInfo.CreateCustomTimeZone(DefaultZone, TimeSpan.FromHours(8), DefaultZone, DefaultZone);
        }
    }

    public DateOnly Today => DayOf(time.GetUtcNow().UtcDateTime);

    public DateTime Ago(TimeSpan span) => time.UtcNow() - span;

    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The first moment of a day, in UTC. Where the clocks are put forward at midnight, the day begins at one; where they are put back, with the first of two midnights.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (Zone.IsAmbiguousTime(midnight))
            return DateTime.SpecifyKind(midnight - Zone.GetAmbiguousTimeOffsets(midnight).Max(), DateTimeKind.Utc);
        if (!Zone.IsInvalidTime(midnight))
            return TimeZoneInfo.ConvertTimeToUtc(midnight, Zone);
        // The moment of the change itself: what the offset before it makes of a midnight that no clock shows.
        return DateTime.SpecifyKind(midnight - Zone.GetUtcOffset(midnight.AddDays(-1)), DateTimeKind.Utc);
    }
}
