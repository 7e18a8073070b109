using System.Globalization;
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
        var isSubgroup = submission.EntityType == ParticipationOption.Subgroup;
        return new(submission.EntityType, profile.SpecialStatuses ?? SpecialStatus.None, Participant.SmallPracticeOf(profile.SpecialStatuses))
        {
            ClinicianTypes = profile.ClinicianTypes ?? [],
            EligibleClinicians = profile.EligibleClinicians,
            IsSharedSavingsAco = ApmModels.IsSharedSavingsAco(submission),
            ApmParticipation = profile.ApmParticipation ?? submission.EntityType == ParticipationOption.ApmEntity,
            AutomaticExtremeCircumstances = isIndividual && (profile.AutomaticExtremeCircumstances ?? false),
            Reweighted = isSubgroup ? [.. profile.AffiliatedGroup?.Reweighted ?? [], .. profile.Reweighted ?? []] : profile.Reweighted ?? [],
            CahpsSampleMissed = profile.Cahps is { Registered: true, SamplingMinimumMet: false },
            QualityFullParticipation = profile.QualityFullParticipation,
            PriorYear = isSubgroup ? OfSubgroup(profile.PriorYear) : profile.PriorYear,
            CehrtEdition = profile.CehrtEdition,
            ActivityParticipation = profile.ActivityParticipation ?? [],
            ComplexPatient = isSubgroup ? profile.AffiliatedGroup?.ComplexPatient : profile.ComplexPatient,
        };
    }

    /// <summary>The participants of an APM Entity; sentences call them by their place, never by their TIN.</summary>
    public static IReadOnlyList<RollUpParticipant> RollUpRows(Submission submission) =>
        [.. (submission.Profile.ApmEntity?.PiParticipants ?? []).Select((row, index) => new RollUpParticipant(
            $"participant {(index + 1).ToString(CultureInfo.InvariantCulture)}",
            row.Clinicians,
            row.IndividualPoints,
            row.GroupPoints,
            row.Excepted,
            row.OptionalPublicHealth))];

    /// <summary>A subgroup has improvement in cost only where it is told to be the same as last year's.</summary>
    private static PriorYear? OfSubgroup(PriorYear? prior) => prior is null ? null : prior with { SameIdentifier = prior.SameIdentifier ?? false };
}
