using System.Globalization;

namespace OpenQpp.Vocabulary;

/// <summary>
/// Eastern time (America/New_York), in which CMS names its deadlines: daylight saving time from 2:00 on the second Sunday of
/// March to 2:00 on the first Sunday of November (15 U.S.C. 260a, since 2007).
/// </summary>
public static class EasternTime
{
    private const int SecondsOfDay = 86400;
    private const int SecondsOfHour = 3600;
    private const int StandardHours = 5;
    private const int DaylightHours = 4;
    private const int ChangeHour = 2;
    private const int DaysOfWeek = 7;

    /// <summary>The day of a moment in Eastern time.</summary>
    /// <param name="moment">The moment.</param>
    public static DateOnly DayOf(Moment moment) => DateOnly.FromDayNumber((int)(Local(moment) / SecondsOfDay));

    /// <summary>The last second of a day in Eastern time.</summary>
    /// <param name="day">The day.</param>
    public static Moment EndOf(DateOnly day)
    {
        // By the end of a day the change of that day, at 2:00, has happened.
        var local = (((long)day.DayNumber + 1) * SecondsOfDay) - 1;
        var standard = new Moment(local + (StandardHours * SecondsOfHour));
        var daylight = new Moment(local + (DaylightHours * SecondsOfHour));
        return IsDaylight(daylight) ? daylight : standard;
    }

    /// <summary>A moment as it is shown: <c>2025-11-14 20:00:00 EST</c>.</summary>
    /// <param name="moment">The moment.</param>
    public static string Text(Moment moment)
    {
        var second = (int)(Local(moment) % SecondsOfDay);
        return string.Create(CultureInfo.InvariantCulture, $"{DayOf(moment):yyyy-MM-dd} {second / SecondsOfHour:00}:{second / 60 % 60:00}:{second % 60:00} {(IsDaylight(moment) ? "EDT" : "EST")}");
    }

    private static long Local(Moment moment) => moment.Seconds - ((IsDaylight(moment) ? DaylightHours : StandardHours) * SecondsOfHour);

    private static bool IsDaylight(Moment moment)
    {
        var year = DateOnly.FromDayNumber((int)((moment.Seconds - (StandardHours * SecondsOfHour)) / SecondsOfDay)).Year;
        return moment.Seconds >= At(Sunday(year, 3, 2), ChangeHour + StandardHours) && moment.Seconds < At(Sunday(year, 11, 1), ChangeHour + DaylightHours);
    }

    private static long At(DateOnly day, int hourOfUniversalTime) => ((long)day.DayNumber * SecondsOfDay) + (hourOfUniversalTime * SecondsOfHour);

    private static DateOnly Sunday(int year, int month, int ordinal)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((DaysOfWeek - (int)first.DayOfWeek) % DaysOfWeek) + (DaysOfWeek * (ordinal - 1)));
    }
}
