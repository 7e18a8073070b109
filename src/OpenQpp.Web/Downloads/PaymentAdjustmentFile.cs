using System.Globalization;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Payment Adjustment.CSV: a row for every clinician; the layout is ours. The same rows and the same blanks as on screen.</summary>
internal static class PaymentAdjustmentFile
{
    private static readonly string[] Header =
    [
        "Performance Year", "Payment Year", "TIN", "Practice Name", "NPI", "Clinician Last Name", "Clinician First Name", "Clinician Type", "Specialty",
        "First Billed In Determination Period", "MIPS Eligible", "Payment Adjustment Eligible", "Reason Not Eligible", "Reporting Option", "Participation Option",
        "Subgroup ID", "APM Entity ID", "Virtual Group ID", "Final Score", "Quality Score", "Quality Weight", "PI Score", "PI Weight", "IA Score", "IA Weight",
        "Cost Score", "Cost Weight", "Complex Patient Bonus", "MIPS Payment Adjustment %", "Additional Adjustment for Exceptional Performance %",
        "Total Payment Adjustment %", "Payment Adjustment Start Date", "Note",
    ];

    public static async Task Write(DownloadRows csv, PortalRequest request, IAsyncEnumerable<Assignment> lines, string? practiceName)
    {
        await csv.Row(Header);
        await foreach (var line in lines)
        {
            await csv.Row(Cells(line, request, practiceName));
        }
    }

    private static string?[] Cells(Assignment line, PortalRequest request, string? practice)
    {
        var (year, released) = (request.Year, request.AdjustmentsAreReleased);
        var isPaid = line.Status is "scored" or "neutral";
        string? Of(ParticipationOption level) => line.Source?.Level == level ? line.EntityIdentifier : null;
        string Adjustment(decimal? percent) => line.IsHidden ? "" : released ? DownloadCsv.Number(percent, 2) : ScoreVisibility.NotReleased;
        return
        [
            Whole(year.Year), Whole(year.PaymentYear.Year), line.Tin, practice, line.Npi, line.LastName, line.FirstName, line.ClinicianType, line.Specialty,
            DownloadCsv.Flag(line.Billed), DownloadCsv.Flag(isPaid), line.IsHidden ? "" : DownloadCsv.Flag(line.Status == "scored"), isPaid ? "" : line.Note,
            line.Option is { } option ? OptionWords.Of(option) : null, line.Source is { } source ? OptionWords.Of(source.Level) : null,
            Of(ParticipationOption.Subgroup), Of(ParticipationOption.ApmEntity), Of(ParticipationOption.VirtualGroup),
            DownloadCsv.Number(line.FinalScore, 2),
            DownloadCsv.Number(line.Quality.Score, 4), DownloadCsv.Number(line.Quality.Weight, 2),
            DownloadCsv.Number(line.PromotingInteroperability.Score, 2), DownloadCsv.Number(line.PromotingInteroperability.Weight, 2),
            DownloadCsv.Number(line.ImprovementActivities.Score, 2), DownloadCsv.Number(line.ImprovementActivities.Weight, 2),
            DownloadCsv.Number(line.Cost.Score, 4), DownloadCsv.Number(line.Cost.Weight, 2),
            DownloadCsv.Number(line.ComplexPatientBonus, 2),
            Adjustment(line.Adjustment.Percent), Adjustment(line.Adjustment.Additional), Adjustment(line.Adjustment.Total),
            string.Create(CultureInfo.InvariantCulture, $"{year.PaymentYear.Year}-01-01"), line.Note,
        ];
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
