namespace OpenQpp.Population;

/// <summary>
/// Hands out choices so that their shares of clinicians come out as wanted, whatever the sizes of practices: the next choice
/// is the one that lags most behind.
/// </summary>
/// <param name="shares">Shares per ten thousand.</param>
/// <param name="expected">Clinicians that will come in all.</param>
internal sealed class Quota(IReadOnlyList<int> shares, long expected)
{
    private const int Whole = 10000;

    /// <summary>A choice takes at most a part of all that it will ever get at once, so that a small share is not overrun.</summary>
    private const int LargestPart = 2;

    private readonly long[] counts = new long[shares.Count];
    private long total;

    /// <summary>The choice that lags most behind among those that may be taken.</summary>
    /// <param name="clinicians">Clinicians for whom the choice is made.</param>
    /// <param name="may">Whether a choice may be taken; null for all.</param>
    public int Choose(int clinicians, Func<int, bool>? may = null)
    {
        var (best, most) = (-1, long.MinValue);
        for (var choice = 0; choice < shares.Count; choice++)
        {
            if (shares[choice] == 0 || (may is not null && !may(choice)))
            {
                continue;
            }

            var lag = (shares[choice] * (total + clinicians)) - (counts[choice] * Whole);
            if ((long)clinicians * Whole * LargestPart > shares[choice] * expected && clinicians > 1)
            {
                lag -= expected * Whole;
            }

            if (lag > most)
            {
                (best, most) = (choice, lag);
            }
        }

        return best;
    }

    /// <summary>Counts a choice that was made.</summary>
    /// <param name="choice">The choice; below 0 for none of them.</param>
    /// <param name="clinicians">Clinicians for whom it was made.</param>
    public void Count(int choice, int clinicians)
    {
        total += clinicians;
        if (choice >= 0)
        {
            counts[choice] += clinicians;
        }
    }
}
