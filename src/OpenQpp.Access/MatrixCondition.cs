namespace OpenQpp.Access;

/// <summary>A fact about the owner without which a line of the matrix does not count.</summary>
public enum MatrixCondition
{
    /// <summary>None.</summary>
    None,

    /// <summary>The entity is an ACO of the Shared Savings Program.</summary>
    SharedSavings,

    /// <summary>The entity reported no Promoting Interoperability data itself.</summary>
    WithoutOwnPi,
}

/// <summary>The words for the conditions, and whether they hold.</summary>
public static class MatrixConditions
{
    private static readonly string[] Words = ["-", "shared-savings", "without-own-pi"];

    /// <summary>The condition of a word, or null.</summary>
    /// <param name="word">For example <c>shared-savings</c>.</param>
    public static MatrixCondition? Of(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (MatrixCondition)index;
    }

    /// <summary>Whether the condition holds for an owner.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="owner">The owner.</param>
    public static bool Holds(this MatrixCondition condition, OwnerFacts owner) => condition switch
    {
        MatrixCondition.SharedSavings => owner.IsSharedSavingsAco,
        MatrixCondition.WithoutOwnPi => owner.LacksOwnInteroperability,
        _ => true,
    };
}
