namespace OpenQpp.Inputs;

/// <summary>Chance that falls the same way for the same seed, on every machine.</summary>
public sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>A whole number, both ends included.</summary>
    public int Whole(int least, int most) => random.Next(least, most + 1);

    public T Of<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>Some of them, each once, in any order.</summary>
    public IReadOnlyList<T> Some<T>(IEnumerable<T> all, int count)
    {
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return shuffled[..Math.Min(count, shuffled.Length)];
    }

    public T[] Shuffled<T>(IEnumerable<T> all)
    {
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
