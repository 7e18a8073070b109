using System.Globalization;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>
/// The supplemental report of cost, a row for each measure that was computed, also those that did not count. What CMS breaks down by kind
/// of service is not published and so not in it. The layout is ours.
/// </summary>
internal static class SupplementalCostFile
{
    private static readonly string[] Header =
    [
        "Performance Year", "Entity Type", "TIN", "NPI", "Measure ID", "Measure Title", "Case Count", "Case Minimum", "Measure Score Dollars", "National Average Dollars",
        "Mean Observed To Expected Ratio", "Benchmark Decile", "Achievement Points", "Scored", "Reason Not Scored",
    ];

    /// <summary>Writes it; without a model the head alone.</summary>
    /// <param name="csv">Takes the rows.</param>
    /// <param name="model">The scored case; null where there is none.</param>
    public static async Task Write(DownloadRows csv, FeedbackModel? model)
    {
        await csv.Row(Header);
        foreach (var measure in model?.Result.Cost.Measures ?? [])
        {
            var (computed, submission) = (measure.Computed, model!.Submission);
            var average = AverageOf(computed, submission.EntityType);
            await csv.Row(
                model.Year.ToString(CultureInfo.InvariantCulture), submission.EntityType.Word(), submission.TaxpayerIdentificationNumber, submission.NationalProviderIdentifier,
                computed.Measure.Id, computed.Measure.Title, computed.CaseCount.ToString(CultureInfo.InvariantCulture), DownloadCsv.Number(computed.Measure.CaseMinimum.NumberOrNull, 0),
                DownloadCsv.Number(computed.Score, 2), DownloadCsv.Number(average, 2), DownloadCsv.Number(average > 0m ? computed.Score / average : null, 4),
                measure.Decile > 0 ? measure.Decile.ToString(CultureInfo.InvariantCulture) : "", DownloadCsv.Number(measure.Points.NumberOrNull, 4), DownloadCsv.Flag(measure.IsScored), ReasonWords.Text(measure.Reason));
        }
    }

    private static decimal? AverageOf(ComputedCost computed, ParticipationOption level) =>
        level == ParticipationOption.Individual ? computed.Measure.AverageOfIndividuals : computed.Measure.AverageOfGroups;
}
