using Microsoft.Extensions.Time.Testing;
using PerfTargets.Core.Common;

namespace PerfTargets.Core.Tests;

public sealed class LocalCalendarTests
{
    [Fact]
    public void Today_IsTheDayInTheCounty_NotInGreenwich()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2023, 2, 14, 16, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2023, 2, 15), new LocalCalendar(time, LocalCalendar.ZoneOf(LocalCalendar.DefaultZone)).Today);
    }

    [Fact]
    public void ZoneOf_AnUnknownName_IsAnErrorAndNoGuess() =>
        Assert.ThrowsAny<TimeZoneNotFoundException>(() => LocalCalendar.ZoneOf("Asia/Pingluo"));
}
