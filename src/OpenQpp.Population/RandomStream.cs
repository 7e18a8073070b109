namespace OpenQpp.Population;

/// <summary>
/// Whole numbers that look random and are the same on every machine (SplitMix64). Each subject has a stream of its own, so
/// that what is drawn for one does not depend on what was drawn for others.
/// </summary>
/// <param name="state">Where the stream begins.</param>
internal sealed class RandomStream(ulong state)
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private const int TenThousand = 10000;

    private ulong state = state;

    /// <summary>The stream of a subject.</summary>
    /// <param name="seed">The seed of the nation.</param>
    /// <param name="subject">Number of the practice or the clinician.</param>
    public static RandomStream Of(long seed, long subject) => new(unchecked(Mix((ulong)seed) ^ Mix((ulong)subject + Step)));

    /// <summary>A number from 0 up to, and without, a bound above 0.</summary>
    public int Below(int bound) => (int)Below((long)bound);

    /// <summary>A number from 0 up to, and without, a bound above 0.</summary>
    public long Below(long bound) => (long)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A number between two bounds that belong to it.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Yes with a chance per ten thousand.</summary>
    public bool Chance(int perTenThousand) => Below(TenThousand) < perTenThousand;

    /// <summary>One of a list.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Some of a list, each at most once, in the order of the list.</summary>
    public List<T> Some<T>(IReadOnlyList<T> items, int count)
    {
        var (chosen, wanted) = (new List<T>(count), Math.Min(count, items.Count));
        for (var place = 0; place < items.Count && chosen.Count < wanted; place++)
        {
            if (Below(items.Count - place) < wanted - chosen.Count)
            {
                chosen.Add(items[place]);
            }
        }

        return chosen;
    }

    private ulong Next()
    {
        unchecked
        {
            state += Step;
            return Mix(state);
        }
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
