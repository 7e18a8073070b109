using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Times of the clock as the law counts them: in whole seconds.</summary>
internal static class Moments
{
    /// <summary>The second in which a time lies.</summary>
    /// <param name="time">The time.</param>
    public static Moment Second(this DateTimeOffset time) => new(time.UtcTicks / TimeSpan.TicksPerSecond);

    /// <summary>The beginning of a second, in universal time.</summary>
    /// <param name="moment">The second.</param>
    public static DateTimeOffset Time(this Moment moment) => new(moment.Seconds * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
