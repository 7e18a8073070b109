namespace OpenQpp.Vocabulary;

/// <summary>A set of performance categories.</summary>
[Flags]
public enum CategorySet
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Quality.</summary>
    Quality = 1,

    /// <summary>Cost.</summary>
    Cost = 2,

    /// <summary>Improvement activities.</summary>
    ImprovementActivities = 4,

    /// <summary>Promoting Interoperability.</summary>
    PromotingInteroperability = 8,

    /// <summary>All four.</summary>
    All = 15,
}

/// <summary>Sets of performance categories.</summary>
public static class CategorySets
{
    /// <summary>The set of one category.</summary>
    /// <param name="category">The category.</param>
    public static CategorySet Set(this PerformanceCategory category) => (CategorySet)(1 << (int)category);

    /// <summary>Whether a category is in a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="category">The category.</param>
    public static bool Has(this CategorySet set, PerformanceCategory category) => (set & category.Set()) != CategorySet.None;

    /// <summary>The words of a set, joined by a plus sign: <c>cost+pi</c>; a hyphen for the empty set.</summary>
    /// <param name="set">The set.</param>
    public static string Words(this CategorySet set) =>
        set == CategorySet.None
            ? "-"
            : string.Join('+', PerformanceCategories.All.Where(category => set.Has(category)).Select(category => category.Word()));

    /// <summary>The set of words joined by a plus sign, or null when a word is unknown.</summary>
    /// <param name="words">For example <c>cost+pi</c>; a hyphen for the empty set.</param>
    public static CategorySet? Of(string words)
    {
        if (string.Equals(words, "-", StringComparison.Ordinal))
        {
            return CategorySet.None;
        }

        var set = CategorySet.None;
        foreach (var word in words.Split('+'))
        {
            if (PerformanceCategories.Of(word) is not { } category)
            {
                return null;
            }

            set |= category.Set();
        }

        return set;
    }
}
