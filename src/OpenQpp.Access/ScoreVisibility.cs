using OpenQpp.Vocabulary;

namespace OpenQpp.Access;

/// <summary>Whether a number is shown.</summary>
public enum Shown
{
    /// <summary>Shown.</summary>
    Visible,

    /// <summary>Blank: score, weights, source, ids of the source and adjustment. Identifiers and eligibility stay.</summary>
    SourceNotVisible,

    /// <summary>Blank for everybody until CMS releases the adjustments.</summary>
    NotReleased,
}

/// <summary>
/// Which scores somebody sees on a page that was granted. Pages, files, filters, counts, sort orders and search hits all
/// ask here, so that what is blank in one place cannot be inferred from another.
/// </summary>
public static class ScoreVisibility
{
    /// <summary>The reason code in place of what is blank.</summary>
    public const string ReasonCode = "SOURCE_NOT_VISIBLE";

    /// <summary>What stands beside the code. It does not say where the score comes from.</summary>
    public const string Says = "This score is not shown to your organization. The clinician can see it under the Clinician role.";

    /// <summary>What stands in place of an adjustment that is not released.</summary>
    public const string NotReleased = "--";

    /// <summary>What the highest score on the page of an organization is called: it need not be the one that pays.</summary>
    public const string HighestLabel = "highest score visible to this organization";

    /// <summary>Whether a score is shown.</summary>
    /// <param name="decision">The decision by which the page or file was granted.</param>
    /// <param name="source">Where the score comes from.</param>
    public static Shown For(AccessDecision decision, ScoreSource source) =>
        decision.Grants.Any(grant => Sees(grant, source)) ? Shown.Visible : Shown.SourceNotVisible;

    /// <summary>Whether a payment adjustment is shown.</summary>
    /// <param name="decision">The decision by which the page or file was granted.</param>
    /// <param name="source">Where the score comes from that earns it.</param>
    /// <param name="isReleased">CMS has released the adjustments of the year.</param>
    public static Shown ForAdjustment(AccessDecision decision, ScoreSource source, bool isReleased) =>
        isReleased ? For(decision, source) : Shown.NotReleased;

    /// <summary>The highest of the scores that are shown; null where none is.</summary>
    /// <param name="decision">The decision by which the page or file was granted.</param>
    /// <param name="scores">All scores; null where a source was not scored.</param>
    public static decimal? Highest(AccessDecision decision, IEnumerable<(ScoreSource Source, decimal? Score)> scores) =>
        scores.Where(score => For(decision, score.Source) == Shown.Visible).Max(score => score.Score);

    private static bool Sees(Grant grant, ScoreSource source) => grant.Role switch
    {
        null => false,
        { Kind: RoleKind.Reviewer } => true,
        { Kind: RoleKind.Clinician } => grant.Owner.Owner.Kind == OwnerKind.Clinician || IsOwnersScore(grant, source),
        { Organization: { Kind: OrganizationKind.Practice } practice } => IsOfPractice(practice, source) || IsOwnersScore(grant, source),
        { Organization: { Kind: OrganizationKind.Registry } } => false,
        { Organization: { } entity } => source.Owner == entity.Owner || grant.Resource == Resource.ApmParticipantPiScores,
        _ => false,
    };

    private static bool IsOfPractice(OrganizationId practice, ScoreSource source) =>
        source.Level is ParticipationOption.Individual or ParticipationOption.Group or ParticipationOption.Subgroup
        && string.Equals(source.PracticeId, practice.Id, StringComparison.Ordinal);

    // The page of an entity shows the entity's own score to whom the page is granted: so R6 in the first year.
    private static bool IsOwnersScore(Grant grant, ScoreSource source) => source.Owner == grant.Owner.Owner;
}
