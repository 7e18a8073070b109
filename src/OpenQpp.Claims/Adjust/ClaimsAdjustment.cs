using OpenQpp.DuckDb;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Applies factors to files of claim lines: one pass, in which the engine reads and writes and every line is decided by the law.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="book">The law of all years.</param>
/// <param name="overrides">Settings that differ from their default.</param>
/// <param name="problems">Takes what is wrong.</param>
public sealed class ClaimsAdjustment(AdjustRequest request, LawBook book, IReadOnlyDictionary<string, string> overrides, ProblemList problems)
{
    /// <summary>Name of the file of totals.</summary>
    public const string TotalsName = "totals.csv";

    private const string LinesName = "adjusted";
    private const string Result = "openqpp result";

    // Rows come out as they are done: keeping their order costs a sixth of the time. Of columns with more values a dictionary is no smaller.
    private const string AsParquet = "FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 4096";
    private const string InCsv = "FORMAT csv, HEADER true";

    private string FileName => LinesName + (request.AsCsv ? ".csv" : ".parquet");

    /// <summary>Adjusts the lines and writes what came of it; null where something is wrong. Nothing is written then.</summary>
    public AdjustSummary? Run() => PartFolder.Work(request.Folder, request.Megabytes, request.Threads, problems, Run);

    private AdjustSummary? Run(DuckDbEngine engine, string part)
    {
        CellFunctions.Define(engine);
        var layouts = request.Claims.Select(path => SourceFile.Open(path, engine, problems)).OfType<SourceFile>().Select(file => ClaimsLayout.Of(file, problems)).ToArray();
        var names = LineSql.Names(layouts);
        foreach (var (name, _) in AdjustColumns.All.Where(column => names.Contains(column.Name, StringComparer.OrdinalIgnoreCase)))
        {
            problems.Add(ProblemCode.DUPLICATE_FIELD, "$.claims", $"The lines have a column '{name}', which is written here. Remove or rename it.");
        }

        var factors = new FactorsReader(request.Mode, problems).Read(request.Factors, engine);
        var schedule = request.FeeSchedule is { } path ? new FeeScheduleReader(problems).Read(path, engine) : null;
        if (!problems.IsEmpty)
        {
            return null;
        }

        using var function = new AdjustFunction(new(book, overrides, factors!, schedule, request.Mode), [.. layouts.SelectMany(layout => layout.Present).Distinct()]);
        engine.Define(function.Function);
        if (!TryCopy(engine, function, layouts, Path.Combine(part, FileName)))
        {
            return null;
        }

        var tallies = function.Tallies;
        if (KeysSeen.Twice([.. tallies.Select(tally => tally.Keys)]) is { Count: > 0 } twice)
        {
            new ProblemSearch(engine, problems).Keys(layouts, twice);
        }

        if (!problems.IsEmpty)
        {
            return null;
        }

        foreach (var tally in tallies.Skip(1))
        {
            tallies[0].Add(tally);
        }

        return Publish(part, tallies is [var all, ..] ? all : new());
    }

    private bool TryCopy(DuckDbEngine engine, AdjustFunction function, ClaimsLayout[] layouts, string path)
    {
        var added = string.Join(", ", AdjustColumns.All.Select(column => $"{SqlText.Name(Result)}.{column.Name}"));
        engine.Run($"SET preserve_insertion_order = {(request.AsCsv ? "true" : "false")}");
        try
        {
            var written = 0L;
            engine.Read(
                $"COPY (SELECT * EXCLUDE ({SqlText.Name(Result)}), {added} FROM (SELECT *, {AdjustFunction.Name}({function.Arguments}) AS {SqlText.Name(Result)} FROM ({LineSql.Of(layouts)}))) TO {SqlText.Target(path)} ({(request.AsCsv ? InCsv : AsParquet)})",
                rows =>
                {
                    written = rows[0].Longs[0];
                    return true;
                });
            var seen = function.Tallies.Sum(tally => tally.Lines);
            return written == seen ? true : throw new InvalidOperationException($"{written} lines were written and {seen} counted.");
        }
        catch (EngineFault fault) when (fault.InnerException is null or CellFault)
        {
            if (fault.IsOfInput || fault.InnerException is CellFault)
            {
                new ProblemSearch(engine, problems).Cells(layouts);
            }

            if (problems.IsEmpty)
            {
                problems.Add(ProblemCode.ANALYTICS_FAILED, "$", $"The engine could not adjust the lines: {fault.Kind}. Give it more memory (--memory) or space, or write the files again.");
            }

            return false;
        }
    }

    /// <summary>Both files are whole before one takes its place.</summary>
    private AdjustSummary Publish(string part, LineTally tally)
    {
        var pairs = TotalsCsv.Write(Path.Combine(part, TotalsName), tally);
        PartFolder.Publish(part, request.Folder, [FileName, TotalsName]);
        return AdjustSummary.Of(FileName, TotalsName, pairs, tally.ByReason);
    }
}
