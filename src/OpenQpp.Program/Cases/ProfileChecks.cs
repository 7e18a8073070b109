using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks the profile: words of the year, and figures that can be.</summary>
internal static class ProfileChecks
{
    public static void Check(Submission submission, YearLaw law, ProblemList problems)
    {
        var (profile, root) = (submission.Profile, submission.Root);
        CheckClinicianTypes(profile, root, law, problems);
        CheckReweighted(profile.Reweighted, submission.EntityType, root, "reweighted", law, problems);
        CheckReweighted(profile.AffiliatedGroup?.Reweighted, ParticipationOption.Group, root, "affiliatedGroup.reweighted", law, problems);
        CheckComplexPatient(profile.ComplexPatient, root, "complexPatient", problems);
        CheckComplexPatient(profile.AffiliatedGroup?.ComplexPatient, root, "affiliatedGroup.complexPatient", problems);
        CheckPriorYear(profile.PriorYear, root, problems);
        CheckActivityParticipation(profile, root, law, problems);
        if (profile.EligibleClinicians is < 1)
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, $"{root}.profile.eligibleClinicians", "A participant has at least one eligible clinician. Correct the number or leave it out.");
        }

        if (profile.CehrtEdition is { } edition && edition is not ("2014" or "2015" or "both"))
        {
            problems.Add(ProblemCode.UNKNOWN_WORD, $"{root}.profile.cehrtEdition", "The edition is 2014, 2015 or both.");
        }
    }

    private static void CheckClinicianTypes(Profile profile, string root, YearLaw law, ProblemList problems)
    {
        for (var index = 0; index < (profile.ClinicianTypes?.Length ?? 0); index++)
        {
            var type = profile.ClinicianTypes![index];
            string Place() => $"{root}.profile.clinicianTypes[{index}]";
            if (law.Reweighting.ClinicianType(type) is not { } known)
            {
                problems.Add(
                    ProblemCode.UNKNOWN_WORD,
                    Place(),
                    $"'{ShownText.Of(type)}' is no clinician type. Known are {string.Join(", ", law.Reweighting.ClinicianTypes.Select(one => one.Name))}.");
            }
            else if (!known.Eligible)
            {
                problems.Add(ProblemCode.CLINICIAN_TYPE_NOT_IN_YEAR, Place(), $"The type '{type}' was not MIPS eligible in {law.Name}. Leave it out.");
            }
        }
    }

    private static void CheckReweighted(ReweightedCategory[]? reweighted, ParticipationOption option, string root, string part, YearLaw law, ProblemList problems)
    {
        if (reweighted is not { Length: > 0 })
        {
            return;
        }

        for (var index = 0; index < reweighted.Length; index++)
        {
            var given = reweighted[index];
            string Place() => $"{root}.profile.{part}[{index}]";
            var isWord = ReweightingWords.All.Contains(given.Reason, StringComparer.Ordinal);
            var trigger = isWord ? law.Reweighting.Find(given.Reason, given.Category) : null;
            if (!isWord)
            {
                problems.Add(
                    ProblemCode.UNKNOWN_WORD,
                    $"{Place()}.reason",
                    $"'{ShownText.Of(given.Reason)}' is no reason for reweighting. Known are {string.Join(", ", ReweightingWords.All)}.");
            }
            else if (trigger is null || (trigger.GroupsOnly && option == ParticipationOption.Individual))
            {
                problems.Add(
                    ProblemCode.REWEIGHTING_NOT_IN_YEAR,
                    Place(),
                    $"In {law.Name}, '{given.Reason}' does not reweight {given.Category.Title()} for this participant. Remove the entry or correct category or reason.");
            }
            else if (reweighted.AsSpan(0, index).Contains(given))
            {
                problems.Add(ProblemCode.DUPLICATE_REWEIGHTING, Place(), "The same category stands twice with the same reason. Remove one entry.");
            }
        }
    }

    private static void CheckComplexPatient(ComplexPatient? patients, string root, string part, ProblemList problems)
    {
        if (patients?.AverageHccRiskScore is < 0m)
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, $"{root}.profile.{part}.averageHccRiskScore", "An average HCC risk score is not negative. Correct it.");
        }

        if (patients?.DualEligibleRatio is < 0m or > 1m)
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, $"{root}.profile.{part}.dualEligibleRatio", "The dual eligible ratio lies between 0 and 1. Send 0.4 for 40 percent.");
        }

        CheckReference(patients?.Reference?.Hcc, root, part, "hcc", problems);
        CheckReference(patients?.Reference?.Dual, root, part, "dual", problems);
    }

    private static void CheckReference(IndicatorReference? reference, string root, string part, string indicator, ProblemList problems)
    {
        if (reference is { StandardDeviation: <= 0m })
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, $"{root}.profile.{part}.reference.{indicator}.standardDeviation", "A standard deviation is above 0. Correct it, or leave the reference out.");
        }
    }

    private static void CheckPriorYear(PriorYear? prior, string root, ProblemList problems)
    {
        void Percent(decimal? value, string field)
        {
            if (value is < 0m or > 100m)
            {
                problems.Add(ProblemCode.PERCENT_OUT_OF_RANGE, $"{root}.profile.priorYear.{field}", "A category score lies between 0 and 100 percent. Send 52.5 for 52.5 percent.");
            }
        }

        Percent(prior?.QualityAchievementPercent, "qualityAchievementPercent");
        Percent(prior?.CostPercent, "costPercent");
        Percent(prior?.QualityCategoryPercent, "qualityCategoryPercent");
        Percent(prior?.CostCategoryPercent, "costCategoryPercent");
    }

    private static void CheckActivityParticipation(Profile profile, string root, YearLaw law, ProblemList problems)
    {
        foreach (var participation in profile.ActivityParticipation ?? [])
        {
            var place = $"{root}.profile.activityParticipation.{ShownText.Of(participation.ActivityId)}";
            if (!law.Catalogue.Activities.ContainsKey(participation.ActivityId))
            {
                problems.Add(ProblemCode.UNKNOWN_MEASURE, place, $"There is no such activity in {law.Year.Year}. Correct the id.");
            }

            if (participation.Participating < 0 || participation.Billing < 1 || participation.Participating > participation.Billing)
            {
                problems.Add(ProblemCode.IMPOSSIBLE_COUNT, place, "Between 0 and all billing clinicians can have done an activity. Correct 'participating' or 'billing'.");
            }
        }
    }
}
