using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Population;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>
/// The input of the demonstration's years: a small synthetic nation, with two virtual groups of small practices put together, names
/// for everybody, and two registries. Nobody in it exists.
/// </summary>
/// <param name="book">The law of all years.</param>
internal sealed class DemoNation(LawBook book)
{
    private const int Clinicians = 300;
    private const int Seed = 5;
    private const int MostClinicians = 3;

    /// <summary>Identifiers of the virtual groups.</summary>
    public static IReadOnlyList<string> VirtualGroups { get; } = ["VG90001", "VG90002"];

    /// <summary>Identifiers of the registries.</summary>
    public static IReadOnlyList<string> Registries { get; } = ["REG-01", "REG-02"];

    /// <summary>Writes the input of a year.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="folder">The folder.</param>
    public void Write(PerformanceYear year, string folder)
    {
        new NationGenerator(book, year, Clinicians, Seed).Write(folder);
        NameSharedSavings(folder);
        if (book.Of(year).Eligibility.VirtualGroups.Flag)
        {
            FormVirtualGroups(year, folder);
        }

        WriteNames(folder);
    }

    /// <summary>Copies the input of a year without the risk scores and dual eligibility from which the complex patient bonus follows.</summary>
    /// <param name="folder">The input.</param>
    /// <param name="copy">The folder of the copy.</param>
    public static void CopyWithoutComplexPatients(string folder, string copy)
    {
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        }

        File.WriteAllLines(Path.Combine(copy, "computed.ndjson"), File.ReadLines(Path.Combine(folder, "computed.ndjson")).Select(line =>
        {
            var computed = JsonNode.Parse(line)!;
            computed["profile"]?.AsObject().Remove("complexPatient");
            return computed.ToJsonString();
        }));
    }

    /// <summary>The generator names the model only where scoring asks for it; who may see an ACO's feedback asks for it in every year.</summary>
    private static void NameSharedSavings(string folder)
    {
        var path = Path.Combine(folder, "apm.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace(",Y,Y,other,", ",Y,Y,sharedSavingsProgram,", StringComparison.Ordinal));
    }

    /// <summary>Small practices that exceed the low-volume threshold, report nothing together and take part in no APM, two by two.</summary>
    private void FormVirtualGroups(PerformanceYear year, string folder)
    {
        var elsewhere = Column(folder, "apm.csv", 6).Concat(Column(folder, "virtual-groups.csv", 1)).ToHashSet(StringComparer.Ordinal);
        var lines = File.ReadAllLines(Path.Combine(folder, "submissions.ndjson"));
        var groups = lines.Where(line => line.Contains("\"entityType\":\"group\"", StringComparison.Ordinal)).ToArray();
        elsewhere.UnionWith(groups.Select(line => JsonNode.Parse(line)!["taxpayerIdentificationNumber"]!.GetValue<string>()));
        var eligibility = new YearEligibility(new EligibilityReader(book, allowSynthetic: true).ReadFolder(folder, new ProblemList()), book.Of(year));
        var small = Column(folder, "clinicians.csv", 0)
            .GroupBy(tin => tin, StringComparer.Ordinal)
            .Where(practice => practice.Count() <= MostClinicians && !elsewhere.Contains(practice.Key) && eligibility.Practice(practice.Key).Level.Volume.Exceeded.Flag)
            .Select(practice => practice.Key)
            .Order(StringComparer.Ordinal)
            .ToArray();
        using var table = File.AppendText(Path.Combine(folder, "virtual-groups.csv"));
        using var submissions = File.AppendText(Path.Combine(folder, "submissions.ndjson"));
        for (var place = 0; place < VirtualGroups.Count; place++)
        {
            foreach (var tin in small.Skip(place * 2).Take(2))
            {
                table.Write(string.Create(CultureInfo.InvariantCulture, $"{VirtualGroups[place]},{tin},{year.Year - 1}-10-15T09:00:00-04:00,Y,Y,Y,Y,Y,Y,Y,Y,Y\n"));
            }

            var submission = JsonNode.Parse(groups[place])!.AsObject();
            submission.Remove("taxpayerIdentificationNumber");
            submission.Remove("profile");
            submission["entityType"] = "virtualGroup";
            submission["entityId"] = VirtualGroups[place];
            submissions.Write(submission.ToJsonString() + "\n");
        }
    }

    private static void WriteNames(string folder)
    {
        var names = new StringBuilder("npi,last_name,first_name,specialty\n");
        foreach (var npi in Column(folder, "clinicians.csv", 1).Concat(Column(folder, "charges.csv", 1)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            names.Append(CultureInfo.InvariantCulture, $"{npi},{DemoNames.LastName(npi)},{DemoNames.FirstName(npi)},{DemoNames.Specialty(npi)}\n");
        }

        File.WriteAllText(Path.Combine(folder, "names.csv"), names.ToString());
        var organizations = new StringBuilder("kind,identifier,name,address,model\n");
        foreach (var tin in Column(folder, "practices.csv", 0))
        {
            organizations.Append(CultureInfo.InvariantCulture, $"practice,{tin},{DemoNames.Practice(tin)},,\n");
        }

        foreach (var id in Column(folder, "apm.csv", 1).Distinct(StringComparer.Ordinal))
        {
            organizations.Append(CultureInfo.InvariantCulture, $"apm-entity,{id},{DemoNames.Aco(id)},,\n");
        }

        foreach (var id in Column(folder, "virtual-groups.csv", 0).Distinct(StringComparer.Ordinal))
        {
            organizations.Append(CultureInfo.InvariantCulture, $"virtual-group,{id},{DemoNames.VirtualGroup(id)},,\n");
        }

        foreach (var id in Registries)
        {
            organizations.Append(CultureInfo.InvariantCulture, $"registry,{id},{DemoNames.Registry(id)},,\n");
        }

        File.WriteAllText(Path.Combine(folder, "organizations.csv"), organizations.ToString());
    }

    /// <summary>A column of a table whose cells hold no quotes.</summary>
    private static IEnumerable<string> Column(string folder, string file, int column) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[column]);
}
