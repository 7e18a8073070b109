using System.Globalization;

namespace OpenQpp.Web;

/// <summary>Download PI Scores: what each TIN of an APM Entity brought to the entity's Promoting Interoperability score.</summary>
internal static class InteroperabilityFile
{
    private static readonly string[] Header =
    [
        "Performance Year", "APM Entity ID", "APM Entity Name", "TIN", "Clinicians", "PI Score Source", "Individual PI Score", "Group PI Score", "Score Used", "Included In Average",
        "Optional Public Health Measure Reported", "Entity PI Score",
    ];

    public static async Task Write(DownloadCsv csv, FeedbackModel model)
    {
        await csv.Row(Header);
        var entity = model.Result[Vocabulary.PerformanceCategory.PromotingInteroperability].Percent.NumberOrNull;
        foreach (var participant in model.Submission.Profile.ApmEntity?.PiParticipants ?? [])
        {
            var used = participant.IndividualPoints is null ? participant.GroupPoints : participant.GroupPoints is null ? participant.IndividualPoints : decimal.Max(participant.IndividualPoints.Value, participant.GroupPoints.Value);
            var source = used is null ? participant.Excepted ? "Reweighted" : "None" : used == participant.IndividualPoints ? "Individual" : "Group";
            await csv.Row(
                model.Year.ToString(CultureInfo.InvariantCulture), model.Identifiers[0].Value, model.Name, participant.Tin, participant.Clinicians.ToString(CultureInfo.InvariantCulture), source,
                DownloadCsv.Number(participant.IndividualPoints, 2), DownloadCsv.Number(participant.GroupPoints, 2), DownloadCsv.Number(used ?? (participant.Excepted ? null : 0m), 2),
                DownloadCsv.Flag(!participant.Excepted), DownloadCsv.Flag(participant.OptionalPublicHealth), DownloadCsv.Number(entity, 2));
        }
    }
}
