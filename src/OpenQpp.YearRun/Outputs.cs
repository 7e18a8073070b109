using System.Globalization;

namespace OpenQpp.YearRun;

/// <summary>Writes the outputs of a run into the work folder; the run moves them when all are there.</summary>
/// <param name="options">What the run was asked for.</param>
/// <param name="input">The input, for the names of its files.</param>
/// <param name="work">The work folder.</param>
/// <param name="parts">How many parts there are.</param>
/// <param name="progress">Takes how many parts are done.</param>
internal sealed class Outputs(NationalRunOptions options, InputFolder input, WorkFolder work, int parts, Progress progress)
{
    private const int MeanDecimals = 4;
    private const string Adjustments = "payment-adjustments.csv";
    private const string Results = "entity-scores.ndjson";
    private const string Cases = "entity-cases.ndjson";
    private const string Eligibility = "eligibility.ndjson";

    /// <summary>Writes all; the answer is the names of the files.</summary>
    /// <param name="run">What the nation comes to.</param>
    /// <param name="compared">What it comes to under the law with which it is compared; null where nothing is compared.</param>
    /// <param name="hashes">SHA-256 of the input.</param>
    public IReadOnlyList<string> Write(LawRun run, LawRun? compared, IReadOnlyList<(string Name, string Hash)> hashes)
    {
        var (results, tables, adjustments) = (new List<string>(), new List<string>(), new List<string>());
        Action[] writings = [() => WriteResults(run, results), () => WriteTables(run, compared, hashes, tables), () => WriteAdjustments(run, adjustments)];
        LawRun.Each(writings.Length, options.Threads, place => writings[place]());
        return [.. adjustments, .. results, .. tables];
    }

    /// <summary>The files that tell of the nation as a whole.</summary>
    private void WriteTables(LawRun run, LawRun? compared, IReadOnlyList<(string Name, string Hash)> hashes, List<string> files)
    {
        void File(string name, Action<Stream> write)
        {
            Write(name, write);
            files.Add(name);
        }

        File("statistics.csv", stream => StatisticsCsv.Write(stream, run.Statistics, run.Scaling));
        File("mvp-averages.csv", stream => WriteMeans(stream, run));
        File("scaling-run.json", stream => ScalingRunJson.Write(stream, run.Law.Law, run.Scaling, hashes));
        var counts = new ProblemCounts();
        File("problems.csv", stream => ProblemsCsv.Write(stream, counts.Of(ProblemsOf(run)), input));
        var difference = compared is null ? null : new WhatIf(compared, run);
        if (difference is not null)
        {
            File("what-if.csv", difference.WriteCsv);
            File("what-if.json", difference.WriteJson);
        }

        File("report.html", stream => new HtmlReport(run, counts, difference).Write(stream));
    }

    /// <summary>A line for each unit; for the portal its case too, and the answers of eligibility.</summary>
    private void WriteResults(LawRun run, List<string> files)
    {
        files.Add(Results);
        if (options.ForPortal)
        {
            WriteWithCases(run);
            Write(Eligibility, stream => CopyAnswers(run.Law.Name, stream));
            files.AddRange([Cases, Eligibility]);
        }
        else
        {
            Write(Results, stream => WriteResults(stream, run.Law.Name, new(run.Scaling, options.WithExplanations)));
        }
    }

    /// <summary>A row for each TIN/NPI.</summary>
    private void WriteAdjustments(LawRun run, List<string> files)
    {
        Write(Adjustments, stream => WriteAdjustments(stream, run));
        files.Add(Adjustments);
        if (options.AsParquet)
        {
            using var engine = Analytics.Open(work.At(""), options.Threads);
            AdjustmentsParquet.Write(work.At(Adjustments), work.At(AdjustmentsParquet.FileName), engine);
            OutputFile.Flush(work.At(AdjustmentsParquet.FileName));
            files.Add(AdjustmentsParquet.FileName);
        }
    }

    private void Write(string name, Action<Stream> write)
    {
        using var file = new OutputFile(work.At(name));
        write(file.Stream);
        file.Complete();
    }

    private void WriteWithCases(LawRun run)
    {
        var both = work.At($"{run.Law.Name}-results-and-cases");
        using (var stream = System.IO.File.Create(both))
        {
            WriteResults(stream, run.Law.Name, new(run.Scaling, options.WithExplanations));
        }

        using var from = System.IO.File.OpenRead(both);
        Write(Results, results => Write(Cases, cases => CaseSplit.Write(from, results, cases)));
    }

