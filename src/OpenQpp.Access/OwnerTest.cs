using OpenQpp.Vocabulary;

namespace OpenQpp.Access;

/// <summary>Which owners stand in a relation to the holder of a role: something that one owner meets or not, and by which a store can look up all that do.</summary>
public enum OwnerTestKind
{
    /// <summary>Every owner of the kind.</summary>
    Every,

    /// <summary>The owner's id is the one named.</summary>
    Id,

    /// <summary>The practice of the subgroup or association is the one named.</summary>
    Practice,

    /// <summary>The NPI of the association is the one named.</summary>
    Npi,

    /// <summary>The score of the organization named pays the association.</summary>
    PaidBy,

    /// <summary>The owner takes part in the organization named.</summary>
    TakesPartIn,

    /// <summary>The registry named sent the data.</summary>
    SubmittedBy,

    /// <summary>A request for targeted review concerns the owner.</summary>
    UnderReview,
}

/// <summary>A test of owners of one kind.</summary>
/// <param name="Kind">What is tested.</param>
/// <param name="Id">The id with which it is compared; empty where none is needed.</param>
/// <param name="Organization">The kind of organization of the id, for <see cref="OwnerTestKind.PaidBy"/> and <see cref="OwnerTestKind.TakesPartIn"/>.</param>
/// <param name="Npi">The NPI, for <see cref="OwnerTestKind.Npi"/>.</param>
public sealed record OwnerTest(OwnerTestKind Kind, string Id, OrganizationKind Organization = default, Npi? Npi = null)
{
    /// <summary>Whether an owner meets the test.</summary>
    /// <param name="owner">The owner.</param>
    public bool Admits(OwnerFacts owner) => Kind switch
    {
        OwnerTestKind.Every => true,
        OwnerTestKind.Id => Same(owner.Owner.Id),
        OwnerTestKind.Practice => Same(owner.PracticeId),
        OwnerTestKind.Npi => owner.Npi is { } npi && npi == Npi,
        OwnerTestKind.PaidBy => owner.PaidBy is { } paid && paid.Kind == Organization.Owner() && Same(paid.Id),
        OwnerTestKind.TakesPartIn => owner.TakesPartIn.Any(organization => organization.Kind == Organization && Same(organization.Id)),
        OwnerTestKind.SubmittedBy => Same(owner.SubmittedBy),
        _ => owner.IsUnderReview,
    };

    /// <summary>What is tested only: no TIN, no NPI.</summary>
    public override string ToString() => Kind.ToString();

    private bool Same(string? id) => string.Equals(Id, id, StringComparison.Ordinal);
}
