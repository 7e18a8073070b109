using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>Our Eastern time is that of the time zone database.</summary>
public sealed class EasternTimeTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Fact]
    public void EveryHourOfTenYearsIsTheSame()
    {
        for (var at = new DateTimeOffset(2017, 1, 1, 0, 59, 59, TimeSpan.Zero); at.Year < 2030; at = at.AddHours(1))
        {
            var local = TimeZoneInfo.ConvertTime(at, NewYork);
            var moment = Moment.Of($"{at:yyyy-MM-dd'T'HH:mm:ss}Z")!.Value;
            Assert.Equal($"{local:yyyy-MM-dd HH:mm:ss} {(NewYork.IsDaylightSavingTime(local) ? "EDT" : "EST")}", EasternTime.Text(moment));
        }
    }

    [Fact]
    public void TheEndOfEveryDayIsItsLastSecond()
    {
        for (var day = new DateOnly(2017, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            Assert.StartsWith($"{day:yyyy-MM-dd} 23:59:59", EasternTime.Text(EasternTime.EndOf(day)));
        }
    }
}
