using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What was taken because a case does not say it: only parts on which the score of this participant could depend.</summary>
internal static class Assumptions
{
    private const string NotGiven = "not given";
    private static readonly string[] Nothing = [];
    private static readonly object No = false;
    private static readonly object Yes = true;

    public static IReadOnlyList<Assumption> Of(Submission submission, CaseOption option, SubmittedSets sets, YearLaw law)
    {
        var (profile, assumed) = (submission.Profile, new List<Assumption>(8));
        var isIndividual = submission.EntityType == ParticipationOption.Individual;
        void Add(bool isMissing, string what, object? value, string why = NotGiven)
        {
            if (isMissing)
            {
                assumed.Add(new(what, value, why));
            }
        }

        Add(profile.ClinicianTypes is null && law.Reweighting.Knows(ReweightingReasons.ClinicianType), "profile.clinicianTypes", Nothing);
        Add(profile.EligibleClinicians is null && DependsOnSize(sets, isIndividual, law), "profile.eligibleClinicians", null, "not given; taken to be enough, for a small practice too few");
        Add(profile.SpecialStatuses is null, "profile.specialStatuses", Nothing);
        Add(profile.ApmParticipation is null && option.Reporting is ReportingOption.Traditional or ReportingOption.Mvp, "profile.apmParticipation", submission.EntityType == ParticipationOption.ApmEntity ? Yes : No);
        Add(profile.Reweighted is null, "profile.reweighted", Nothing);
        Add(isIndividual && profile.AutomaticExtremeCircumstances is null && law.Reweighting.Knows(ReweightingReasons.AutomaticExtremeCircumstances), "profile.automaticExtremeCircumstances", No);
        var isSubgroup = submission.EntityType == ParticipationOption.Subgroup;
        Add(isSubgroup && profile.AffiliatedGroup is null, "profile.affiliatedGroup", null, "not given; nothing that CMS computes of the group is scored, and nothing of it reweights the subgroup");
        Add((isSubgroup ? profile.AffiliatedGroup?.ComplexPatient : profile.ComplexPatient) is null && law.FinalScore.ComplexPatientBonusMethod != ComplexPatientBonusMethod.None, isSubgroup ? "profile.affiliatedGroup.complexPatient" : "profile.complexPatient", null, "not given; the bonus is 0");
        Add(profile.PriorYear is null && law.Quality.ImprovementMaximum is not null, "profile.priorYear", null, "not given; no improvement is scored");
        Add(DependsOnSurvey(submission, sets, law), "profile.cahps", null, "not given; taken as not registered for the survey");
        Add(profile.CehrtEdition is null && sets.Interoperability.Length > 0 && law.PromotingInteroperability.Method == InteroperabilityMethod.BasePerformanceBonus, "profile.cehrtEdition", "both");
        Add(!sets.HasCost && submission.EntityType != ParticipationOption.ApmEntity && WeighsCost(option, law), "measurementSets, cost", Nothing, "not given; cost is weighted zero as not scorable");
        Add(sets.Quality.AdministrativeClaims.Length == 0 && AppliesToClaims(isIndividual, law), "measurementSets, quality of administrative claims", Nothing, "not given; no such measure is scored");
        AddOption(submission, option, assumed, law);
        AddPeriods(submission, option, assumed, law);
        return assumed;
    }

    private static bool DependsOnSize(SubmittedSets sets, bool isIndividual, YearLaw law) =>
        sets.Quality.WebInterface is not null || (!isIndividual && AnyAsksForSize(sets.Quality.AdministrativeClaims, law));

    private static bool AnyAsksForSize(ReportedMeasure[] claims, YearLaw law) =>
        claims.Any(measure => law.Catalogue.AdministrativeClaims.TryGetValue(measure.Measure.Id, out var known) && known.Groups && known.Clinicians.Number > 1m);

    private static bool DependsOnSurvey(Submission submission, SubmittedSets sets, YearLaw law) =>
        submission is { EntityType: not ParticipationOption.Individual, Profile.Cahps: null }
        && law.Quality.CahpsSamplingMostMeasures is { } most
        && sets.Quality is { Survey.Length: 0, WebInterface: null } quality
        && quality.Submitted.Length > 0
        && quality.Submitted.Select(measure => measure.Measure.Id).Distinct(StringComparer.Ordinal).Count() <= most.Number;

    private static bool WeighsCost(CaseOption option, YearLaw law) =>
        law.Weights.Find(option.WeightsTable, smallPractice: false, CategorySet.None)!.Weighing.Has(PerformanceCategory.Cost)
        && !law.Reweighting.ForEverybody.Has(PerformanceCategory.Cost);

    private static bool AppliesToClaims(bool isIndividual, YearLaw law)
    {
        foreach (var measure in law.Catalogue.AdministrativeClaims.Values)
        {
            if (isIndividual ? measure.Individuals : measure.Groups)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a pathway or an APM Entity asks for beside.</summary>
    private static void AddOption(Submission submission, CaseOption option, List<Assumption> assumed, YearLaw law)
    {
        var profile = submission.Profile;
        if (option.Reporting == ReportingOption.Mvp && profile.RegisteredMvp is null)
        {
            assumed.Add(new("profile.registeredMvp", option.Program, "not given; taken as registered for the pathway, without an outcome measure from claims"));
        }

        if (option.Reporting == ReportingOption.Mvp && MvpQuality.IsChosenAtRegistration(law) && profile.RegisteredMvp?.PopulationHealthMeasureId is null)
        {
            assumed.Add(new("profile.registeredMvp.populationHealthMeasureId", null, "not given; the better population health measure is scored"));
        }

        if (submission.EntityType == ParticipationOption.ApmEntity)
        {
            if (profile.ApmEntity?.Model is null)
            {
                assumed.Add(new("profile.apmEntity.model", "sharedSavingsProgram", NotGiven));
            }

            if (profile.ApmEntity?.PiParticipants is null)
            {
                assumed.Add(new("profile.apmEntity.piParticipants", Nothing, "not given; without an own submission Promoting Interoperability scores 0"));
            }
        }
    }

    private static void AddPeriods(Submission submission, CaseOption option, List<Assumption> assumed, YearLaw law)
    {
        foreach (var set in submission.MeasurementSets)
        {
            if (!string.Equals(submission.ProgramOf(set), option.Program, StringComparison.Ordinal))
            {
                continue;
            }

            if (set.SubmissionMethod == SubmissionMethod.AdministrativeClaims || set.Category == PerformanceCategory.PromotingInteroperability)
            {
                continue;
            }

            void Add(DateOnly? given, string field, DateOnly taken)
            {
                if (given is null)
                {
                    assumed.Add(new(
                        $"measurementSets[{set.Index.ToString(CultureInfo.InvariantCulture)}].{field}",
                        taken.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        "not given; the whole year"));
                }
            }

            Add(set.PerformanceStart, "performanceStart", law.Year.FirstDay);
            Add(set.PerformanceEnd, "performanceEnd", law.Year.LastDay);
        }
    }
}
