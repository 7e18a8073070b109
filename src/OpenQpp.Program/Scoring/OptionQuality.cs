using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Quality under each reporting option.</summary>
internal static class OptionQuality
{
    public static QualityCategoryScore For(Submission submission, CaseOption option, QualitySubmission quality, Participant participant, YearLaw law) => option.Reporting switch
    {
        ReportingOption.Mvp => MvpQuality.For(quality, law.Catalogue.Pathways[option.Program], submission.RegistrationFor(option.Program), participant, law),
        ReportingOption.App => AppQuality.For(quality, law.Catalogue.AppMeasures(option.Program), participant with { Program = option.Program }, law),
        ReportingOption.ApmScoringStandard => ApmScoringStandardQuality.For(
            quality,
            ApmModels.ReportsWebInterface(submission),
            submission.Profile.ApmEntity?.QualityPercent,
            participant,
            law),
        _ => QualityMechanisms.For(quality, participant, law),
    };

    /// <summary>The registration of a participant for a pathway, where it is known.</summary>
    private static RegisteredMvp? RegistrationFor(this Submission submission, string pathway) =>
        submission.Profile.RegisteredMvp is { } registered && string.Equals(registered.MvpId, pathway, StringComparison.Ordinal) ? registered : null;
}