    /// <summary>Parts are ranges of TINs: one after the other they are in order.</summary>
    private void WriteAdjustments(Stream to, LawRun run)
    {
        PaymentAdjustmentsCsv.WriteHeader(new(to));
        var ofScore = PaymentAdjustmentsCsv.CellsByScore(run.Scaling);
        var written = new InOrder<ReadOnlyMemory<byte>>(text => to.Write(text.Span));
        LawRun.Each(parts, options.Threads, part =>
        {
            written.Add(part, AdjustmentsOf(part, run, ofScore));
            progress.Add(1);
        });
    }

    private ReadOnlyMemory<byte> AdjustmentsOf(int part, LawRun run, IReadOnlyDictionary<decimal, string[]> ofScore)
    {
        var buffer = new MemoryStream();
        var (rows, csv) = (new PaymentAdjustmentsCsv(run.Law.Law, ofScore), new Csv(buffer));
        var results = PartResults.ReadRows(PartFile.Read(work.OfPart(run.Law.Name, part), PartSection.Rows));
        var outcomes = run.OutcomesOf(results);
        for (var place = 0; place < outcomes.Length; place++)
        {
            rows.Write(csv, results.Clinicians[place], outcomes[place]);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>apm, group, individual, subgroup, virtualGroup.</summary>
    private void WriteResults(Stream to, string law, AdjustmentInsertion insertion)
    {
        Copy(System.IO.File.OpenRead(work.At($"{law}-entities")), to, insertion);
        CopyParts(law, PartSection.Groups, to, insertion);
        CopyParts(law, PartSection.Individuals, to, insertion);
        WriteSubgroups(law, to, insertion);
        Copy(System.IO.File.OpenRead(work.At($"{law}-virtualGroups")), to, insertion);
    }

    private void CopyParts(string law, PartSection section, Stream to, AdjustmentInsertion insertion)
    {
        for (var part = 0; part < parts; part++)
        {
            Copy(PartFile.Open(work.OfPart(law, part), section), to, insertion);
        }
    }

    private static void Copy(Stream from, Stream to, AdjustmentInsertion insertion)
    {
        using (from)
        {
            insertion.Copy(from, to);
        }
    }

    private void CopyAnswers(string law, Stream to)
    {
        for (var part = 0; part < parts; part++)
        {
            using var answers = PartFile.Open(work.OfPart(law, part), PartSection.Eligibility);
            answers.CopyTo(to);
        }
    }

    /// <summary>Subgroups are sorted by their id, which goes across parts: first where each stands, then the lines.</summary>
    private void WriteSubgroups(string law, Stream to, AdjustmentInsertion insertion)
    {
        var places = new List<(string Id, string Tin, int Part, long Start, int Length)>();
        for (var part = 0; part < parts; part++)
        {
            using var stream = PartFile.Open(work.OfPart(law, part), PartSection.Subgroups);
            var start = 0L;
            foreach (var (_, bytes) in Files.Lines.Of(stream, int.MaxValue - 1))
            {
                var unit = UnitKey.Of(bytes.Span)!.Value;
                places.Add((unit.Id, unit.Tin, part, start, bytes.Length));
                start += bytes.Length + 1;
            }
        }

        foreach (var (_, _, part, start, length) in places.OrderBy(place => place.Id, StringComparer.Ordinal).ThenBy(place => place.Tin, StringComparer.Ordinal))
        {
            using var stream = PartFile.Open(work.OfPart(law, part), PartSection.Subgroups);
            stream.Position = start;
            var line = new byte[length];
            stream.ReadExactly(line);
            insertion.Write(line, to);
            to.WriteByte((byte)'\n');
        }
    }

    private static void WriteMeans(Stream to, LawRun run)
    {
        var csv = new Csv(to);
        csv.Row("mvp_id", "submissions", "mean_quality_percent", "mean_cost_percent");
        foreach (var pathway in run.Pathways.GroupBy(pathway => pathway.Mvp, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            csv.Row(pathway.Key, pathway.Count().ToString(CultureInfo.InvariantCulture), Mean(pathway.Select(one => one.Quality)), Mean(pathway.Select(one => one.Cost)));
        }
    }

    private static string Mean(IEnumerable<decimal?> percents)
    {
        var known = percents.OfType<decimal>().ToArray();
        return known.Length == 0 ? "" : Csv.Number(known.Sum() / known.Length, MeanDecimals);
    }

    private IEnumerable<RunProblem> ProblemsOf(LawRun run)
    {
        var ofNation = new MemoryStream();
        ProblemFile.Write(ofNation, [.. run.Nation.Problems, .. run.Missing]);
        ofNation.Position = 0;
        return ProblemFile.Joined([() => ofNation, .. Enumerable.Range(0, parts).Select(part => (Func<Stream>)(() => PartFile.Open(work.OfPart(run.Law.Name, part), PartSection.Problems)))]);
    }
}
