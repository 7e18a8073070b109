using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What the clinicians of one TIN bring to the Promoting Interoperability score of their APM Entity, 414.1317(b)(1).</summary>
/// <param name="Participant">The TIN as it was given.</param>
/// <param name="Source">Whose submission gives the points; null where nobody's does, or where the clinicians are excepted.</param>
/// <param name="Points">Points of each of its clinicians; null where they are excepted and left out of the average.</param>
public sealed record ParticipantInteroperability(PiParticipant Participant, ParticipationOption? Source, decimal? Points)
{
    /// <summary>The rows of an APM Entity, in the order of its case; none for anybody else.</summary>
    /// <param name="submission">The case.</param>
    /// <param name="law">The law of its year.</param>
    public static IReadOnlyList<ParticipantInteroperability> Of(Submission submission, YearLaw law)
    {
        var isSharedSavings = ApmModels.IsSharedSavingsAco(submission);
        var individualCounts = InteroperabilityRollUp.IndividualPointsCount(isSharedSavings, law);
        return [.. (submission.Profile.ApmEntity?.PiParticipants ?? []).Zip(Participants.RollUpRows(submission), (given, row) =>
        {
            if (row.IsExcepted)
            {
                return new ParticipantInteroperability(given, null, null);
            }

            var points = InteroperabilityRollUp.PointsOf(row, isSharedSavings, law).Number;
            ParticipationOption? source = row.GroupPoints == points ? ParticipationOption.Group
                : individualCounts && row.IndividualPoints == points ? ParticipationOption.Individual
                : null;
            return new(given, source, points);
        })];
    }
}
