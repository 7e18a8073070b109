using System.Globalization;
using System.Text.Json.Nodes;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Population;
using OpenQpp.Program;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>A small nation that was run once, and is published into the stores of the tests.</summary>
internal static class PublishedNation
{
    public const int Year = 2024;
    private const int Clinicians = 700;
    private const long Seed = 8;

    private static readonly Lazy<string> Folder = new(Make);

    public static string In => Path.Combine(Folder.Value, "in");

    public static string Out => Path.Combine(Folder.Value, "out");

    /// <summary>Publishes the nation; scores show and adjustments pay from the times given.</summary>
    public static PublishSummary Publish(TestStore store, DateTimeOffset? scoresAt = null, DateTimeOffset? adjustmentsAt = null)
    {
        var problems = new ProblemList();
        var summary = new YearPublish(store.Database, new Progress(null)).Run(new(Out, In, TestStore.Now) { ScoresAt = scoresAt, AdjustmentsAt = adjustmentsAt, Note = "first" }, problems);
        Assert.Empty(problems.Found);
        return summary!;
    }

    /// <summary>A copy of the run's output that a test may spoil.</summary>
    public static string CopyOfOut(TestStore store)
    {
        var copy = store.At("out");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(Out))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>The rows of a file of CSV without quotes, each by the names of its columns.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Rows(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',', header.Length)).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("openqpp-nation-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var book = new LawBook(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));
        var (from, to) = (Path.Combine(folder, "in"), Path.Combine(folder, "out"));
        new NationGenerator(book, new(Year), Clinicians, Seed).Write(from);
        LetSomebodyOptIn(from);
        WriteNames(from);
        var problems = new ProblemList();
        Assert.NotNull(new NationalRun(new(from, to, 2) { AllowSynthetic = true }, book, book.Of(new(Year)), null, new Progress(null)).Run(problems));
        Assert.Empty(problems.Found);
        WriteEligibility(book, from, Path.Combine(to, "eligibility.ndjson"));
        WriteCases(to);
        return folder;
    }

    /// <summary>Made-up names; some stay unknown.</summary>
    private static void WriteNames(string from)
    {
        var npis = Rows(Path.Combine(from, "clinicians.csv")).Select(row => row["npi"]).Distinct().Where((_, place) => place % 10 != 0);
        File.WriteAllLines(Path.Combine(from, "names.csv"), ["npi,last_name,first_name,specialty", .. npis.Select(npi => $"{npi},Example{npi[^4..]},Alex,Family Practice")]);
        var entities = Rows(Path.Combine(from, "apm.csv")).Select(row => row["entity_id"]).Distinct().Select(id => $"apm-entity,{id},Accountable Example {id},1 Main Street,");
        var subgroups = Rows(Path.Combine(from, "subgroups.csv")).Select(row => row["subgroup_id"]).Distinct().Select(id => $"subgroup,{id},Example Subgroup,,");
        File.WriteAllLines(Path.Combine(from, "organizations.csv"), ["kind,identifier,name,address,model", .. entities, .. subgroups, "registry,R0001,Example Registry,2 Main Street,", "registry,R0002,Second Registry,,"]);
    }

    /// <summary>A practice of one below every bound gets more services than the bound, and nothing else: its clinician may opt in, and does not.</summary>
    private static void LetSomebodyOptIn(string from)
    {
        const int Charges = 5, Beneficiaries = 6, Services = 7;
        var path = Path.Combine(from, "volumes.csv");
        var rows = File.ReadAllLines(path).Select(line => line.Split(',')).ToArray();
        var chosen = rows.Skip(1).GroupBy(row => row[1]).First(practice =>
            practice.Where(row => row[0] == "individual").Select(row => row[2]).Distinct().Count() == 1
            && practice.All(row => decimal.Parse(row[Charges], CultureInfo.InvariantCulture) < 90_000m && int.Parse(row[Beneficiaries], CultureInfo.InvariantCulture) < 200));
        foreach (var row in chosen)
        {
            row[Services] = "250";
        }

        File.WriteAllLines(path, rows.Select(row => string.Join(',', row)));
    }

    private static void WriteEligibility(LawBook book, string from, string path)
    {
        var problems = new ProblemList();
        var facts = new EligibilityReader(book, allowSynthetic: true).ReadFolder(from, problems);
        Assert.Empty(problems.Found);
        var law = book.Of(new(Year));
        var eligibility = new YearEligibility(facts, law);
        using var stream = File.Create(path);
        foreach (var clinician in facts.Clinicians)
        {
            using (var json = new System.Text.Json.Utf8JsonWriter(stream))
            {
                EligibilityJson.Write(json, eligibility.Answer(clinician), law, withExplanation: false);
            }

            stream.WriteByte((byte)'\n');
        }
    }

    /// <summary>A stand-in for the case of each unit: the identifiers and nothing more.</summary>
    private static void WriteCases(string to)
    {
        var names = (string[])["entityType", "entityId", "taxpayerIdentificationNumber", "nationalProviderIdentifier", "performanceYear"];
        File.WriteAllLines(Path.Combine(to, "entity-cases.ndjson"), File.ReadLines(Path.Combine(to, "entity-scores.ndjson")).Select(line =>
        {
            var result = JsonNode.Parse(line)!.AsObject();
            return new JsonObject(names.Where(result.ContainsKey).Select(name => KeyValuePair.Create(name, result[name]?.DeepClone()))).ToJsonString();
        }));
    }
}
