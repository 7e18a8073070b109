using System.Text;
using System.Text.Json;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>services-run.json: of which year counts of items, services and emergency visits are, what they were made from, and how unclear law was read.</summary>
/// <param name="Year">The performance year.</param>
/// <param name="Individuals">TIN/NPIs that are shown.</param>
/// <param name="Groups">TINs that are shown.</param>
/// <param name="VisitsAreKnown">Institutional claims were given.</param>
/// <param name="PrimaryCareListIsOwn">The list of primary care services was given, not the recorded one.</param>
/// <param name="Settings">How unclear law was read, by name of the setting.</param>
/// <param name="Engine">The program that counted.</param>
/// <param name="Law">The law under which it counted.</param>
public sealed record ServicesHeader(
    PerformanceYear Year, long Individuals, long Groups, bool VisitsAreKnown, bool PrimaryCareListIsOwn, IReadOnlyDictionary<string, string> Settings, string Engine, string Law)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "services-run.json";

    /// <summary>The settings on which the counts rest: they are printed wherever the counts are shown.</summary>
    private static readonly string[] Readings =
    [
        "primaryCareShareMetric", "beneficiaryAssociationYearOffset", "primaryCareCodeProfile", "edVisitMerge", "associationRequiresPositiveAllowed", "showUnclassified", "claimReceiptUnknown",
    ];

    /// <summary>What is said of a counting.</summary>
    /// <param name="law">The law of the year, with its settings.</param>
    /// <param name="individuals">TIN/NPIs that are shown.</param>
    /// <param name="groups">TINs that are shown.</param>
    /// <param name="visitsAreKnown">Institutional claims were given.</param>
    /// <param name="hasOwnList">The list of primary care services was given, not the recorded one.</param>
    public static ServicesHeader Of(YearLaw law, long individuals, long groups, bool visitsAreKnown, bool hasOwnList)
    {
        var madeBy = MadeBy.Of(law, []);
        return new(law.Year, individuals, groups, visitsAreKnown, hasOwnList, Readings.ToDictionary(name => name, name => law.Settings[name], StringComparer.Ordinal), madeBy.Engine, madeBy.Law);
    }

    /// <summary>Reads it; null where it cannot be used, which is a problem.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ServicesHeader? Read(ReadOnlyMemory<byte> utf8, ProblemList problems)
    {
        try
        {
            return Of(utf8);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            problems.Add(ProblemCode.NOT_READABLE, FileName, "The file is not what 'openqpp services run' writes. Count the services again.");
            return null;
        }
    }

    /// <summary>Reads one that was found sound before.</summary>
    /// <param name="text">The text.</param>
    public static ServicesHeader Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes it.</summary>
    /// <param name="to">Where to.</param>
    public void Write(Stream to)
    {
        using (var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("performanceYear", Year.Year);
            json.WriteNumber("individuals", Individuals);
            json.WriteNumber("groups", Groups);
            json.WriteBoolean("visitsAreKnown", VisitsAreKnown);
            json.WriteBoolean("primaryCareListIsOwn", PrimaryCareListIsOwn);
            json.WriteStartObject("settings");
            foreach (var (name, value) in Settings)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteStartObject("version");
            json.WriteString("engine", Engine);
            json.WriteString("law", Law);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }

    private static ServicesHeader Of(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var root = document.RootElement;
        var version = root.GetProperty("version");
        return new(
            new(root.GetProperty("performanceYear").GetInt32()),
            root.GetProperty("individuals").GetInt64(),
            root.GetProperty("groups").GetInt64(),
            root.GetProperty("visitsAreKnown").GetBoolean(),
            root.GetProperty("primaryCareListIsOwn").GetBoolean(),
            root.GetProperty("settings").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!, StringComparer.Ordinal),
            version.GetProperty("engine").GetString()!,
            version.GetProperty("law").GetString()!);
    }
}
