namespace OpenQpp.Rules;

/// <summary>Those of a list that pass a test. The list is gone through twice, so that none grows while it is found.</summary>
internal static class Chosen
{
    /// <summary>The chosen, in an array of their own.</summary>
    /// <param name="all">All of them.</param>
    /// <param name="isChosen">The test.</param>
    public static T[] From<T>(T[] all, Predicate<T> isChosen)
    {
        var count = 0;
        foreach (var one in all)
        {
            count += isChosen(one) ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var chosen = new T[count];
        var place = 0;
        foreach (var one in all)
        {
            if (isChosen(one))
            {
                chosen[place++] = one;
            }
        }

        return chosen;
    }
}
