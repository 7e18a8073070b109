using System.Globalization;
using System.Text.Json;
using OpenQpp.Claims;
using OpenQpp.Law;

namespace OpenQpp.Cli;

/// <summary>What came of counting items, services and emergency visits, for people and for programs.</summary>
internal static class ServicesScreen
{
    /// <summary>As text.</summary>
    public static int Show(ServicesSummary summary, YearLaw law)
    {
        var screen = new Screen();
        screen.Table(["What", ">Number"], [.. Numbers(summary).Select(number => new[] { number.Says, number.Value.ToString("#,##0", CultureInfo.InvariantCulture) })]);
        if (!summary.VisitsAreKnown)
        {
            screen.Line("Without institutional claims emergency visits are not known, and nobody is attributed to a health center or rural clinic.");
        }

        foreach (var (name, value) in law.Settings.Changed)
        {
            screen.Line($"Setting: {name} = {value}.");
        }

        screen.Line($"Written: {string.Join(", ", summary.Files)}.");
        return ExitCode.Done;
    }

    /// <summary>As JSON.</summary>
    public static void Write(Utf8JsonWriter json, ServicesSummary summary, YearLaw law)
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var file in summary.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        foreach (var (name, _, value) in Numbers(summary))
        {
            json.WriteNumber(name, value);
        }

        json.WriteBoolean("visitsAreKnown", summary.VisitsAreKnown);
        json.WriteStartObject("settings");
        foreach (var (name, value) in law.Settings.Changed)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static (string Name, string Says, long Value)[] Numbers(ServicesSummary summary) =>
    [
        ("lines", "professional lines", summary.Lines),
        ("counted", "of the year, of beneficiaries who count", summary.Counted),
        ("withoutDate", "lines without a day of service", summary.WithoutDate),
        ("withoutReceipt", "lines of the year without a day of receipt", summary.WithoutReceipt),
        ("withoutAmount", "counted lines without allowed amount", summary.WithoutAmount),
        ("withoutUnits", "counted lines without units", summary.WithoutUnits),
        ("beneficiaries", "beneficiaries of the year", summary.Beneficiaries),
        ("included", "who count", summary.Included),
        ("toClinicians", "attributed to a clinician", summary.ToClinicians),
        ("toCenters", "attributed to a center or rural clinic", summary.ToCenters),
        ("notAttributed", "attributed to nobody", summary.NotAttributed),
        ("individuals", "TIN/NPI shown", summary.Individuals),
        ("groups", "TINs shown", summary.Groups),
    ];
}
