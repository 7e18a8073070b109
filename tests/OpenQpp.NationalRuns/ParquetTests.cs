using System.Runtime.CompilerServices;
using OpenQpp.DuckDb;
using OpenQpp.Explanations;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;
using Xunit;

namespace OpenQpp.NationalRuns;

/// <summary>Files of rows may be Parquet, with types or as text, and the adjustments are written as Parquet.</summary>
public sealed class ParquetTests : IDisposable
{
    private const int Year = 2024;

    /// <summary>Columns that a database would keep with a type of their own.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["segment"] = "TINYINT", ["allowed_charges"] = "DECIMAL(14, 2)", ["beneficiaries"] = "INTEGER", ["services"] = "BIGINT", ["clinicians"] = "USMALLINT",
        ["first_enrolled"] = "DATE", ["first_claim"] = "DATE", ["formed"] = "DATE",
        ["at"] = "TIMESTAMPTZ", ["elected_at"] = "TIMESTAMPTZ",
        ["mips_apm"] = "BOOLEAN", ["full_tin"] = "BOOLEAN", ["automatic_extreme_circumstances"] = "BOOLEAN",
    };

    private readonly string spill = Directory.CreateTempSubdirectory("openqpp-parquet-").FullName;

    public void Dispose() => Directory.Delete(spill, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RowsOfParquetAreThoseOfTheSameCsv(bool hasTypes)
    {
        Provided();
        // What is wrong in a cell cannot be kept with a type: rows that are refused stand in text.
        using var nation = hasTypes ? Sound() : RandomNation.Of(Year, practices: 60, seed: 5);
        var charges = Path.Combine(nation.In, "charges.csv");
        // What is no row cannot stand in Parquet.
        File.WriteAllLines(charges, File.ReadAllLines(charges).Where(line => line.Contains(',', StringComparison.Ordinal)));
        var files = RunOutputs.Of(nation, Year, "csv").Files;
        Pack(nation.In, hasTypes);
        var packed = RunOutputs.Of(nation, Year, "packed", threads: 2, partSize: 7).Files;
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), packed.Keys.Order(StringComparer.Ordinal));
        foreach (var name in files.Keys.Except(["scaling-run.json", "problems.csv"], StringComparer.Ordinal))
        {
            Assert.True(files[name].AsSpan().SequenceEqual(packed[name]), $"{name} differs");
        }

        Assert.Equal(new RunOutputs(nation.Out("csv")).Rows("problems.csv").Select(WithoutPlace), new RunOutputs(nation.Out("packed")).Rows("problems.csv").Select(WithoutPlace));
        Assert.Contains("clinicians.parquet", File.ReadAllText(Path.Combine(nation.Out("packed"), "scaling-run.json")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(nation.Out("packed"), ".input")));
    }

    /// <summary>A problem in Parquet names the file and the number of the row, of which the first is 1.</summary>
    [Fact]
    public void AProblemNamesTheRow()
    {
        Provided();
        using var nation = Sound();
        nation.Row("charges.csv", "000000007,12,1.00").Write();
        Pack(nation.In, hasTypes: false);
        var problem = Assert.Single(RunOutputs.Of(nation, Year).Rows("problems.csv"), one => one["consequence"] is "rejected");
        Assert.Equal(("charges.parquet", "3"), (problem["file"], problem["line"]));
    }

    [Fact]
    public void AdjustmentsAreWrittenWithExactDecimals()
    {
        Provided();
        using var nation = Sound();
        var problems = new ProblemList();
        Assert.NotNull(new NationalRun(new(nation.In, nation.Out("out"), 1) { AsParquet = true }, RunOutputs.Book, RunOutputs.Book.Of(new(Year)), null, new Progress(null)).Run(problems));
        var parquet = SqlText.File(Path.Combine(nation.Out("out"), "payment-adjustments.parquet"));
        using var engine = new DuckDbEngine(spill, null, 1);
        var again = Path.Combine(spill, "again.csv");
        engine.Run($"COPY (SELECT * FROM read_parquet({parquet})) TO {SqlText.Target(again)} (FORMAT csv, HEADER true)");
        // Decimals of a column are as many as its type has: compared as numbers.
        Assert.Equal(Numbers(Path.Combine(nation.Out("out"), "payment-adjustments.csv")), Numbers(again));
        var types = new List<string>();
        engine.Read($"SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM read_parquet({parquet}))", rows =>
        {
            for (var row = 0; row < rows.Count; row++)
            {
                types.Add(System.Text.Encoding.UTF8.GetString(rows[0].Text(row)));
            }

            return true;
        });
        Assert.Equal(
            ["payment_year INTEGER", "tin VARCHAR", "npi VARCHAR", "final_score DECIMAL(5,2)", "percent_before_scaling DECIMAL(9,6)", "total_percent DECIMAL(5,2)"],
            types.Where(type => type.Split(' ')[0] is "payment_year" or "tin" or "npi" or "final_score" or "percent_before_scaling" or "total_percent"));
    }

    [Fact]
    public void FloatingPointIsRefusedAndNothingIsWritten()
    {
        Provided();
        using var nation = Sound();
        using (var engine = new DuckDbEngine(spill, null, 1))
        {
            engine.Run($"COPY (SELECT '000000007' AS tin, '1234567893' AS npi, CAST(1.1 AS DOUBLE) AS allowed_charges, TIMESTAMP '2024-01-01 00:00:00' AS seen) TO {SqlText.Target(Path.Combine(nation.In, "charges.parquet"))} (FORMAT parquet)");
        }

        Assert.Equal(["DUPLICATE_FIELD charges.parquet"], Refused(nation));
        File.Delete(Path.Combine(nation.In, "charges.csv"));
        Assert.Equal(["WRONG_TYPE charges.parquet.allowed_charges", "WRONG_TYPE charges.parquet.seen"], Refused(nation));
        File.WriteAllText(Path.Combine(nation.In, "charges.parquet"), "PAR1, and nothing of the kind");
        Assert.Equal(["NOT_PARQUET charges.parquet"], Refused(nation));
    }

    private static IEnumerable<string> Refused(MadeUpNation nation)
    {
        var problems = new ProblemList();
        Assert.Null(new NationalRun(new(nation.In, nation.Out("refused"), 1), RunOutputs.Book, RunOutputs.Book.Of(new(Year)), null, new Progress(null)).Run(problems));
        Assert.False(Directory.Exists(nation.Out("refused")));
        return problems.Found.Select(problem => $"{problem.Code} {problem.Path}");
    }

    private static MadeUpNation Sound() => new MadeUpNation(Year)
        .Practice("000000007", 2).Clinician("000000007", 1, enrolled: "2001-02-03").Clinician("000000007", 2, MadeUpNation.FewPatients, automatic: "Y").Clinician("000000007", 3, firstClaim: "2024-11-01")
        .Elects("000000007", 2, "optIn").ApmEntity("A1", "000000007", 3).Charges("000000007", 1, "1234.56").Charges("000000007", 2, "0.07").Write();

    private void Pack(string folder, bool hasTypes)
    {
        using var engine = new DuckDbEngine(spill, null, 1);
        foreach (var csv in Directory.GetFiles(folder, "*.csv"))
        {
            var columns = File.ReadLines(csv).First().Split(',');
            var types = string.Join(", ", columns.Select(name => $"{SqlText.Of(name)}: 'VARCHAR'"));
            var cells = string.Join(", ", columns.Select(name => hasTypes && Types.TryGetValue(name, out var type) ? $"{Typed(SqlText.Name(name), type)} AS {SqlText.Name(name)}" : SqlText.Name(name)));
            engine.Run($"COPY (SELECT {cells} FROM read_csv({SqlText.File(csv)}, auto_detect = false, header = true, delim = ',', quote = '\"', nullstr = '', columns = {{{types}}})) TO {SqlText.Target(Path.ChangeExtension(csv, ".parquet"))} (FORMAT parquet)");
            File.Delete(csv);
        }
    }

    private static string Typed(string name, string type) => type is "BOOLEAN" ? $"CASE {name} WHEN 'Y' THEN true WHEN 'N' THEN false END" : $"CAST({name} AS {type})";

    private static string WithoutPlace(Dictionary<string, string> row) => string.Join(' ', row.Where(cell => cell.Key is not ("file" or "line")).Select(cell => cell.Value));

    private static IEnumerable<string> Numbers(string csv) => File.ReadLines(csv).Select(line => string.Join(',', line.Split(',').Select(cell => cell.Contains('.', StringComparison.Ordinal) ? cell.TrimEnd('0').TrimEnd('.') : cell)));

    [ModuleInitializer]
    internal static void LookBesideTheSources() => Environment.SetEnvironmentVariable("OPENQPP_SOURCE", Environment.GetEnvironmentVariable("OPENQPP_SOURCE") ?? Root.Folder);

    private static void Provided() =>
        Assert.SkipUnless(AnalyticsLibrary.IsHere || Environment.GetEnvironmentVariable("OPENQPP_TESTS") is "all", "DuckDB is not here: ./openqpp analytics install");
}
