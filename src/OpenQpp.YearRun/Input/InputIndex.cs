using Microsoft.Win32.SafeHandles;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>Takes a line of the input.</summary>
/// <param name="table">Its file.</param>
/// <param name="number">Its number.</param>
/// <param name="line">Its bytes, which are there until the next one is taken.</param>
internal delegate void LineTaker(InputTable table, long number, ReadOnlySpan<byte> line);

/// <summary>
/// Where the lines of each part of the input stand, cut by TIN. Rows of APM Entities, cases of virtual groups and APM Entities,
/// and everything about the practices of virtual groups belong to the nation. The files stay open until the end of the run.
/// </summary>
internal sealed class InputIndex : IDisposable
{
    private const int LinesTold = 1 << 12;
    private const int ReadAtOnce = 1 << 16;

    private readonly InputFolder input;
    private readonly IReadOnlyDictionary<InputTable, CsvHeader> headers;
    private readonly Dictionary<InputTable, (SafeFileHandle File, long Length, DateTime Written)> files = [];
    private readonly Dictionary<string, int> tinOfSubgroup = new(StringComparer.Ordinal);
    private readonly HashSet<int> virtualGroupTins = [];
    private readonly Dictionary<InputTable, TableStretches> stretches = [];

    /// <summary>Opens the files.</summary>
    /// <param name="input">The input.</param>
    /// <param name="headers">The headers of its files.</param>
    public InputIndex(InputFolder input, IReadOnlyDictionary<InputTable, CsvHeader> headers)
    {
        (this.input, this.headers) = (input, headers);
        foreach (var table in InputTables.Lines.Where(table => input.Has(table) && (table > InputTable.Charges || headers.ContainsKey(table))))
        {
            var file = File.OpenHandle(input.PathOf(table));
            files.Add(table, (file, RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file)));
        }
    }

    /// <summary>The files of which something was changed since they were opened.</summary>
    public IEnumerable<InputTable> Changed => files.Where(pair => RandomAccess.GetLength(pair.Value.File) != pair.Value.Length || File.GetLastWriteTimeUtc(pair.Value.File) != pair.Value.Written).Select(pair => pair.Key);

    /// <summary>How the TINs are cut.</summary>
    /// <param name="clinicians">Clinicians of a part, about.</param>
    public Partition Cut(int clinicians)
    {
        var partition = Partition.Of(Tins(InputTable.Clinicians), clinicians);
        virtualGroupTins.UnionWith(Tins(InputTable.VirtualGroups));
        ReadSubgroups();
        return partition;
    }

    /// <summary>Reads all files and notes where the lines of each part stand.</summary>
    /// <param name="partition">How the TINs are cut.</param>
    /// <param name="threads">Files read at once.</param>
    /// <param name="progress">Takes the bytes read.</param>
    public void Find(Partition partition, int threads, Progress progress)
    {
        var largestFirst = files.OrderByDescending(pair => pair.Value.Length).Select(pair => pair.Key).ToArray();
        Array.ForEach(largestFirst, table => stretches.Add(table, new(partition.Parts)));
        LawRun.Each(largestFirst.Length, threads, place =>
        {
            var table = largestFirst[place];
            if (table <= InputTable.Charges)
            {
                FindRows(table, partition, stretches[table], progress);
            }
            else
            {
                FindCases(table, partition, stretches[table], progress);
            }
        });
    }

    /// <summary>Reads the lines of a part, file after file.</summary>
    /// <param name="part">The part; null for the nation.</param>
    /// <param name="take">Takes each line.</param>
    public void Read(int? part, LineTaker take)
    {
        var rows = new ByteLines(Stream.Null, isCsv: true, InputFolder.LongestRow, ReadAtOnce);
        var cases = new ByteLines(Stream.Null, isCsv: false, CaseLimits.Bytes, ReadAtOnce);
        foreach (var table in InputTables.Lines.Where(files.ContainsKey))
        {
            var lines = table <= InputTable.Charges ? rows : cases;
            foreach (var stretch in stretches[table].Of(part))
            {
                lines.GoOn(new StretchStream(files[table].File, stretch.Start, stretch.End), stretch.Number);
                while (lines.Next(out var line))
                {
                    take(table, lines.Number, line);
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var (file, _, _) in files.Values)
        {
            file.Dispose();
        }
    }

    private List<int> Tins(InputTable table)
    {
        var tins = new List<int>();
        if (headers.TryGetValue(table, out var header))
        {
            using var rows = new RowsOf(input, table, header);
            var column = header.PlaceOf("tin");
            while (rows.Next())
            {
                if (Partition.Number(rows.Cell(column)) is { } tin)
                {
                    tins.Add(tin);
                }
            }
        }

        return tins;
    }

    private void ReadSubgroups()
    {
        if (headers.TryGetValue(InputTable.Subgroups, out var header))
        {
            using var rows = new RowsOf(input, InputTable.Subgroups, header);
            var (ofTin, ofSubgroup) = (header.PlaceOf("tin"), header.PlaceOf("subgroup_id"));
            while (rows.Next())
            {
                if (Partition.Number(rows.Cell(ofTin)) is { } tin)
                {
                    tinOfSubgroup.TryAdd(System.Text.Encoding.UTF8.GetString(rows.Cell(ofSubgroup)), tin);
                }
            }
        }
    }

    private void FindRows(InputTable table, Partition partition, TableStretches found, Progress progress)
    {
        using var rows = new RowsOf(input, table, headers[table]);
        var (ofTin, ofLevel) = (headers[table].PlaceOf("tin"), table is InputTable.Volumes or InputTable.Elections ? headers[table].PlaceOf("level") : -1);
        var isSharedWithNation = table is not (InputTable.Charges or InputTable.Apm);
        var told = 0L;
        while (rows.Next())
        {
            var isOfEntity = ofLevel >= 0 && rows.Cell(ofLevel).SequenceEqual("apmEntity"u8);
            var tin = isOfEntity ? null : Partition.Number(rows.Cell(ofTin));
            var isOfNation = isOfEntity || table == InputTable.VirtualGroups || (tin is { } number && isSharedWithNation && virtualGroupTins.Contains(number));
            found.Add(rows.Lines, isOfEntity || table == InputTable.VirtualGroups ? null : partition.Of(tin), isOfNation);
            Tell(rows.Lines, ref told, progress);
        }

        progress.Add(rows.Lines.End - told);
    }

    private void FindCases(InputTable table, Partition partition, TableStretches found, Progress progress)
    {
        using var stream = input.Open(table);
        var (lines, told) = (new ByteLines(stream, isCsv: false, CaseLimits.Bytes), 0L);
        while (lines.Next(out var line))
        {
            var key = UnitKey.Of(line);
            var tin = key is not { IsOfTin: true } unit ? null
                : unit is { Level: ParticipationOption.Subgroup } && tinOfSubgroup.TryGetValue(unit.Id, out var known) && unit.Tin.Length == 0 ? known
                : Partition.Number(unit.Tin);
            var isOfNation = key is { IsOfTin: false };
            found.Add(lines, isOfNation ? null : partition.Of(tin), isOfNation);
            Tell(lines, ref told, progress);
        }

        progress.Add(lines.End - told);
    }

    private static void Tell(ByteLines lines, ref long told, Progress progress)
    {
        if (lines.Number % LinesTold == 0)
        {
            progress.Add(lines.End - told);
            told = lines.End;
        }
    }
}
