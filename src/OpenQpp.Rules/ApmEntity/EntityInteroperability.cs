using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The Promoting Interoperability score of an APM Entity: its own submission where one counts, else that of its clinicians.</summary>
/// <param name="Own">The entity's own submission that counts, or null.</param>
/// <param name="Percent">Category score, percent; without value where every clinician is excepted.</param>
/// <param name="HasParticipantData">Points of a participant who is not excepted make the score.</param>
[Cfr("414.1317(b)(1)")]
public sealed record EntityInteroperability(InteroperabilityScore? Own, Finding Percent, bool HasParticipantData)
{
    private static readonly Label OwnLabel = new("Promoting Interoperability performance category score", Unit.Percent, "414.1317(b)(1)", "the entity's own submission counts: {v} %");

    /// <summary>The score.</summary>
    /// <param name="sets">Sets of the entity itself.</param>
    /// <param name="rows">Its participants; none where none are given.</param>
    /// <param name="participant">The entity.</param>
    /// <param name="law">The law of the year.</param>
    public static EntityInteroperability For(
        IReadOnlyList<InteroperabilityAnswers> sets,
        IReadOnlyList<RollUpParticipant> rows,
        Participant participant,
        YearLaw law)
    {
        var counting = sets.Where(set => law.ApmEntity.OwnInteroperability switch
        {
            OwnInteroperabilityMethod.Any => set.HasData,
            OwnInteroperabilityMethod.Qualifying => InteroperabilityRequirements.IsQualifying(set, law),
            _ => false,
        }).ToArray();
        return InteroperabilityScore.For(counting, participant, law) is { } own
            ? new(own, Finding.Taken(OwnLabel, null, own.Percent), false)
            : new(null, InteroperabilityRollUp.For(rows, participant.IsSharedSavingsAco, law), rows.Any(row => HasPoints(row)));
    }

    private static bool HasPoints(RollUpParticipant row) => !row.IsExcepted && (row.IndividualPoints ?? row.GroupPoints) is not null;
}
