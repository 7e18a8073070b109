namespace OpenQpp.Access;

/// <summary>The performance years by what exists in them. <c>years.tsv</c> says which year is of which variant.</summary>
public enum YearVariant
{
    /// <summary>The first year: no virtual groups, no subgroups; participants of a Shared Savings Program ACO see its feedback.</summary>
    FirstYear,

    /// <summary>Virtual groups, but no subgroups.</summary>
    BeforeSubgroups,

    /// <summary>Virtual groups and subgroups.</summary>
    WithSubgroups,
}

/// <summary>The words for the variants.</summary>
public static class YearVariants
{
    private static readonly string[] Words = ["first-year", "before-subgroups", "with-subgroups"];

    /// <summary>All variants, in order of time.</summary>
    public static IReadOnlyList<YearVariant> All { get; } = Enum.GetValues<YearVariant>();

    /// <summary>The word in the matrix, for example <c>first-year</c>.</summary>
    /// <param name="variant">The variant.</param>
    public static string Word(this YearVariant variant) => Words[(int)variant];

    /// <summary>The variant of a word, or null.</summary>
    /// <param name="word">For example <c>first-year</c>.</param>
    public static YearVariant? Of(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (YearVariant)index;
    }
}
