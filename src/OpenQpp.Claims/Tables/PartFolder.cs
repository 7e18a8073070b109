using System.Globalization;
using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>A folder of its own in which an engine works until all that it writes is whole.</summary>
internal static class PartFolder
{
    /// <summary>Opens an engine and works; null with a problem where that cannot be done.</summary>
    /// <param name="folder">The folder that is written in the end.</param>
    /// <param name="megabytes">Memory of the engine, MiB; null for its own bound.</param>
    /// <param name="threads">Threads; null for as many as there are processors.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="work">Works, and writes into the folder that it is given.</param>
    public static T? Work<T>(string folder, int? megabytes, int? threads, ProblemList problems, Func<DuckDbEngine, string, T?> work)
        where T : class
    {
        if (!AnalyticsLibrary.IsHere)
        {
            problems.Add(ProblemCode.ANALYTICS_MISSING, "$", "Claims are read and written by DuckDB, whose library is missing. " + AnalyticsLibrary.Remedy);
            return null;
        }

        var part = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".openqpp-{Environment.ProcessId}"));
        try
        {
            Directory.CreateDirectory(part);
            using var engine = new DuckDbEngine(Path.Combine(part, "spill"), megabytes, threads);
            return work(engine, part);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemCode.NOT_WRITABLE, "$.out", $"'{ShownText.Of(folder)}' cannot be written. Check the path, the permissions and the space on the disk.");
            return null;
        }
        finally
        {
            if (Directory.Exists(part))
            {
                Directory.Delete(part, recursive: true);
            }
        }
    }

    /// <summary>Puts files into their place, once all of them are whole.</summary>
    /// <param name="part">Where they are.</param>
    /// <param name="folder">Where they belong.</param>
    /// <param name="names">Their names.</param>
    public static void Publish(string part, string folder, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            File.Move(Path.Combine(part, name), Path.Combine(folder, name), overwrite: true);
        }
    }
}
