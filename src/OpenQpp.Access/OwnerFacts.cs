using OpenQpp.Vocabulary;

namespace OpenQpp.Access;

/// <summary>What is known of an owner in one performance year, as far as it decides who may see it. What is not given denies.</summary>
/// <param name="Owner">The owner.</param>
public sealed record OwnerFacts(OwnerId Owner)
{
    /// <summary>The owner of pages about no unit.</summary>
    public static OwnerFacts Portal { get; } = new(new OwnerId(OwnerKind.Portal, ""));

    /// <summary>The practice of a subgroup or of a clinician's association; null for others.</summary>
    public string? PracticeId { get; init; }

    /// <summary>The NPI of a clinician's association; null for others.</summary>
    public Npi? Npi { get; init; }

    /// <summary>
    /// Whose score pays a clinician's association: the practice's (a group score), the subgroup's, the APM Entity's, the
    /// virtual group's, or its own (an individual score); null where there is none, and for others.
    /// </summary>
    public OwnerId? PaidBy { get; init; }

    /// <summary>The APM Entities and virtual groups in which a practice, subgroup or clinician takes part.</summary>
    public IReadOnlyList<OrganizationId> TakesPartIn { get; init; } = [];

    /// <summary>The registry that sent the data asked for; null where the client sent them, or several submitters did.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>An APM Entity that is an ACO of the Medicare Shared Savings Program.</summary>
    public bool IsSharedSavingsAco { get; init; }

    /// <summary>An APM Entity that reported no Promoting Interoperability data itself.</summary>
    public bool LacksOwnInteroperability { get; init; }

    /// <summary>A request for targeted review that was submitted for the year concerns the owner.</summary>
    public bool IsUnderReview { get; init; }

    /// <summary>The kind of owner only: no TIN, no NPI.</summary>
    public override string ToString() => Owner.ToString();
}
