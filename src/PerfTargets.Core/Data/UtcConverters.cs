using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PerfTargets.Core.Data;

/// <summary>A moment goes in and comes out in UTC, cut to microseconds, on both databases. A local or unmarked time is a mistake of the caller.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => ToStored(value),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    public static DateTime ToStored(DateTime value) => value.Kind == DateTimeKind.Utc
        ? value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond))
        : throw new ArgumentException($"A time to be stored must be UTC, this one is {value.Kind}: {value:O}.", nameof(value));
}

/// <summary>Only Identity has such a property (LockoutEnd). SQLite cannot order or compare a DateTimeOffset.</summary>
internal sealed class UtcDateTimeOffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
    value => UtcDateTimeConverter.ToStored(value.UtcDateTime),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
