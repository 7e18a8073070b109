namespace OpenQpp.Store;

/// <summary>Times as microseconds since the beginning of 1970 in universal time, as columns that end in <c>_us</c> hold them.</summary>
public static class StoreTime
{
    private const long TicksOfMicrosecond = TimeSpan.TicksPerMicrosecond;

    /// <summary>The stored time. What is finer than a microsecond is cut off: a stored time is never later than the one given.</summary>
    /// <param name="time">The time.</param>
    public static long Of(DateTimeOffset time)
    {
        var ticks = time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        return ticks >= 0 ? ticks / TicksOfMicrosecond : -((TicksOfMicrosecond - 1 - ticks) / TicksOfMicrosecond);
    }

    /// <summary>The stored time, or null.</summary>
    /// <param name="time">The time; null is kept.</param>
    public static long? Of(DateTimeOffset? time) => time is { } known ? Of(known) : null;

    /// <summary>The time of a stored one, in universal time.</summary>
    /// <param name="stored">Microseconds since 1970.</param>
    /// <exception cref="ArgumentOutOfRangeException">No calendar goes so far.</exception>
    public static DateTimeOffset From(long stored)
    {
        var most = (DateTimeOffset.MaxValue.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TicksOfMicrosecond;
        var least = (DateTimeOffset.MinValue.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TicksOfMicrosecond;
        return stored >= least && stored <= most ? DateTimeOffset.UnixEpoch.AddTicks(stored * TicksOfMicrosecond) : throw new ArgumentOutOfRangeException(nameof(stored));
    }
}
