using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks the measurement sets of a case against the year's catalogue.</summary>
internal sealed class SetChecks(Submission submission, YearLaw law, LawBook book, ProblemList problems)
{
    private readonly SeenTexts seen = new();

    public void Check()
    {
        Check(submission.MeasurementSets, submission.Root, isOfGroup: false);
        if (submission is { EntityType: ParticipationOption.Subgroup, Profile.AffiliatedGroup: { } group })
        {
            Check(group.MeasurementSets, $"{submission.Root}.profile.affiliatedGroup", isOfGroup: true);
        }
    }

    private void Check(MeasurementSet[] sets, string root, bool isOfGroup)
    {
        for (var index = 0; index < sets.Length; index++)
        {
            var (set, path) = (sets[index], new Place(root, sets[index].Index));
            if (sets.AsSpan(0, index).ContainsSame(set, submission))
            {
                problems.Add(ProblemCode.DUPLICATE_SET, path.ToString(), "A set of this category, submission method and program stands before. Join the two, or keep the one that counts.");
            }

            CheckPeriod(set, path);
            if (IsAllowed(set, path) && IsOfRightParticipant(set, path, isOfGroup))
            {
                CheckMeasurements(set, path);
            }
        }
    }

    /// <summary>What CMS computed for a subgroup comes from its affiliated group, and nothing else does.</summary>
    private bool IsOfRightParticipant(MeasurementSet set, Place path, bool isOfGroup)
    {
        if (submission.EntityType != ParticipationOption.Subgroup || isOfGroup == (set.SubmissionMethod == SubmissionMethod.AdministrativeClaims))
        {
            return true;
        }

        problems.Add(
            ProblemCode.SET_NOT_ALLOWED,
            path.ToString(),
            isOfGroup
                ? "Of the affiliated group only what CMS computed from claims is taken. Remove the set, or move it to the subgroup."
                : "What CMS computed for a subgroup is that of its group. Move the set to profile.affiliatedGroup.measurementSets.");
        return false;
    }

    private void CheckPeriod(MeasurementSet set, Place path)
    {
        void Inside(DateOnly? date, string field)
        {
            if (date is { } day && day.Year != law.Year.Year)
            {
                problems.Add(ProblemCode.PERIOD_OUTSIDE_YEAR, path.At(field), $"{day:yyyy-MM-dd} lies outside performance year {law.Year.Year}. Send a date of the year.");
            }
        }

        Inside(set.PerformanceStart, "performanceStart");
        Inside(set.PerformanceEnd, "performanceEnd");
        if (set is { PerformanceStart: { } start, PerformanceEnd: { } end } && end < start)
        {
            problems.Add(ProblemCode.PERIOD_REVERSED, path.At("performanceEnd"), "The performance period ends before it starts. Exchange or correct the dates.");
        }
    }

    /// <summary>Whether this year and this participant may send a set of this category by this method.</summary>
    private bool IsAllowed(MeasurementSet set, Place path)
    {
        var method = set.SubmissionMethod;
        var carries = set.Category switch
        {
            PerformanceCategory.Quality => true,
            PerformanceCategory.Cost => method == SubmissionMethod.AdministrativeClaims,
            _ => method is SubmissionMethod.Registry or SubmissionMethod.ElectronicHealthRecord or SubmissionMethod.CmsWebInterface,
        };
        if (!carries)
        {
            problems.Add(ProblemCode.METHOD_NOT_ALLOWED, path.At("submissionMethod"), $"{set.Category.Title()} cannot be sent by '{method.Word()}'. {Instead(set.Category)}");
            return false;
        }

        if (SetPermissions.WhyNot(set, submission, law) is not { } why)
        {
            return true;
        }

        problems.Add(ProblemCode.SET_NOT_ALLOWED, path.ToString(), why);
        return false;
    }

    private static string Instead(PerformanceCategory category) => category == PerformanceCategory.Cost
        ? "Cost is computed by CMS: send it as administrativeClaims."
        : "Send registry or electronicHealthRecord.";

    private void CheckMeasurements(MeasurementSet set, Place path)
    {
        if (set is { Category: PerformanceCategory.Quality, SubmissionMethod: SubmissionMethod.ElectronicHealthRecord, CehrtId: null } && law.Quality.EcqmNeedsCehrtId.Flag)
        {
            problems.Add(ProblemCode.CEHRT_ID_MISSING, path.At("cehrtId"), $"From {law.Year.Year} on an eCQM set carries a CEHRT ID. Add it.");
        }

        var program = submission.ProgramOf(set);
        seen.Clear();
        foreach (var measurement in set.Measurements)
        {
            var place = path.Of(measurement);
            if (!seen.Add(measurement.MeasureId))
            {
                problems.Add(ProblemCode.DUPLICATE_MEASURE, place.At("measureId"), $"'{ShownText.Of(measurement.MeasureId)}' stands twice in this set. Keep one.");
                continue;
            }

            switch (set.Category)
            {
                case PerformanceCategory.Quality:
                    QualityChecks.Check(measurement, set, submission, place, law, book, problems);
                    break;
                case PerformanceCategory.Cost:
                    CheckCost(measurement, place);
                    break;
                case PerformanceCategory.ImprovementActivities:
                    CheckActivity(measurement, place);
                    break;
                default:
                    CheckInteroperability(measurement, program, place);
                    break;
            }
        }

        if (set.Category == PerformanceCategory.PromotingInteroperability)
        {
            new InteroperabilityChecks(set, path, law, problems).Check();
        }
    }

    private void CheckCost(Measurement measurement, Place place)
    {
        if (!law.Catalogue.CostMeasures.ContainsKey(measurement.MeasureId))
        {
            Unknown(measurement, place, "cost measure");
        }
        else
        {
            ValueForms.Cost(measurement.Value, place.Value, problems);
        }
    }

    private void CheckActivity(Measurement measurement, Place place)
    {
        if (!law.Catalogue.Activities.ContainsKey(measurement.MeasureId))
        {
            Unknown(measurement, place, "improvement activity");
        }
        else
        {
            ValueForms.YesNo(measurement.Value, place.Value, problems);
        }
    }

    private void CheckInteroperability(Measurement measurement, string program, Place place)
    {
        if (law.Catalogue.Interoperability.Find(measurement.MeasureId) is not { } measure)
        {
            Unknown(measurement, place, "Promoting Interoperability measure");
        }
        else if (measure.Programs is { } programs && Array.IndexOf(programs, program) < 0)
        {
            problems.Add(ProblemCode.MEASURE_NOT_FOR_PROGRAM, place.At("measureId"), $"{measure.Id} is not offered under program {program} in {law.Year.Year}. Remove it.");
        }
        else if (measure.IsProportion)
        {
            ValueForms.Proportion(measurement.Value, place.Value, problems);
        }
        else
        {
            ValueForms.YesNo(measurement.Value, place.Value, problems);
        }
    }

    private void Unknown(Measurement measurement, Place place, string what) =>
        problems.Add(
            ProblemCode.UNKNOWN_MEASURE,
            place.At("measureId"),
            $"There is no {what} '{ShownText.Of(measurement.MeasureId)}' in {law.Year.Year}. Correct the id or remove it.");
}
