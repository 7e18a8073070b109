using System.Globalization;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>
/// Runs a nation for a year: eligibility, every score, which score counts, budget neutrality, and the outputs. The input is
/// cut by TIN; each part is scored on its own and kept, so that a run that was killed goes on where it was.
/// </summary>
public sealed class NationalRun
{
    private readonly NationalRunOptions options;
    private readonly LawBook book;
    private readonly RunLaw[] laws;
    private readonly Progress progress;
    private readonly InputFolder input;

    /// <summary>A run.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="book">The law of all years.</param>
    /// <param name="law">The law of the run.</param>
    /// <param name="compared">The law with which it is compared; null where nothing is compared.</param>
    /// <param name="progress">Takes how far the run is.</param>
    public NationalRun(NationalRunOptions options, LawBook book, YearLaw law, YearLaw? compared, Progress progress)
    {
        (this.options, this.book, this.progress) = (options, book, progress);
        laws = compared is null ? [new("run", law)] : [new("base", compared), new("changed", law)];
        input = new(options.In, Path.Combine(options.Out, ".input"));
    }

    /// <summary>Runs; null where the input as a whole was refused.</summary>
    /// <param name="problems">Takes why it was refused.</param>
    public RunSummary? Run(ProblemList problems)
    {
        try
        {
            return RunUnpacked(problems);
        }
        finally
        {
            input.Forget();
        }
    }

    private RunSummary? RunUnpacked(ProblemList problems)
    {
        progress.Begin("Opening the input", 0, "files");
        if (options.AsParquet && !Analytics.IsHere(problems))
        {
            return null;
        }

        input.Unpack(options.Threads, problems);
        if (!problems.IsEmpty)
        {
            return null;
        }

        var headers = input.Headers(problems);
        var reference = input.Has(InputTable.Reference) ? ReferenceFigures.Read(File.ReadAllBytes(input.PathOf(InputTable.Reference)), problems) : new();
        if (!problems.IsEmpty)
        {
            return null;
        }

        Directory.CreateDirectory(options.Out);
        var log = new RunLog(Path.Combine(options.Out, "run.log"));
        using var index = new InputIndex(input, headers);
        progress.Begin("Reading the input", input.Bytes, "bytes");
        var (hashes, partition) = HashAndCut(index);
        var work = new WorkFolder(options.Out, KeyOf(hashes));
        log.Write(work.IsResumed ? "resumed" : "started", json =>
        {
            json.WriteNumber("performanceYear", laws[^1].Law.Year.Year);
            json.WriteNumber("threads", options.Threads);
            json.WriteString("machine", Environment.MachineName);
            json.WriteNumber("processors", Environment.ProcessorCount);
        });
        log.Step("read", input.Bytes, "bytes");
        var setup = new RunSetup(book, reference, options.AllowSynthetic, options.WithExplanations) { HasCharges = input.Has(InputTable.Charges), ForPortal = options.ForPortal };
        var shared = PartInput.Read(index, null, book, headers, options.AllowSynthetic);
        var nations = Array.ConvertAll(laws, law => new NationFacts(shared, law.Law));
        var clinicians = ScoreParts(index, partition, headers, setup, nations, work);
        foreach (var table in index.Changed)
        {
            problems.Add(ProblemCode.NOT_READABLE, input.NameOf(table), "The file was changed while it was read. Run again when nobody writes to it.");
        }

        if (!problems.IsEmpty)
        {
            work.Remove();
            return null;
        }

        log.Step("scored", clinicians, "clinicians");
        progress.Begin("Comparing scores", 0, "parts");
        var runs = laws.Zip(nations, (law, nation) => LawRun.Of(law, setup, nation, work, partition.Parts, options.Threads, progress)).ToArray();
        log.Step("assigned", clinicians, "clinicians");
        progress.Begin("Writing", 0, "parts");
        var files = new Outputs(options, input, work, partition.Parts, progress).Write(runs[^1], runs.Length > 1 ? runs[0] : null, hashes);
        foreach (var file in files)
        {
            File.Move(work.At(file), Path.Combine(options.Out, file), overwrite: true);
        }

        var bytes = files.Sum(file => new FileInfo(Path.Combine(options.Out, file)).Length);
        work.Remove();
        log.Step("written", bytes, "bytes");
        return RunSummary.Of(runs[^1], runs.Length > 1 ? runs[0] : null, bytes);
    }

    /// <summary>Hashes the input and cuts the TINs, and finds where the lines of each part stand.</summary>
    private (IReadOnlyList<(string Name, string Hash)> Hashes, Partition Partition) HashAndCut(InputIndex index)
    {
        var (tables, partition) = (input.Tables, (Partition?)null);
        var hashes = new string[tables.Count];
        LawRun.Each(hashes.Length + 1, options.Threads, place =>
        {
            if (place == 0)
            {
                partition = index.Cut(options.PartSize);
            }
            else
            {
                hashes[place - 1] = input.HashOf(tables[place - 1]);
            }
        });
        index.Find(partition!, options.Threads, progress);
        return ([.. tables.Select(input.NameOf).Zip(hashes)], partition!);
    }

    /// <summary>What the outputs depend on, and how the parts are cut.</summary>
    private string KeyOf(IReadOnlyList<(string Name, string Hash)> hashes) => string.Join(
        '\n',
        [
            .. laws.Select(law => $"{law.Name} {law.Law.Name} {MadeBy.Of(law.Law, []).Engine} {law.Law.Hash} {string.Join('&', law.Law.Settings.Changed.Select(pair => $"{pair.Key}={pair.Value}"))}"),
            string.Create(CultureInfo.InvariantCulture, $"{options.PartSize} {options.WithExplanations} {options.ForPortal} {options.AsParquet} {options.AllowSynthetic}"),
            typeof(NationalRun).Module.ModuleVersionId.ToString(),
            .. hashes.Select(hash => $"{hash.Name} {hash.Hash}"),
        ]);

    private long ScoreParts(InputIndex index, Partition partition, Dictionary<InputTable, CsvHeader> headers, RunSetup setup, NationFacts[] nations, WorkFolder work)
    {
        progress.Begin("Scoring", partition.Clinicians * laws.Length, "clinicians");
        LawRun.Each(partition.Parts, options.Threads, part =>
        {
            PartInput? lines = null;
            for (var law = 0; law < laws.Length; law++)
            {
                var path = work.OfPart(laws[law].Name, part);
                if (!(work.IsResumed && PartFile.IsWhole(path)))
                {
                    lines ??= PartInput.Read(index, part, book, headers, options.AllowSynthetic);
                    ScorePart(path, lines, setup, nations[law], laws[law]);
                }
            }
        });
        return partition.Clinicians;
    }

    private void ScorePart(string path, PartInput lines, RunSetup setup, NationFacts nation, RunLaw law)
    {
        using var to = new PartWriter(path);
        var results = new PartScoring(setup, lines, nation, law.Law) { Answers = setup.ForPortal ? to[PartSection.Eligibility] : null }
            .Run(to[PartSection.Groups], to[PartSection.Individuals], to[PartSection.Subgroups], progress);
        results.Problems.AddRange(lines.Problems);
        results.WriteRows(to[PartSection.Rows]);
        results.WriteShared(to[PartSection.Shared]);
        ProblemFile.Write(to[PartSection.Problems], results.Problems);
        to.Complete();
    }
}
