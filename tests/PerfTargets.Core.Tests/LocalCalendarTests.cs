using System.Globalization;
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

    [Theory]
    [InlineData("Asia/Shanghai", "2023-02-15", "2023-02-14T16:00:00Z")]
    [InlineData("America/Sao_Paulo", "2017-10-15", "2017-10-15T03:00:00Z")]
    [InlineData("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z")]
    [InlineData("America/Havana", "2022-03-13", "2022-03-13T05:00:00Z")]
    [InlineData("America/Havana", "2022-11-06", "2022-11-06T04:00:00Z")]
    public void StartOf_ADay_IsItsFirstMomentAlsoWhereItHasNoMidnightOrTwo(string zone, string day, string expected)
    {
        var calendar = new LocalCalendar(new FakeTimeProvider(), LocalCalendar.ZoneOf(zone));
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        var start = calendar.StartOf(date);

        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), start);
        Assert.Equal(DateTimeKind.Utc, start.Kind);
        Assert.Equal(date, DateOnly.FromDateTime(calendar.ToLocal(start)));
        Assert.Equal(date.AddDays(-1), DateOnly.FromDateTime(calendar.ToLocal(start.AddTicks(-1))));
    }

    [Fact]
    public void ZoneOf_AnUnknownName_IsAnErrorAndNoGuess() =>
        Assert.ThrowsAny<TimeZoneNotFoundException>(() => LocalCalendar.ZoneOf("Asia/Pingluo"));
}
