using OpenQpp.Vocabulary;

namespace OpenQpp.Access;

/// <summary>Where a score, or a part of one, comes from.</summary>
/// <param name="Level">The level at which it was earned.</param>
/// <param name="Id">The id of the owner at that level: the association, the practice, the subgroup, the virtual group, the APM Entity.</param>
/// <param name="PracticeId">The practice of an individual, group or subgroup score; null for the others.</param>
public sealed record ScoreSource(ParticipationOption Level, string Id, string? PracticeId = null)
{
    /// <summary>The owner of the score.</summary>
    public OwnerId Owner => new(
        Level switch
        {
            ParticipationOption.Individual => OwnerKind.Clinician,
            ParticipationOption.Group => OwnerKind.Practice,
            ParticipationOption.Subgroup => OwnerKind.Subgroup,
            ParticipationOption.VirtualGroup => OwnerKind.VirtualGroup,
            _ => OwnerKind.ApmEntity,
        },
        Id);

    /// <summary>The level only: no TIN, no NPI.</summary>
    public override string ToString() => Level.Word();
}
