using System.Globalization;
using System.Text.Json;
using OpenQpp.Claims;
using OpenQpp.Law;

namespace OpenQpp.Cli;

/// <summary>What came of making facts of eligibility from claims, for people and for programs.</summary>
internal static class FactsScreen
{
    private const decimal Hundredths = 100m;

    private static readonly Dictionary<string, string> Says = new(StringComparer.Ordinal)
    {
        ["services"] = "charges, patients and services (no line has a status: --fee-schedule)",
        ["patientFacingEncounters"] = "patient-facing encounters (--patient-facing)",
        ["clinicianTypes"] = "clinician types (--clinicians)",
        ["practiceZips"] = "ZIP codes of practices (--practices)",
        ["rural"] = "rural areas (--zips)",
        ["hpsa"] = "shortage areas (--zips)",
        ["facilityAssignable"] = "hospitals of clinicians (--institutional, --hospitals)",
        ["averageHccRiskScore"] = "HCC risk scores (--beneficiaries with hcc)",
        ["dualEligibleRatio"] = "dual eligibility (--beneficiaries with dual)",
    };

    /// <summary>As text.</summary>
    public static int Show(FactsSummary summary, YearLaw law)
    {
        var screen = new Screen();
        screen.Table(["What", ">Number"], [.. Numbers(summary).Select(number => new[] { number.Says, number.Value.ToString("#,##0", CultureInfo.InvariantCulture) })]);
        if (summary.Undecided > 0)
        {
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"Undecided: {summary.UndecidedAllowed / Hundredths:#,##0.00} dollars allowed; undecided.csv says whose."));
        }

        foreach (var name in summary.Unknown)
        {
            screen.Line($"Not known: {Says[name]}.");
        }

        foreach (var (name, value) in law.Settings.Changed)
        {
            screen.Line($"Setting: {name} = {value}.");
        }

        screen.Line($"Written: {string.Join(", ", summary.Files)}.");
        return ExitCode.Done;
    }

    /// <summary>As JSON.</summary>
    public static void Write(Utf8JsonWriter json, FactsSummary summary, YearLaw law)
    {
        json.WriteStartObject();
        WriteTexts(json, "files", summary.Files);
        foreach (var (name, _, value) in Numbers(summary))
        {
            json.WriteNumber(name, value);
        }

        json.WriteNumber("undecidedAllowed", summary.UndecidedAllowed / Hundredths);
        WriteTexts(json, "unknown", summary.Unknown);
        json.WriteStartObject("settings");
        foreach (var (name, value) in law.Settings.Changed)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static (string Name, string Says, long Value)[] Numbers(FactsSummary summary) =>
    [
        ("lines", "professional lines", summary.Lines),
        ("inSegments", "in a segment of the determination period", summary.InSegments),
        ("covered", "covered professional services", summary.Covered),
        ("undecided", "lines of which it is not known", summary.Undecided),
        ("withoutDate", "lines without a day of service", summary.WithoutDate),
        ("withoutReceipt", "lines of a segment without a day of receipt", summary.WithoutReceipt),
        ("withoutTin", "lines of a segment without a TIN", summary.WithoutTin),
        ("withoutNpi", "lines of a segment without an NPI", summary.WithoutNpi),
        ("individuals", "TIN/NPI that billed", summary.Individuals),
        ("groups", "TINs that billed", summary.Groups),
        ("withoutType", "TIN/NPI whose clinician type is not known", summary.WithoutType),
        ("notBilled", "given clinicians that billed nothing", summary.NotBilled),
    ];
}
