using System.Globalization;

namespace OpenQpp.Vocabulary;

/// <summary>A second of time, the same everywhere on earth. Fractions of a second are dropped: a deadline names its last second.</summary>
/// <param name="Seconds">Seconds since the beginning of the calendar, in universal time.</param>
public readonly record struct Moment(long Seconds) : IComparable<Moment>
{
    private const int SecondsOfDay = 86400;
    private const int SecondsOfHour = 3600;
    private const int SecondsOfMinute = 60;
    private const int LengthWithoutZone = 19;
    private const int LengthOfZone = 6;

    /// <summary>The moment of a text as RFC 3339 has it, for example <c>2023-12-31T23:59:59-05:00</c>; null where it is none.</summary>
    /// <param name="text">Date, time and distance from universal time; all three are needed.</param>
    public static Moment? Of(string text)
    {
        if (text.Length <= LengthWithoutZone || text[10] is not ('T' or 't')
            || !DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || SecondOfDay(text.AsSpan(11, 8)) is not { } second)
        {
            return null;
        }

        var place = LengthWithoutZone;
        if (text[place] == '.')
        {
            var start = ++place;
            while (place < text.Length && char.IsAsciiDigit(text[place]))
            {
                place++;
            }

            if (place == start)
            {
                return null;
            }
        }

        return Zone(text.AsSpan(place)) is { } zone ? new(((long)day.DayNumber * SecondsOfDay) + second - zone) : null;
    }

    /// <inheritdoc/>
    public int CompareTo(Moment other) => Seconds.CompareTo(other.Seconds);

    /// <summary>Order by time.</summary>
    public static bool operator <(Moment left, Moment right) => left.Seconds < right.Seconds;

    /// <summary>Order by time.</summary>
    public static bool operator >(Moment left, Moment right) => left.Seconds > right.Seconds;

    /// <summary>Order by time.</summary>
    public static bool operator <=(Moment left, Moment right) => left.Seconds <= right.Seconds;

    /// <summary>Order by time.</summary>
    public static bool operator >=(Moment left, Moment right) => left.Seconds >= right.Seconds;

    /// <summary>The moment in universal time, as RFC 3339 has it.</summary>
    public override string ToString()
    {
        var (day, second) = (DateOnly.FromDayNumber((int)(Seconds / SecondsOfDay)), Seconds % SecondsOfDay);
        return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{second / SecondsOfHour:00}:{second / SecondsOfMinute % SecondsOfMinute:00}:{second % SecondsOfMinute:00}Z");
    }

    private static int? SecondOfDay(ReadOnlySpan<char> text) =>
        text[2] == ':' && text[5] == ':' && Number(text[..2], 23) is { } hour && Number(text[3..5], 59) is { } minute && Number(text[6..], 59) is { } second
            ? (hour * SecondsOfHour) + (minute * SecondsOfMinute) + second
            : null;

    private static int? Zone(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
        {
            return 0;
        }

        if (text.Length != LengthOfZone || text[0] is not ('+' or '-') || text[3] != ':' || Number(text[1..3], 23) is not { } hours || Number(text[4..], 59) is not { } minutes)
        {
            return null;
        }

        var distance = (hours * SecondsOfHour) + (minutes * SecondsOfMinute);
        return text[0] == '-' ? -distance : distance;
    }

    private static int? Number(ReadOnlySpan<char> text, int most) =>
        char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && ((text[0] - '0') * 10) + text[1] - '0' is var number && number <= most ? number : null;
}
