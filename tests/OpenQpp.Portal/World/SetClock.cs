using System.Globalization;

namespace OpenQpp.Portal;

/// <summary>A clock that shows what it is set to.</summary>
/// <param name="time">As RFC 3339 has it.</param>
public sealed class SetClock(string time) : TimeProvider
{
    private DateTimeOffset now = Of(time);

    public void Set(string later) => now = Of(later);

    public override DateTimeOffset GetUtcNow() => now;

    private static DateTimeOffset Of(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
