using System.Globalization;
using OpenQpp.DuckDb;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Puts the parts of items and services together: the same files as if they had been counted at once. The case minimum is applied here.</summary>
/// <param name="folder">The folder that is written, in which the parts lie.</param>
/// <param name="parts">How many parts there are.</param>
/// <param name="book">The law of all years.</param>
/// <param name="problems">Takes what is wrong.</param>
public sealed class ServicesMerge(string folder, int parts, LawBook book, ProblemList problems)
{
    /// <summary>Merges; null where something is wrong. Nothing is written then.</summary>
    /// <param name="megabytes">How much memory the engine's buffers may take, MiB; null for its own bound.</param>
    /// <param name="threads">How many threads; null for as many as there are processors.</param>
    /// <returns>What came of it, and the law that it was counted under.</returns>
    public (ServicesSummary Summary, YearLaw Law)? Run(int? megabytes, int? threads)
    {
        if (PartsMade.Find(new(folder, ServiceFiles.Parts), parts, problems) is not { } made || LawOf(made) is not { } law || !made.AreOf([law], problems))
        {
            return null;
        }

        var summary = WorkFolder.Work(folder, megabytes, threads, problems, (engine, work) =>
        {
            try
            {
                return Merge(engine, made, law, work);
            }
            catch (EngineFault fault) when (fault.InnerException is null)
            {
                EngineProblem.Add(problems, fault, "merge the parts");
                return null;
            }
        });
        return summary is null ? null : (summary, law);
    }

    private ServicesSummary Merge(DuckDbEngine engine, PartsMade made, YearLaw law, string work)
    {
        var sql = new ServicesSql(law);
        string Of(string name) => $"read_parquet([{string.Join(", ", made.Files(name + ".parquet").Select(SqlText.File))}])";
        engine.Run("SET preserve_insertion_order = false");
        engine.Run(ServicesSql.AttributionOf(Of(ServiceFiles.Attribution)));
        engine.Run(sql.Shown());
        var (asParquet, visitsAreKnown) = (made.Manifests[0].Of(ServiceFiles.Form) is ServiceFiles.Parquet, made.Manifests[0].Of(ServiceFiles.Visits) is ServiceFiles.Known);
        var files = ServiceFiles.Write(
            engine, work, asParquet, sql.MergedItems(Of(ServiceFiles.Items)), ServicesSql.MergedEmergency(Of(ServiceFiles.Emergency)), ServicesSql.MergedAttribution(Of(ServiceFiles.Attribution)));
        files.Add(ServiceFiles.WriteHeader(engine, work, law, visitsAreKnown, made.Manifests[0].Of(ServiceFiles.List) is ServiceFiles.Own));
        WorkFolder.Publish(work, folder, files);
        return ServiceFiles.Summary(files, made.Sum(PartRun.Lines)!, WholeNumbers.Of(engine, ServicesSql.ShownNumbers, 2), visitsAreKnown);
    }

    private YearLaw? LawOf(PartsMade made)
    {
        if (int.TryParse(made.Manifests[0].Of(ServiceFiles.Year), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && book.Has(year))
        {
            return book.Of(new(year), made.Settings);
        }

        problems.Add(ProblemCode.PART_DIFFERS, "$.parts", "The parts are of a performance year that is not recorded here. Merge with the program that made them.");
        return null;
    }
}
