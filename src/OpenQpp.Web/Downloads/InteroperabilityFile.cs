using System.Globalization;
using OpenQpp.Program;

namespace OpenQpp.Web;

/// <summary>Download PI Scores: what each TIN of an APM Entity brought to the entity's Promoting Interoperability score.</summary>
internal static class InteroperabilityFile
{
    private static readonly string[] Header =
    [
        "Performance Year", "APM Entity ID", "APM Entity Name", "TIN", "Clinicians", "PI Score Source", "Individual PI Score", "Group PI Score", "Score Used", "Included In Average",
        "Optional Public Health Measure Reported", "Entity PI Score",
    ];

    public static async Task Write(DownloadRows csv, FeedbackModel model)
    {
        await csv.Row(Header);
        var entity = model.Result[Vocabulary.PerformanceCategory.PromotingInteroperability].Percent.NumberOrNull;
        foreach (var (participant, from, points) in ParticipantInteroperability.Of(model.Submission, model.Result.Law))
        {
            var source = from is { } level ? OptionWords.Of(level) : points is null ? "Reweighted" : "None";
            await csv.Row(
                model.Year.ToString(CultureInfo.InvariantCulture), model.Identifiers[0].Value, model.Name, participant.Tin, participant.Clinicians.ToString(CultureInfo.InvariantCulture), source,
                DownloadCsv.Number(participant.IndividualPoints, 2), DownloadCsv.Number(participant.GroupPoints, 2), DownloadCsv.Number(points, 2),
                DownloadCsv.Flag(!participant.Excepted), DownloadCsv.Flag(participant.OptionalPublicHealth), DownloadCsv.Number(entity, 2));
        }
    }
}
