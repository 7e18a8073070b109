using System.Globalization;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Score Submission.CSV: everything that was submitted, also what does not count, with what it earned; the layout is ours.</summary>
internal static class ScoreSubmissionFile
{
    private static readonly string[] Header =
    [
        "Performance Year", "Entity Type", "TIN", "NPI", "Entity ID", "Program", "Category", "Submission Method", "Performance Start", "Performance End", "CEHRT ID",
        "Measure/Activity ID", "Title", "Value", "Numerator", "Denominator", "Performance Met", "Performance Not Met", "Exceptions", "Exclusions", "Eligible Population",
        "Data Completeness %", "Performance Rate", "Benchmark Decile", "Achievement Points", "Max Points", "Counts Toward Category", "Reason Not Counted",
        "Category Score", "Category Weight", "Counts Toward Final Score",
    ];

    /// <summary>The head, once a file.</summary>
    public static Task WriteHeader(DownloadRows csv) => csv.Row(Header);

    /// <summary>A row for each measure or activity of a case.</summary>
    /// <param name="csv">Takes the rows.</param>
    /// <param name="submission">The case.</param>
    /// <param name="result">Its result, with those of the other programs under which data were submitted.</param>
    /// <param name="givesFinalScore">The score is the one that the owner is paid by; null where the reader may not know.</param>
    public static async Task Write(DownloadRows csv, Submission submission, ScoredCase result, bool? givesFinalScore)
    {
        foreach (var set in submission.MeasurementSets)
        {
            var own = ResultOf(submission, set, result);
            var (category, isUsed) = (own[set.Category], ReferenceEquals(own, result));
            foreach (var measurement in set.Measurements)
            {
                var (value, earned) = (measurement.Value, Earned.Of(set, measurement, own));
                await csv.Row(
                    Whole(submission.PerformanceYear), submission.EntityType.Word(), submission.TaxpayerIdentificationNumber, submission.NationalProviderIdentifier, submission.EntityId,
                    submission.ProgramOf(set), set.Category.Word(), set.SubmissionMethod.Word(), Date(set.PerformanceStart), Date(set.PerformanceEnd), set.CehrtId,
                    measurement.MeasureId, earned.Title, value.Answer is { } answer ? DownloadCsv.Flag(answer) : Plain(value.Score), Plain(value.Numerator), Plain(value.Denominator),
                    Plain(value.PerformanceMet), Plain(value.PerformanceNotMet), Plain(value.EligiblePopulationException), Plain(value.EligiblePopulationExclusion), Plain(value.EligiblePopulation ?? value.CaseCount),
                    DownloadCsv.Number(earned.Completeness, 2), DownloadCsv.Number(earned.Rate, 4), earned.Decile > 0 ? Whole(earned.Decile) : "", DownloadCsv.Number(earned.Points, 4), DownloadCsv.Number(earned.Maximum, 2),
                    DownloadCsv.Flag(earned.Counts), ReasonWords.Text(earned.Reason),
                    category.Status == CategoryStatus.Scored ? DownloadCsv.Number(category.Percent.NumberOrNull, 4) : "", DownloadCsv.Number(category.Weight.NumberOrNull, 2), DownloadCsv.Flag(earned.Counts && isUsed ? givesFinalScore : false));
            }
        }
    }

    /// <summary>The result in which a set was scored: that of its program; measures of a participant's own have none in a facility-based one.</summary>
    private static ScoredCase ResultOf(Submission submission, MeasurementSet set, ScoredCase result)
    {
        var (program, isReplaced) = (submission.ProgramOf(set), set.Category is PerformanceCategory.Quality or PerformanceCategory.Cost);
        return result.OtherScores.Select(other => other.Result).Prepend(result).FirstOrDefault(one =>
            (set.SubmissionMethod == SubmissionMethod.AdministrativeClaims || string.Equals(one.Program, program, StringComparison.Ordinal)) && (one.Facility is null || !isReplaced)) ?? result;
    }

    private static string Plain(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
