using System.Text.Json;
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

    public static async Task Write(DownloadCsv csv, PortalStore store, PublishedRun run, PortalRequest request, string? practiceName)
    {
        await csv.Row(Header);
        var answers = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var answer in store.Eligibility.OfPractice(run.Id, request.Owner.Id, request.Cancellation))
        {
            answers[answer.Npi] = answer.Body;
        }

        await foreach (var line in store.Assignments.AllOfPractice(run.Id, request.Owner.Id, VisibleSources.Of(request.Decision), request.Cancellation))
        {
            if (line.Billed)
            {
                await csv.Row(Cells(line, practiceName, answers.GetValueOrDefault(line.Npi)));
            }
        }
    }

    private static string?[] Cells(Assignment line, string? practiceName, byte[]? answer)
    {
        using var document = JsonDocument.Parse(answer ?? "{}"u8.ToArray());
        var root = document.RootElement;
        var volume = root.TryGetProperty("lowVolume", out var low) ? low : default;
        var statuses = root.TryGetProperty("specialStatuses", out var list) ? list.EnumerateArray().Select(word => word.GetString()).ToHashSet(StringComparer.Ordinal) : null;
        return
        [
            line.Tin, practiceName, line.Npi, line.LastName, line.FirstName, line.ClinicianType, line.Specialty, Text(root, "status"), Text(volume, "individual"), Text(volume, "group"), Text(root, "optIn"),
            .. Statuses.Select(status => DownloadCsv.Flag(statuses?.Contains(status))),
            Text(root, "qpStatus"), line.Source is { } source ? OptionWords.Of(source.Level) : null, DownloadCsv.Number(line.FinalScore, 2), line.IsHidden ? line.Note : null,
        ];
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
