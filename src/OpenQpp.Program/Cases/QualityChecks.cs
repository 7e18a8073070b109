using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks a quality measurement against the year's catalogue.</summary>
internal static class QualityChecks
{
    public static void Check(Measurement measurement, MeasurementSet set, Submission submission, Place place, YearLaw law, LawBook book, ProblemList problems)
    {
        var (id, method, program) = (measurement.MeasureId, set.SubmissionMethod, submission.ProgramOf(set));
        if (!law.Catalogue.QualityMeasures.TryGetValue(id, out var measure))
        {
            // Claims measures that CMS computes are left out, not refused, in years in which they are not scored.
            if (method == SubmissionMethod.AdministrativeClaims && ClaimsMeasures.IsKnownInAnyYear(id, book))
            {
                ValueForms.AdministrativeClaims(measurement.Value, place.Value, problems);
                return;
            }

            problems.Add(ProblemCode.UNKNOWN_MEASURE, place.At("measureId"), $"There is no quality measure '{ShownText.Of(id)}' in {law.Year.Year}. Correct the id or remove it.");
            return;
        }

        if (!measure.IsOfferedBy(method))
        {
            var offered = string.Join(", ", SubmissionMethods.All.Where(measure.IsOfferedBy).Select(one => one.Word()));
            problems.Add(ProblemCode.MEASURE_NOT_FOR_METHOD, place.At("measureId"), $"{id} cannot be sent by '{method.Word()}' in {law.Year.Year}, only by {offered}. Send it so, or remove it.");
            return;
        }

        if (method == SubmissionMethod.AdministrativeClaims)
        {
            ValueForms.AdministrativeClaims(measurement.Value, place.Value, problems);
            return;
        }

        if (method == SubmissionMethod.CertifiedSurveyVendor && !IsSummaryMeasure(id, submission.EntityType))
        {
            problems.Add(
                ProblemCode.MEASURE_NOT_FOR_PARTICIPANT,
                place.At("measureId"),
                string.Equals(id, CahpsSurvey.MeasureId, StringComparison.Ordinal)
                    ? "Measure 321 is made of the summary measures of the survey. Send those: CAHPS_1, CAHPS_2 and so on."
                    : $"{id} is for accountable care organizations. Send the summary measures of the survey for groups: CAHPS_1, CAHPS_2 and so on.");
            return;
        }

        if (law.Quality.ProgramsChecked.Flag && !IsOfProgram(measure, method, program, law))
        {
            problems.Add(ProblemCode.MEASURE_NOT_FOR_PROGRAM, place.At("measureId"), $"{id} is not offered under program {program} in {law.Year.Year}. Remove it.");
            return;
        }

        if (IsMedicareCqm(id, program, law) && !ApmModels.IsSharedSavingsAco(submission))
        {
            problems.Add(ProblemCode.MEASURE_NOT_FOR_PARTICIPANT, place.At("measureId"), $"{id} is a Medicare CQM, which ACOs of the Shared Savings Program send. Send the measure as an eCQM or a MIPS CQM.");
            return;
        }

        ValueForms.Quality(measurement.Value, measure, method, place.Value, law.Quality, problems);
    }

    /// <summary>Whether a program names the measure; summary measures of the survey come with it, and the Web Interface has its own list.</summary>
    private static bool IsOfProgram(QualityMeasure measure, SubmissionMethod method, string program, YearLaw law) => method switch
    {
        SubmissionMethod.CertifiedSurveyVendor when program is not Programs.TraditionalMips => true,
        SubmissionMethod.CmsWebInterface when program is not Programs.TraditionalMips => law.Catalogue.WebInterfaceMeasures.Contains(measure.Id, StringComparer.Ordinal),
        _ => measure.Programs is { } programs && Array.IndexOf(programs, program) >= 0,
    };

    /// <summary>A Medicare CQM has an id of its own beside that of the measure whose place it takes.</summary>
    private static bool IsMedicareCqm(string id, string program, YearLaw law)
    {
        foreach (var measure in law.Catalogue.AppMeasures(program))
        {
            if (Array.IndexOf(measure.Forms, id) >= 0 && !string.Equals(measure.Id, id, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A summary measure of the survey: CAHPS_ and a number, of an ACO also CAHPS_ACO_ and a number.</summary>
    private static bool IsSummaryMeasure(string id, ParticipationOption participant) =>
        IsNumbered(id, "CAHPS_") || (participant == ParticipationOption.ApmEntity && IsNumbered(id, "CAHPS_ACO_"));

    private static bool IsNumbered(string id, string prefix) =>
        id.StartsWith(prefix, StringComparison.Ordinal) && id.AsSpan(prefix.Length) is { IsEmpty: false } number && !number.ContainsAnyExceptInRange('0', '9');
}
