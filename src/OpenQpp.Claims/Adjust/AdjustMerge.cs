using OpenQpp.DuckDb;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Puts the parts of adjusted lines together: the same files as if they had been adjusted at once.</summary>
/// <param name="folder">The folder that is written, in which the parts lie.</param>
/// <param name="parts">How many parts there are.</param>
/// <param name="book">The law of all years.</param>
/// <param name="problems">Takes what is wrong.</param>
public sealed class AdjustMerge(string folder, int parts, LawBook book, ProblemList problems)
{
    private const int TotalsColumns = 15;
    private const int FirstSum = 3;

    /// <summary>Merges; null where something is wrong. Nothing is written then.</summary>
    /// <param name="megabytes">How much memory the engine's buffers may take, MiB; null for its own bound.</param>
    /// <param name="threads">How many threads; null for as many as there are processors.</param>
    public AdjustSummary? Run(int? megabytes, int? threads)
    {
        if (PartsMade.Find(new(folder, AdjustFiles.Parts), parts, problems) is not { } made || !made.AreOf(book.Years.Select(year => book.Of(year, made.Settings)), problems))
        {
            return null;
        }

        return WorkFolder.Work(folder, megabytes, threads, problems, (engine, work) =>
        {
            try
            {
                return Merge(engine, made, work);
            }
            catch (EngineFault fault) when (fault.InnerException is null)
            {
                EngineProblem.Add(problems, fault, "merge the parts");
                return null;
            }
        });
    }

    private AdjustSummary Merge(DuckDbEngine engine, PartsMade made, string work)
    {
        var name = made.Manifests[0].Of(AdjustFiles.Form);
        var asCsv = string.Equals(name, AdjustFiles.NameOf(asCsv: true), StringComparison.Ordinal);
        // Words are text in the files of parts.
        var words = string.Join(", ", AdjustColumns.All.Where(column => column.Kind is ColumnKind.Word).Select(column =>
            $"CAST({column.Name} AS ENUM({string.Join(", ", ((ColumnKind.Word)column.Kind).Words.Select(SqlText.Of))})) AS {column.Name}"));
        var (place, order) = asCsv ? ($" EXCLUDE ({SqlText.Name(LineSql.Place)})", $" ORDER BY {SqlText.Name(LineSql.Place)}") : ("", "");
        var written = AdjustFiles.Copy(engine, $"SELECT *{place} REPLACE ({words}) FROM read_parquet({List(made.Files(AdjustFiles.PartLines))}){order}", Path.Combine(work, name), asCsv);
        var counted = made.Sum(PartRun.Lines)![0];
        if (written != counted)
        {
            throw new InvalidOperationException($"{written} lines were written and {counted} counted.");
        }

        var tally = new LineTally();
        engine.Read($"FROM read_csv({List(made.Files(ClaimsAdjustment.TotalsName))}, {TotalsCsv.Types})", rows =>
        {
            Span<long> sums = stackalloc long[TotalsColumns - FirstSum];
            for (var row = 0; row < rows.Count; row++)
            {
                for (var column = 0; column < sums.Length; column++)
                {
                    sums[column] = rows[FirstSum + column].Longs[row];
                }

                tally.Add(rows[0].IsNull(row) ? (short)0 : (short)rows[0].Wholes[row], rows[1].TextOrEmpty(row), rows[2].TextOrEmpty(row), PairSums.Of(sums));
            }

            return true;
        });
        AdjustFiles.AddReasons(made, tally);
        var pairs = TotalsCsv.Write(Path.Combine(work, ClaimsAdjustment.TotalsName), tally);
        WorkFolder.Publish(work, folder, [name, ClaimsAdjustment.TotalsName]);
        return AdjustSummary.Of(name, ClaimsAdjustment.TotalsName, pairs, tally.ByReason);
    }

    private static string List(IEnumerable<string> files) => $"[{string.Join(", ", files.Select(SqlText.File))}]";
}
