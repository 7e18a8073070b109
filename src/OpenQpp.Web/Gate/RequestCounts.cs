using System.Collections.Concurrent;

namespace OpenQpp.Web;

/// <summary>How many requests people make: more than somebody could read are refused, so that nobody copies everything by a program.</summary>
/// <param name="settings">How many are too many.</param>
/// <param name="demo">In the demonstration world none are.</param>
/// <param name="clock">The time.</param>
internal sealed class RequestCounts(PortalSettings settings, DemoSignIns demo, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (long Minute, int Count)> counts = new(StringComparer.Ordinal);
    private long swept;

    /// <summary>Counts a request; true where it is one too many in this minute.</summary>
    /// <param name="personId">Who; null for nobody signed in.</param>
    public bool IsTooMany(string? personId)
    {
        if (personId is null || settings.RequestsAMinute is not { } most || demo.People.Count > 0)
        {
            return false;
        }

        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (Interlocked.Exchange(ref swept, minute) != minute)
        {
            foreach (var (id, _) in counts.Where(one => one.Value.Minute != minute))
            {
                counts.TryRemove(id, out _);
            }
        }

        return counts.AddOrUpdate(personId, (minute, 1), (_, before) => before.Minute == minute ? (minute, before.Count + 1) : (minute, 1)).Count > most;
    }
}
