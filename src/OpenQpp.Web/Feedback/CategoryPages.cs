using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>The pages of the categories: name, address and what the regulation calls them.</summary>
public static class CategoryPages
{
    /// <summary>The last part of the address of a category's page.</summary>
    /// <param name="category">The category.</param>
    public static string Word(PerformanceCategory category) => category switch
    {
        PerformanceCategory.Quality => "quality",
        PerformanceCategory.Cost => "cost",
        PerformanceCategory.ImprovementActivities => "improvement-activities",
        _ => "promoting-interoperability",
    };

    /// <summary>The name of a category on a page.</summary>
    /// <param name="category">The category.</param>
    public static string Title(PerformanceCategory category) => Display.Capital(category.Title());

    /// <summary>Why a category weighs nothing, or its score in words.</summary>
    /// <param name="category">The category.</param>
    public static string Status(CategoryResult category) => category.Status switch
    {
        CategoryStatus.Scored => category.Reason is { } reason ? ReasonWords.Text(reason) : "",
        CategoryStatus.Reweighted => $"Reweighted to 0 %: {ReasonWords.Text(category.Reason)}",
        _ => $"Not scored this year: {ReasonWords.Text(category.Reason)}",
    };
}
