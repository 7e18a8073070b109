using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>
/// The pass with which a run is compared: reads the input once, parses it into the same records on as many threads, and
/// writes a file as large as the outputs of a run.
/// </summary>
/// <param name="options">What a run would be asked for.</param>
/// <param name="book">The law, for the words that it knows.</param>
public sealed class ReadingPass(NationalRunOptions options, LawBook book)
{
    private const int LinesAtOnce = 4096;

    private readonly InputFolder input = new(options.In, Path.Combine(options.Out, ".input"));

    /// <summary>Reads, parses and writes.</summary>
    /// <param name="bytes">Bytes of the outputs.</param>
    public Measured Run(long bytes)
    {
        Measured.Of(() => Pass(bytes), out var took);
        return took;
    }

    private long Pass(long bytes)
    {
        input.Unpack(options.Threads, new ProblemList());
        var headers = input.Headers(new ProblemList());
        foreach (var table in InputTables.All.Where(table => table != InputTable.Reference && input.Has(table)))
        {
            Parallel.ForEach(
                System.Collections.Concurrent.Partitioner.Create(Batches(table), System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
                new() { MaxDegreeOfParallelism = options.Threads },
                () => new PartInput(book, headers, options.AllowSynthetic),
                (batch, _, records) =>
                {
                    foreach (var (number, line) in batch)
                    {
                        records.Parse(table, number, line.Span);
                    }

                    records.Forget();
                    return records;
                },
                _ => { });
        }

        Write(bytes);
        input.Forget();
        return bytes;
    }

    private IEnumerable<List<(long Number, ReadOnlyMemory<byte> Line)>> Batches(InputTable table)
    {
        using var stream = input.Open(table);
        var isCsv = table <= InputTable.Charges;
        var lines = new ByteLines(stream, isCsv, isCsv ? InputFolder.LongestRow : CaseLimits.Bytes);
        if (isCsv)
        {
            lines.Next(out _);
        }

        var batch = new List<(long, ReadOnlyMemory<byte>)>(LinesAtOnce);
        while (lines.Next(out var line))
        {
            batch.Add((lines.Number, line.ToArray()));
            if (batch.Count == LinesAtOnce)
            {
                yield return batch;
                batch = new(LinesAtOnce);
            }
        }

        yield return batch;
    }

    private void Write(long bytes)
    {
        Directory.CreateDirectory(options.Out);
        var path = Path.Combine(options.Out, ".measure");
        var block = new byte[1 << 16];
        Array.Fill(block, (byte)'0');
        using (var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1))
        {
            for (var left = bytes; left > 0; left -= block.Length)
            {
                stream.Write(block, 0, (int)Math.Min(left, block.Length));
            }

            stream.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }
}
