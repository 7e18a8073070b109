using System.Collections.Immutable;

namespace OpenQpp.Vocabulary;

/// <summary>One of the four MIPS performance categories (42 CFR 414.1380(b)).</summary>
public enum PerformanceCategory
{
    /// <summary>Quality, 414.1380(b)(1).</summary>
    Quality,

    /// <summary>Cost, 414.1380(b)(2).</summary>
    Cost,

    /// <summary>Improvement activities, 414.1380(b)(3).</summary>
    ImprovementActivities,

    /// <summary>Promoting Interoperability, 414.1380(b)(4); advancing care information in performance year 2017.</summary>
    PromotingInteroperability,
}

/// <summary>The words that CMS's data use for the performance categories.</summary>
public static class PerformanceCategories
{
    /// <summary>All four, in the order in which the regulation and our results name them.</summary>
    public static ImmutableArray<PerformanceCategory> All { get; } = [.. Enum.GetValues<PerformanceCategory>()];

    private static readonly string[] Words = ["quality", "cost", "ia", "pi"];
    private static readonly string[] Titles = ["quality", "cost", "improvement activities", "Promoting Interoperability"];

    /// <summary>CMS's word: quality, cost, ia or pi.</summary>
    /// <param name="category">The category.</param>
    public static string Word(this PerformanceCategory category) => Words[(int)category];

    /// <summary>The name in a sentence, for example <c>improvement activities</c>.</summary>
    /// <param name="category">The category.</param>
    public static string Title(this PerformanceCategory category) => Titles[(int)category];

    /// <summary>The category of a word of CMS's data, or null.</summary>
    /// <param name="word">quality, cost, ia, pi; aci was the word for pi in 2017.</param>
    public static PerformanceCategory? Of(string word) => word switch
    {
        "quality" => PerformanceCategory.Quality,
        "cost" => PerformanceCategory.Cost,
        "ia" => PerformanceCategory.ImprovementActivities,
        "pi" or "aci" => PerformanceCategory.PromotingInteroperability,
        _ => null,
    };
}
