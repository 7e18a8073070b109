using System.Text;
using OpenQpp.Claims;
using OpenQpp.DuckDb;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.ClaimLines;

/// <summary>A folder with claims and factors, and what adjusting them gives. It is gone when the test is over.</summary>
internal sealed class Adjusted : IDisposable
{
    private const string FactorsHeader = "payment_year,tin,npi,status,final_score,total_percent\n";

    public string Folder { get; } = Directory.CreateTempSubdirectory("openqpp-tests-").FullName;

    public AdjustSummary? Summary { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The rows of the file of lines, each by the names of its columns.</summary>
    public IReadOnlyList<Dictionary<string, string>> Lines => Table("adjusted.csv");

    public IReadOnlyList<Dictionary<string, string>> Totals => Table("totals.csv");

    public string At(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>Adjusts files, whose rows come out as CSV.</summary>
    public Adjusted Run(string factors, string[] claims, string? schedule = null, PayerMode mode = PayerMode.OriginalMedicare, int? threads = null, bool asCsv = true, int megabytes = 512)
    {
        var problems = new ProblemList();
        var request = new AdjustRequest(claims, Write("factors.csv", FactorsHeader + factors), schedule is null ? null : Write("schedule.csv", schedule), At("out"), mode, asCsv, megabytes, threads);
        Summary = new ClaimsAdjustment(request, Known.Book, Known.NoOverrides, problems).Run();
        Problems = problems.Found;
        return this;
    }

    /// <summary>Adjusts one part of files, by settings if there are any.</summary>
    public PartSummary? RunPart(string factors, string[] claims, BeneficiaryPart part, PayerMode mode = PayerMode.OriginalMedicare, int? threads = null, bool asCsv = true, (string Name, string Choice)? setting = null)
    {
        var problems = new ProblemList();
        var request = new AdjustRequest(claims, Write("factors.csv", FactorsHeader + factors), null, At("out"), mode, asCsv, 512, threads);
        var overrides = setting is var (name, choice) ? new Dictionary<string, string>(StringComparer.Ordinal) { [name] = choice } : Known.NoOverrides;
        var made = new ClaimsAdjustment(request, Known.Book, overrides, problems).Run(part);
        Problems = problems.Found;
        return made;
    }

    /// <summary>Puts parts together.</summary>
    public Adjusted Merge(int parts)
    {
        var problems = new ProblemList();
        Summary = new AdjustMerge(At("out"), parts, Known.Book, problems).Run(512, 2);
        Problems = problems.Found;
        return this;
    }

    /// <summary>Adjusts files in parts, the last one first, and puts them together.</summary>
    public Adjusted RunInParts(string factors, string[] claims, int parts, PayerMode mode = PayerMode.OriginalMedicare, int? threads = null, bool asCsv = true)
    {
        for (var number = parts; number > 0; number--)
        {
            if (RunPart(factors, claims, new(number, parts), mode, threads, asCsv) is null)
            {
                return this;
            }
        }

        return Merge(parts);
    }

    /// <summary>The text of a file that was written.</summary>
    public string Text(string name) => File.ReadAllText(Path.Combine(Folder, "out", name));

    public Adjusted Run(string factors, string claims, string? schedule = null, PayerMode mode = PayerMode.OriginalMedicare) => Run(factors, [Write("claims.csv", claims)], schedule, mode);

    /// <summary>Writes what a query gives as Parquet.</summary>
    public string Parquet(string name, string query)
    {
        using var engine = new DuckDbEngine(At("spill"), 256, 1);
        engine.Run($"COPY ({query}) TO {SqlText.Target(At(name))} (FORMAT parquet)");
        return At(name);
    }

    /// <summary>The rows of a Parquet file, as text.</summary>
    public string[] Rows(string name)
    {
        var rows = new List<string>();
        using var engine = new DuckDbEngine(At("spill"), 256, 1);
        engine.Read(
            $"SELECT CAST(line AS VARCHAR) FROM {(name.EndsWith(".csv", StringComparison.Ordinal) ? "read_csv" : "read_parquet")}({SqlText.File(At(name))}) AS line",
            chunk =>
            {
                for (var row = 0; row < chunk.Count; row++)
                {
                    rows.Add(Encoding.UTF8.GetString(chunk[0].Text(row)));
                }

                return true;
            });
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>None of these files has quotes.</summary>
    private Dictionary<string, string>[] Table(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "out", name));
        var header = lines[0].Split(',');
        return [.. lines[1..].Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }
}
