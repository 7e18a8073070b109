using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks the measurement sets of a case against the year's catalogue.</summary>
internal sealed class SetChecks(Submission submission, YearLaw law, LawBook book, ProblemList problems)
{
    public void Check()
    {
        var seen = 0UL;
        foreach (var set in submission.MeasurementSets)
        {
            var path = new Place(submission.Root, set.Index);
            var bit = 1UL << (((int)set.Category * SubmissionMethods.All.Count) + (int)set.SubmissionMethod);
            if ((seen & bit) != 0)
            {
                problems.Add(ProblemCode.DUPLICATE_SET, path.ToString(), "A set of this category and submission method stands before. Join the two, or keep the one that counts.");
            }

            seen |= bit;

            CheckPeriod(set, path);
            if (IsAllowed(set, path))
            {
                CheckMeasurements(set, path);
            }
        }
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

        if (set.Category != PerformanceCategory.Quality || WhyNot(method) is not { } why)
        {
            return true;
        }

        problems.Add(ProblemCode.SET_NOT_ALLOWED, path.ToString(), why);
        return false;
    }

    private static string Instead(PerformanceCategory category) => category == PerformanceCategory.Cost
        ? "Cost is computed by CMS: send it as administrativeClaims."
        : "Send registry or electronicHealthRecord.";

    private string? WhyNot(SubmissionMethod method)
    {
        var (quality, profile) = (law.Quality, submission.Profile);
        var isIndividual = submission.EntityType == ParticipationOption.Individual;
        return method switch
        {
            SubmissionMethod.Claims when quality.ClaimsSmallPracticesOnly.Flag && !(profile.SpecialStatuses ?? SpecialStatus.None).Has(SpecialStatus.SmallPractice) =>
                $"In {law.Year.Year} only small practices may send Part B claims measures. Remove the set, or add smallPractice to profile.specialStatuses if it is one.",
            SubmissionMethod.CmsWebInterface when !quality.WebInterfaceOffered.Flag =>
                $"There was no CMS Web Interface in traditional MIPS in {law.Year.Year}. Remove the set.",
            SubmissionMethod.CmsWebInterface when isIndividual =>
                "The CMS Web Interface is for groups and virtual groups. Remove the set.",
            SubmissionMethod.CmsWebInterface when profile.EligibleClinicians is { } clinicians && clinicians < quality.WebInterfaceClinicians!.Number =>
                $"The CMS Web Interface is for groups of {quality.WebInterfaceClinicians!.Number} or more eligible clinicians. Remove the set.",
            SubmissionMethod.CertifiedSurveyVendor when isIndividual =>
                "The CAHPS for MIPS survey is for groups and virtual groups. Remove the set.",
            _ => null,
        };
    }

    private void CheckMeasurements(MeasurementSet set, Place path)
    {
        if (set is { Category: PerformanceCategory.Quality, SubmissionMethod: SubmissionMethod.ElectronicHealthRecord, CehrtId: null } && law.Quality.EcqmNeedsCehrtId.Flag)
        {
            problems.Add(ProblemCode.CEHRT_ID_MISSING, path.At("cehrtId"), $"From {law.Year.Year} on an eCQM set carries a CEHRT ID. Add it.");
        }

        var seen = new SeenTexts();
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
                    QualityChecks.Check(measurement, set.SubmissionMethod, place, law, book, problems);
                    break;
                case PerformanceCategory.Cost:
                    CheckCost(measurement, place);
                    break;
                case PerformanceCategory.ImprovementActivities:
                    CheckActivity(measurement, place);
                    break;
                default:
                    CheckInteroperability(measurement, place);
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

    private void CheckInteroperability(Measurement measurement, Place place)
    {
        if (law.Catalogue.Interoperability.Find(measurement.MeasureId) is not { } measure)
        {
            Unknown(measurement, place, "Promoting Interoperability measure");
        }
        else if (measure.Programs is { } programs && !programs.Contains(OptionChecks.TraditionalMips, StringComparer.Ordinal))
        {
            problems.Add(ProblemCode.MEASURE_NOT_FOR_PROGRAM, place.At("measureId"), $"{measure.Id} is not offered under traditional MIPS in {law.Year.Year}. Remove it.");
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
