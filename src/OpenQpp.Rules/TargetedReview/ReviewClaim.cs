using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What one request of an entity for a year claims.</summary>
/// <param name="Grounds">Its grounds.</param>
/// <param name="Text">Its text.</param>
[Cfr("414.1385(a)(3)")]
public sealed record ReviewClaim(IReadOnlySet<ReviewGround> Grounds, string Text)
{
    private static readonly Label Same = new("same claim", Unit.YesNo, "414.1385(a)(3)", "an earlier request has the same grounds and the same text: {v}");
    private static readonly Label Duplicate = new("duplicate", Unit.YesNo, "414.1385(a)(3)", "the request repeats an earlier one and may be denied: {v}");

    /// <summary>
    /// Whether the claim repeats an earlier one of the same entity and year that was submitted, whatever became of it. The paragraph
    /// does not say what a duplicate is: here the same grounds with the same words, blanks and capitals aside. A reviewer may find
    /// others.
    /// </summary>
    /// <param name="earlier">The earlier claims.</param>
    public Finding IsDuplicate(IEnumerable<ReviewClaim> earlier) =>
        Finding.AnyOf(Duplicate, [.. earlier.Select(claim => Finding.Given(Same, Repeats(claim)))]);

    private bool Repeats(ReviewClaim other) => Grounds.SetEquals(other.Grounds) && string.Equals(Plain(Text), Plain(other.Text), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
