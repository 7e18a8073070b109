using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>A folder of its own in which an engine works until all that it writes is whole.</summary>
internal static class WorkFolder
{
    private const string Spill = "spill";
    private const string Made = "made";

    /// <summary>Opens an engine and works in a folder within the one that is written; null with a problem where that cannot be done.</summary>
    /// <param name="folder">The folder that is written in the end.</param>
    /// <param name="megabytes">Memory of the engine, MiB; null for its own bound.</param>
    /// <param name="threads">Threads; null for as many as there are processors.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="work">Works, and writes into the folder that it is given.</param>
    // Two machines that write into one folder have processes of the same number.
    public static T? Work<T>(string folder, int? megabytes, int? threads, ProblemList problems, Func<DuckDbEngine, string, T?> work)
        where T : class => Work(folder, $".openqpp-{Guid.NewGuid():N}", megabytes, threads, problems, work);

    /// <summary>The same in a folder of a given name, which nobody else has.</summary>
    /// <param name="folder">The folder that is written in the end.</param>
    /// <param name="name">Name of the folder within it; it is gone afterwards.</param>
    /// <param name="megabytes">Memory of the engine, MiB; null for its own bound.</param>
    /// <param name="threads">Threads; null for as many as there are processors.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="work">Works, and writes into the folder that it is given.</param>
    public static T? Work<T>(string folder, string name, int? megabytes, int? threads, ProblemList problems, Func<DuckDbEngine, string, T?> work)
        where T : class
    {
        if (!AnalyticsLibrary.IsHere)
        {
            problems.Add(ProblemCode.ANALYTICS_MISSING, "$", "Claims are read and written by DuckDB, whose library is missing. " + AnalyticsLibrary.Remedy);
            return null;
        }

        var own = Path.Combine(folder, name);
        try
        {
            var made = Directory.CreateDirectory(Path.Combine(own, Made)).FullName;
            using var engine = new DuckDbEngine(Path.Combine(own, Spill), megabytes, threads);
            return work(engine, made);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemCode.NOT_WRITABLE, "$.out", $"'{ShownText.Of(folder)}' cannot be written. Check the path, the permissions and the space on the disk.");
            return null;
        }
        finally
        {
            Remove(own);
        }
    }

    /// <summary>Puts files into their place, once all of them are whole.</summary>
    /// <param name="made">Where they are.</param>
    /// <param name="folder">Where they belong.</param>
    /// <param name="names">Their names.</param>
    public static void Publish(string made, string folder, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            File.Move(Path.Combine(made, name), Path.Combine(folder, name), overwrite: true);
        }
    }

    /// <summary>Removes a folder with all that is in it; whoever removes it at the same time is not in the way.</summary>
    /// <param name="folder">The folder; it may be gone.</param>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Gone already, or going.
        }
    }
}
