using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Which sets a participant may send in a year under a program.</summary>
internal static class SetPermissions
{
    /// <summary>Why a set may not be sent; null where it may.</summary>
    /// <param name="set">The set.</param>
    /// <param name="submission">The case.</param>
    /// <param name="law">The law of the year.</param>
    public static string? WhyNot(MeasurementSet set, Submission submission, YearLaw law) => set.Category switch
    {
        PerformanceCategory.Quality => WhyNotQuality(set.SubmissionMethod, submission.ProgramOf(set), submission, law),
        PerformanceCategory.PromotingInteroperability when submission.EntityType == ParticipationOption.ApmEntity && law.ApmEntity.OwnInteroperability == OwnInteroperabilityMethod.None =>
            $"In {law.Year.Year} Promoting Interoperability of an APM Entity comes from its participants. Remove the set; give profile.apmEntity.piParticipants.",
        _ => null,
    };

    /// <summary>Whether a set of the same category, submission method and program is among others.</summary>
    /// <param name="others">The others.</param>
    /// <param name="set">The set.</param>
    /// <param name="submission">The case.</param>
    public static bool ContainsSame(this ReadOnlySpan<MeasurementSet> others, MeasurementSet set, Submission submission)
    {
        foreach (var other in others)
        {
            if (other.Category == set.Category
                && other.SubmissionMethod == set.SubmissionMethod
                && (set.SubmissionMethod == SubmissionMethod.AdministrativeClaims || string.Equals(submission.ProgramOf(other), submission.ProgramOf(set), StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static string? WhyNotQuality(SubmissionMethod method, string program, Submission submission, YearLaw law)
    {
        var (quality, profile, participant) = (law.Quality, submission.Profile, submission.EntityType);
        var isIndividual = participant == ParticipationOption.Individual;
        var isApp = program is Programs.App or Programs.AppPlus;
        if (participant == ParticipationOption.ApmEntity
            && CaseOption.HasScoringStandard(law)
            && method is not (SubmissionMethod.CmsWebInterface or SubmissionMethod.CertifiedSurveyVendor or SubmissionMethod.AdministrativeClaims))
        {
            return "Under the APM scoring standard an APM Entity reports quality through the CMS Web Interface and the survey. Remove the set.";
        }

        return method switch
        {
            SubmissionMethod.Claims when isApp =>
                "The APM Performance Pathway takes eCQMs and MIPS CQMs, no Part B claims measures. Remove the set.",
            SubmissionMethod.Claims when quality.ClaimsSmallPracticesOnly.Flag && !(profile.SpecialStatuses ?? SpecialStatus.None).Has(SpecialStatus.SmallPractice) =>
                $"In {law.Year.Year} only small practices may send Part B claims measures. Remove the set, or add smallPractice to profile.specialStatuses if it is one.",
            SubmissionMethod.CmsWebInterface when isIndividual =>
                "The CMS Web Interface is for groups, virtual groups and APM Entities. Remove the set.",
            SubmissionMethod.CmsWebInterface when !OffersWebInterface(program, isApp, submission, law) =>
                $"There was no CMS Web Interface for this participant under program {program} in {law.Year.Year}. Remove the set.",
            SubmissionMethod.CmsWebInterface when profile.EligibleClinicians is { } clinicians && clinicians < quality.WebInterfaceClinicians?.Number =>
                $"The CMS Web Interface is for groups of {quality.WebInterfaceClinicians.Number} or more eligible clinicians. Remove the set.",
            SubmissionMethod.CertifiedSurveyVendor when isIndividual =>
                "The CAHPS for MIPS survey is for groups, virtual groups, subgroups and APM Entities. Remove the set.",
            SubmissionMethod.CertifiedSurveyVendor when law.Catalogue.Pathways.TryGetValue(program, out var pathway) && !pathway.HasSurvey =>
                $"The survey is no measure of {program} in {law.Year.Year}. Remove the set.",
            _ => null,
        };
    }

    private static bool OffersWebInterface(string program, bool isApp, Submission submission, YearLaw law) =>
        isApp ? law.Quality.AppWebInterface switch
        {
            AppWebInterfaceMethod.Groups => true,
            AppWebInterfaceMethod.SharedSavingsEntities => ApmModels.IsSharedSavingsAco(submission),
            _ => false,
        }
        : program is Programs.TraditionalMips && law.Quality.WebInterfaceOffered.Flag;
}
