using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>The engine that reads and writes Parquet; a run without Parquet never asks for it.</summary>
internal static class Analytics
{
    private const int Megabytes = 1024;

    /// <summary>Whether the library is here; where it is not, that is a problem.</summary>
    /// <param name="problems">Takes it.</param>
    public static bool IsHere(ProblemList problems)
    {
        if (!AnalyticsLibrary.IsHere)
        {
            problems.Add(ProblemCode.ANALYTICS_MISSING, "$", "Parquet is read and written by DuckDB, whose library is missing. " + AnalyticsLibrary.Remedy);
        }

        return AnalyticsLibrary.IsHere;
    }

    /// <summary>Opens the engine.</summary>
    /// <param name="folder">Where it may put what does not fit into memory.</param>
    /// <param name="threads">Threads.</param>
    public static DuckDbEngine Open(string folder, int threads) => new(Path.Combine(folder, "spill"), Megabytes, threads);
}
