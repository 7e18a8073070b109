using System.Globalization;

namespace OpenQpp.Web;

/// <summary>Items, services and emergency visits as files: the rows of the page, dollars with their cents. The layout is ours.</summary>
internal static class ServicesFiles
{
    private static readonly string[] Owner = ["Performance Year", "Counting", "TIN", "NPI"];

    /// <summary>A row for each range.</summary>
    /// <param name="csv">Takes the rows.</param>
    /// <param name="model">What is shown.</param>
    public static async Task WriteItems(DownloadRows csv, ServicesModel model)
    {
        await csv.Row([.. Owner, "Range", "Description", "Patients", "Cost", "Services"]);
        foreach (var (key, label, numbers) in model.Ranges)
        {
            await csv.Row([.. Cells(model), key, label, Whole(numbers.Beneficiaries), DownloadCsv.Number(numbers.Cost, 2), DownloadCsv.Number(numbers.Services, 3)]);
        }
    }

    /// <summary>A row for each number of the emergency department.</summary>
    /// <param name="csv">Takes the rows.</param>
    /// <param name="model">What is shown.</param>
    public static async Task WriteVisits(DownloadRows csv, ServicesModel model)
    {
        await csv.Row([.. Owner, "Description", "Number"]);
        foreach (var (what, number) in model.EmergencyRows)
        {
            await csv.Row([.. Cells(model), what, Whole(number)]);
        }
    }

    private static string?[] Cells(ServicesModel model)
    {
        string? Of(string what) => model.Heading.Identifiers.FirstOrDefault(one => one.What == what).Value;
        return [Whole(model.Year), Whole(model.Count?.Version ?? 0), Of("TIN"), Of("NPI")];
    }

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
