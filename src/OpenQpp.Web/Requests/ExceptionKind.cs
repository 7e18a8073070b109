using OpenQpp.Law;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>A circumstance for which an application can be made in a year, and the categories that it weighs zero.</summary>
/// <param name="Name">The word of the law's table.</param>
/// <param name="Title">In plain words.</param>
/// <param name="Categories">The categories, each with its paragraph.</param>
public sealed record ExceptionKind(string Name, string Title, IReadOnlyList<(PerformanceCategory Category, string Source)> Categories)
{
    /// <summary>The word of an application that waits for a decision.</summary>
    public const string Submitted = "submitted";

    /// <summary>The word of an approved application.</summary>
    public const string Approved = StoredApplication.Approved;

    /// <summary>The word of a denied application.</summary>
    public const string Denied = "denied";

    /// <summary>The word of an application that was taken back.</summary>
    public const string Withdrawn = "withdrawn";

    private static readonly (string Name, string Title)[] Known =
    [
        ("extremeAndUncontrollableCircumstances", "Extreme and uncontrollable circumstances"),
        ("covid19Application", "The COVID-19 public health emergency"),
        ("insufficientInternet", "Promoting Interoperability: insufficient internet connectivity"),
        ("noControlOverCehrt", "Promoting Interoperability: no control over certified technology"),
        ("decertifiedCehrt", "Promoting Interoperability: technology that was decertified"),
        ("smallPracticeHardship", "Promoting Interoperability: small practice with overwhelming barriers"),
        ("hardship", "Promoting Interoperability: another significant hardship"),
    ];

    /// <summary>The applications of a year.</summary>
    /// <param name="law">The law of the year.</param>
    public static IReadOnlyList<ExceptionKind> Of(ReweightingLaw law) =>
    [
        .. from known in Known
           let triggers = law.Triggers.Where(trigger => trigger.Known == KnownBy.Given && string.Equals(trigger.Name, known.Name, StringComparison.Ordinal)).ToArray()
           where triggers.Length > 0
           select new ExceptionKind(known.Name, known.Title, [.. triggers.Select(trigger => (trigger.Category, trigger.Source))]),
    ];

    /// <summary>The name for people of the word of a kind.</summary>
    /// <param name="name">The word.</param>
    public static string TitleOf(string name) => Array.Find(Known, known => string.Equals(known.Name, name, StringComparison.Ordinal)).Title ?? name;

    /// <summary>The names for people of the words of categories.</summary>
    /// <param name="words">The words.</param>
    public static string CategoriesOf(IEnumerable<string> words) => string.Join(", ", words.Select(word => PerformanceCategories.Of(word) is { } category ? Display.Capital(category.Title()) : word));
}
