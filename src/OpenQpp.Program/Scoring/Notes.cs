using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What the reader of a result should know: provisional benchmarks, parts without effect, what could not be known.</summary>
internal static class Notes
{
    public static List<Problem> Of(
        Submission submission,
        QualityCategoryScore quality,
        CostCategoryScore cost,
        ImprovementActivitiesScore activities,
        Finding complexPatientBonus,
        YearLaw law)
    {
        var notes = new List<Problem>();
        if (submission.EntityType != ParticipationOption.Individual && (submission.Profile.AutomaticExtremeCircumstances ?? false))
        {
            notes.Add(new(ProblemCode.NO_EFFECT, $"{submission.Root}.profile.automaticExtremeCircumstances", "The automatic extreme and uncontrollable circumstances policy is for individuals; it has no effect here. Groups apply for it."));
        }

        if (submission.Profile.Facility is { } facility)
        {
            AddFacility(notes, facility, submission, law, $"{submission.Root}.profile.facility");
        }

        if (complexPatientBonus.Kind == ValueKind.NotKnown)
        {
            notes.Add(new(ProblemCode.BONUS_NOT_KNOWN, $"{submission.Root}.profile.complexPatient.reference", "The complex patient bonus is not known without median, mean and standard deviation of the population; it adds 0 to the final score. Give the reference to have it computed."));
        }

        List<string>? provisional = null;
        foreach (var result in quality.Measures)
        {
            if (result.Measure.Benchmark is { IsProvisional: true })
            {
                (provisional ??= []).Add(result.Measure.Id);
            }
        }

        foreach (var measure in cost.Measures)
        {
            if (measure.Computed.Measure.Benchmark is { IsProvisional: true })
            {
                (provisional ??= []).Add(measure.Computed.Measure.Id);
            }
        }

        if (provisional is not null)
        {
            notes.Add(new(ProblemCode.PROVISIONAL_BENCHMARK, submission.Root, $"CMS has not published the benchmarks of {string.Join(", ", provisional)} for this year; stand-ins were used. Score again when they are out."));
        }

        foreach (var activity in activities.Activities)
        {
            if (activity.Reason is "periodTooShort" or "notInProgram" or "tooFewClinicians" or "notAttested")
            {
                notes.Add(new(ProblemCode.ACTIVITY_NOT_COUNTED, submission.Root, $"{activity.Activity.Id} is not counted: {WhyNot(activity.Reason)}."));
            }
        }

        return notes;
    }

    private static string WhyNot(string reason) => reason switch
    {
        "periodTooShort" => "its period is too short",
        "notInProgram" => "it does not count under this program",
        "tooFewClinicians" => "too few clinicians of the group did it",
        _ => "it was answered no",
    };

    private static void AddFacility(List<Problem> notes, Facility facility, Submission submission, YearLaw law, string path)
    {
        if (!FacilityBasedParticipation.IsOpenTo(submission.EntityType, submission.Profile.SpecialStatuses, law))
        {
            notes.Add(new(ProblemCode.NO_EFFECT, path, $"The participant is not scored facility-based in {law.Year.Year}: the year, the kind of participant or its special statuses do not know it."));
        }
        else if (FacilityBasedScore.For(facility) is null)
        {
            notes.Add(new(ProblemCode.FACILITY_SCORE_NOT_KNOWN, path, "The facility-based score is not known without the quality and cost percents at the hospital's percentile. Give both to have it compared."));
        }
    }
}
