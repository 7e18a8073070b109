using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What the rules know of a participant, from the profile of a case.</summary>
internal static class Participants
{
    public static Participant Of(Submission submission)
    {
        var profile = submission.Profile;
        var isIndividual = submission.EntityType == ParticipationOption.Individual;
        return Participant.Of(submission.EntityType, profile.SpecialStatuses) with
        {
            ClinicianTypes = profile.ClinicianTypes ?? [],
            EligibleClinicians = profile.EligibleClinicians,
            ApmParticipation = profile.ApmParticipation ?? false,
            AutomaticExtremeCircumstances = isIndividual && (profile.AutomaticExtremeCircumstances ?? false),
            Reweighted = profile.Reweighted ?? [],
            CahpsSampleMissed = profile.Cahps is { Registered: true, SamplingMinimumMet: false },
            QualityFullParticipation = profile.QualityFullParticipation,
            PriorYear = profile.PriorYear,
            CehrtEdition = profile.CehrtEdition,
            ActivityParticipation = profile.ActivityParticipation ?? [],
            ComplexPatient = profile.ComplexPatient,
        };
    }
}
