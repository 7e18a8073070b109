using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Works on a part in a folder of its own and publishes it; a part that is there already, made of the same, is left as it is.</summary>
/// <param name="part">The part.</param>
/// <param name="parts">Where it goes.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class PartRun(BeneficiaryPart part, PartsFolder parts, ProblemList problems)
{
    /// <summary>Name of the number of lines among the sums of a part: the first of them.</summary>
    public const string Lines = "lines";

    /// <summary>Works; null where something is wrong. Nothing is published then.</summary>
    /// <param name="madeOf">Tells what it is made of.</param>
    /// <param name="megabytes">Memory of the engine, MiB; null for its own bound.</param>
    /// <param name="threads">Threads; null for as many as there are processors.</param>
    /// <param name="work">Works, writes files into the folder that it is given, and tells what it counted.</param>
    public PartSummary? Run(Func<MadeOf> madeOf, int? megabytes, int? threads, Func<DuckDbEngine, string, IReadOnlyDictionary<string, long[]>?> work)
    {
        MadeOf given;
        try
        {
            given = madeOf();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemCode.NOT_READABLE, "$", "A file that is given cannot be read. Check the paths and that you may read them.");
            return null;
        }

        if (parts.Published(part) is { } there && PartManifest.Read(there) is { } before && before.IsMadeOf(given.Pairs))
        {
            return new(part, before.Token, before.Sums[Lines][0], WasThere: true);
        }

        long token;
        try
        {
            token = parts.Begin(part);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemCode.NOT_WRITABLE, "$.out", $"'{ShownText.Of(parts.Path)}' cannot be written. Check the path, the permissions and the space on the disk.");
            return null;
        }

        return WorkFolder.Work(parts.Path, parts.WorkName(part, token), megabytes, threads, problems, (engine, made) =>
        {
            if (work(engine, made) is not { } sums)
            {
                return null;
            }

            if (!given.AreFilesAsBefore)
            {
                problems.Add(ProblemCode.PART_DIFFERS, "$.part", "A file that was given changed while the part was made of it. Run the part again once the files stay as they are.");
                return null;
            }

            new PartManifest(part.Number, token, given.Pairs, sums, Directory.GetFiles(made).ToDictionary(file => Path.GetFileName(file), file => new FileInfo(file).Length, StringComparer.Ordinal)).Write(made);
            if (parts.TryPublish(made, part, token))
            {
                return new PartSummary(part, token, sums[Lines][0], WasThere: false);
            }

            problems.Add(ProblemCode.PART_OVERTAKEN, "$.part", $"Another run of part {part} began after this one: what that one makes counts, and nothing of this one was kept.");
            return null;
        });
    }
}
