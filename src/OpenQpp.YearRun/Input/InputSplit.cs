using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>
/// Splits the input by TIN. Rows of APM Entities, cases of virtual groups and APM Entities, and a copy of everything about
/// the practices of virtual groups go to the file of the nation.
/// </summary>
/// <param name="input">The input.</param>
/// <param name="headers">The headers of its files.</param>
/// <param name="work">The folder to write to.</param>
/// <param name="progress">Takes the bytes read.</param>
internal sealed class InputSplit(InputFolder input, IReadOnlyDictionary<InputTable, CsvHeader> headers, WorkFolder work, Progress progress)
{
    private readonly Dictionary<string, int> tinOfSubgroup = new(StringComparer.Ordinal);
    private readonly HashSet<int> virtualGroupTins = [];

    /// <summary>Splits; the answer is how the TINs were cut.</summary>
    /// <param name="clinicians">Clinicians of a part, about.</param>
    public Partition Run(int clinicians)
    {
        var partition = Partition.Of(Tins(InputTable.Clinicians), clinicians);
        virtualGroupTins.UnionWith(Tins(InputTable.VirtualGroups));
        ReadSubgroups();
        using var nation = new PartWriter(work.Input(null));
        var parts = new PartWriter[partition.Parts];
        try
        {
            for (var part = 0; part < parts.Length; part++)
            {
                parts[part] = new(work.Input(part));
            }

            foreach (var table in InputTables.Csv.Where(headers.ContainsKey))
            {
                SplitRows(table, partition, parts, nation);
            }

            SplitCases(InputTable.Submissions, partition, parts, nation);
            SplitCases(InputTable.Computed, partition, parts, nation);
        }
        finally
        {
            Array.ForEach(parts, part => part?.Dispose());
        }

        return partition;
    }

    private List<int> Tins(InputTable table)
    {
        var tins = new List<int>();
        if (headers.TryGetValue(table, out var header))
        {
            using var rows = new RowsOf(input, table, header);
            while (rows.Next())
            {
                if (Partition.Number(rows.Cell("tin")) is { } tin)
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
            while (rows.Next())
            {
                if (Partition.Number(rows.Cell("tin")) is { } tin)
                {
                    tinOfSubgroup.TryAdd(System.Text.Encoding.UTF8.GetString(rows.Cell("subgroup_id")), tin);
                }
            }
        }
    }

    private void SplitRows(InputTable table, Partition partition, PartWriter[] parts, PartWriter nation)
    {
        using var rows = new RowsOf(input, table, headers[table]);
        var hasLevel = table is InputTable.Volumes or InputTable.Elections;
        while (rows.Next())
        {
            var isOfEntity = hasLevel && rows.Cell("level").SequenceEqual("apmEntity"u8);
            var tin = isOfEntity ? null : Partition.Number(rows.Cell("tin"));
            if (isOfEntity || table == InputTable.VirtualGroups || (tin is { } number && virtualGroupTins.Contains(number) && table is not (InputTable.Charges or InputTable.Apm)))
            {
                nation.Add(table, rows.Number, rows.Line);
            }

            if (!isOfEntity && table != InputTable.VirtualGroups)
            {
                parts[partition.Of(tin)].Add(table, rows.Number, rows.Line);
            }

            progress.Add(rows.Line.Length);
        }
    }

    private void SplitCases(InputTable table, Partition partition, PartWriter[] parts, PartWriter nation)
    {
        if (!input.Has(table))
        {
            return;
        }

        using var stream = input.Open(table);
        var lines = new ByteLines(stream, isCsv: false, CaseLimits.Bytes);
        while (lines.Next(out var line))
        {
            var key = UnitKey.Of(line);
            var tin = key is not { IsOfTin: true } unit ? null
                : unit is { Level: ParticipationOption.Subgroup } && tinOfSubgroup.TryGetValue(unit.Id, out var known) && unit.Tin.Length == 0 ? known
                : Partition.Number(unit.Tin);
            (key is { IsOfTin: false } ? nation : parts[partition.Of(tin)]).Add(table, lines.Number, line);
            progress.Add(line.Length);
        }
    }
}
