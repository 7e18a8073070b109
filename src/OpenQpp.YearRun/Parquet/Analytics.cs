using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>The engine that reads and writes Parquet; a run without Parquet never asks for it.</summary>
internal static class Analytics
{
    private const int Megabytes = 1024;

    /// <summary>Opens the engine; null where its library is missing, which is a problem.</summary>
    /// <param name="folder">Where it may put what does not fit into memory.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="problems">Takes that it is missing.</param>
    public static DuckDbEngine? Open(string folder, int threads, ProblemList problems)
    {
        if (!AnalyticsLibrary.IsHere)
        {
            Missing(problems);
            return null;
        }

        return new(Path.Combine(folder, "spill"), Megabytes, threads);
    }

    /// <summary>Tells that the library is missing.</summary>
    /// <param name="problems">Takes it.</param>
    public static void Missing(ProblemList problems) =>
        problems.Add(ProblemCode.ANALYTICS_MISSING, "$", "Parquet is read and written by DuckDB, whose library is missing. " + AnalyticsLibrary.Remedy);
}
