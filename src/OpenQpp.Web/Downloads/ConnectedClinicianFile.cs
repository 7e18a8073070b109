using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Connected Clinician List.CSV: everybody who billed under the TIN, whatever their eligibility; the layout is ours.</summary>
internal static class ConnectedClinicianFile
{
    private static readonly string[] Statuses = [.. SpecialStatuses.All.Select(status => status.Word)];

    private static readonly string[] Header =
    [
        "TIN", "Practice Name", "NPI", "Last Name", "First Name", "Clinician Type", "Specialty", "MIPS Status", "Individual Eligibility", "Group Eligibility", "Opt-in Status",
        .. Statuses, "QP Status", "Final Score Source", "Final Score", "Note",
    ];

    public static async Task Write(DownloadRows csv, PortalStore store, PublishedRun run, PortalRequest request, string? practiceName)
    {
        await csv.Row(Header);
        var answers = new Dictionary<string, EligibilityCard>(StringComparer.Ordinal);
        await foreach (var answer in store.Eligibility.OfPractice(run.Id, request.Owner.Id, request.Cancellation))
        {
            answers[answer.Npi] = EligibilityCard.Of(answer, isMasked: false);
        }

        await foreach (var line in store.Assignments.AllOfPractice(run.Id, request.Owner.Id, VisibleSources.Of(request.Decision), request.Cancellation))
        {
            if (line.Billed)
            {
                await csv.Row(Cells(line, practiceName, answers.GetValueOrDefault(line.Npi)));
            }
        }
    }

    private static string?[] Cells(Assignment line, string? practiceName, EligibilityCard? card) =>
    [
        line.Tin, practiceName, line.Npi, line.LastName, line.FirstName, line.ClinicianType, line.Specialty, card?.Status, card?.LowVolume.GetValueOrDefault("individual"), card?.LowVolume.GetValueOrDefault("group"), card?.OptIn,
        .. Statuses.Select(status => DownloadCsv.Flag(card?.SpecialStatuses.Contains(status, StringComparer.Ordinal))),
        card?.QpStatus, line.Source is { } source ? OptionWords.Of(source.Level) : null, DownloadCsv.Number(line.FinalScore, 2), line.IsHidden ? line.Note : null,
    ];
}
