using OpenQpp.Files;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>Publishes entity-scores.ndjson with entity-cases.ndjson beside it, and what was rejected.</summary>
/// <param name="folder">The folder of the run's output.</param>
/// <param name="load">The run.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="progress">Takes how far it is.</param>
internal sealed class ResultLoad(string folder, RunLoad load, ProblemList problems, Progress progress)
{
    private const string Results = "entity-scores.ndjson";
    private const string Cases = "entity-cases.ndjson";
    private const int BatchSize = 2_000;
    private const int BatchBytes = 1 << 25;

    private static readonly string[] ScoreColumns = ["run_id", "owner_id", "participation_option", "reporting_option", "program", "facility_based", "final_score_e2", "rejected", "own_interoperability"];
    private static readonly string[] ResultColumns = ["run_id", "owner_id", "body", "case_body"];
    private static readonly string[] Inputs = ["submissions.ndjson", "computed.ndjson"];

    private readonly List<(ResultLine Line, byte[] Body, byte[]? Case)> batch = new(BatchSize);
    private UnitKey? last;

    /// <summary>How many results there were.</summary>
    public long Lines { get; private set; }

    /// <summary>Publishes the results.</summary>
    public void Run()
    {
        using var results = new JsonLines(Path.Combine(folder, Results));
        using var cases = File.Exists(Path.Combine(folder, Cases)) ? new JsonLines(Path.Combine(folder, Cases)) : null;
        progress.Begin("results", 0, "results");
        var bytes = 0L;
        while (results.Next() is { } body)
        {
            var given = cases?.Next();
            ResultLine? line = null;
            Lines++;
            progress.Add(1);
            if (!results.Read(() => (line = ResultLine.Read(body)) is { } read && read.StoredScore is null or >= 0, problems))
            {
                continue;
            }

            Check(results, cases, line!, given);
            if (!problems.IsEmpty)
            {
                continue;
            }

            batch.Add((line!, body, given));
            bytes += body.Length + (given?.Length ?? 0);
            if (batch.Count == BatchSize || bytes > BatchBytes)
            {
                Flush();
                bytes = 0;
            }
        }

        if (cases?.Next() is not null)
        {
            Differ(cases);
        }

        Flush();
        Rejected();
    }

    private void Check(JsonLines results, JsonLines? cases, ResultLine line, byte[]? given)
    {
        if (line.Unit == last)
        {
            problems.Add(ProblemCode.DUPLICATE_ROW, results.Place, "The unit stands twice. Publish the file as the run wrote it.");
        }

        last = line.Unit;
        if (cases is not null && (given is null || UnitKey.Of(given) != line.Unit))
        {
            Differ(cases);
        }
    }

    private void Differ(JsonLines cases) => problems.Add(ProblemCode.INPUT_NOT_OF_RUN, cases.Place, $"The lines of {Cases} are not about the units of {Results}, one by one. Publish the files of one run.");

    private void Flush()
    {
        if (batch.Count > 0 && problems.IsEmpty)
        {
            var zipped = new (byte[] Body, byte[]? Case)[batch.Count];
            Parallel.For(0, zipped.Length, place => zipped[place] = (Zipped.Of(batch[place].Body), batch[place].Case is { } given ? Zipped.Of(given) : null));
            load.Do(to =>
            {
                var ids = UnitIds.Of(load, to, batch.ConvertAll(one => one.Line.Unit));
                to.Load("score", ScoreColumns, batch.Select((one, place) => (one.Line, Id: ids[place])), (table, row) =>
                {
                    WriteUnit(table, row.Id, row.Line.Unit);
                    table.Text(row.Line.Option);
                    table.Text(row.Line.Program);
                    table.Flag(row.Line.IsFacilityBased);
                    table.Whole(row.Line.StoredScore);
                    table.Flag(false);
                    table.Flag(row.Line.HasOwnInteroperability);
                });
                to.Load("result", ResultColumns, zipped.Select((one, place) => (one.Body, one.Case, Id: ids[place])), (table, row) =>
                {
                    table.Whole(load.RunId);
                    table.Text(row.Id);
                    table.Bytes(row.Body);
                    table.Bytes(row.Case);
                });
            });
        }

        batch.Clear();
    }

    private void WriteUnit(TableLoad table, string id, UnitKey unit)
    {
        table.Whole(load.RunId);
        table.Text(id);
        table.Text(unit.Level.Word());
    }

    /// <summary>Units whose lines were refused have no result; they are scores that say so.</summary>
    private void Rejected()
    {
        var units = new HashSet<UnitKey>();
        PublishedCsv.Read(folder, PublishedCsv.Problems, problems, row =>
        {
            if (row[0] is "rejected" && row[1] is not nameof(ProblemCode.UNKNOWN_PARTICIPANT) && Inputs.Contains(row[2], StringComparer.Ordinal) && UnitOf(row) is { } unit)
            {
                units.Add(unit);
            }
        });
        foreach (var some in units.Chunk(BatchSize))
        {
            if (problems.IsEmpty)
            {
                load.Do(to => WriteRejected(to, some));
            }
        }
    }

    private void WriteRejected(LoadBatch to, UnitKey[] units)
    {
        var ids = UnitIds.Of(load, to, units);
        var known = to.Known("SELECT owner_id FROM score WHERE run_id = @RunId AND owner_id IN (SELECT value FROM {0})", ids, load.RunId);
        to.Load("score", ScoreColumns, units.Zip(ids).Where(one => !known.Contains(one.Second)), (table, row) =>
        {
            WriteUnit(table, row.Second, row.First);
            table.Text(null);
            table.Text(null);
            table.Flag(null);
            table.Whole(null);
            table.Flag(true);
            table.Flag(null);
        });
    }

    /// <summary>The unit of a problem; null where its identifiers name nobody.</summary>
    private static UnitKey? UnitOf(TableRow row) => (ParticipationOptions.OfEntityType(row[5] ?? ""), row[6], row[7], row[8]) switch
    {
        (ParticipationOption.Individual, { } tin, { } npi, _) when PairKey.Of(tin, npi) is not null => new(ParticipationOption.Individual, tin, npi),
        (ParticipationOption.Group, { } tin, _, _) when Tin.HasForm(tin) => new(ParticipationOption.Group, tin, ""),
        (ParticipationOption.Subgroup, { } tin, _, { } id) when Tin.HasForm(tin) => new(ParticipationOption.Subgroup, tin, id),
        (ParticipationOption.VirtualGroup, _, _, { } id) => new(ParticipationOption.VirtualGroup, "", id),
        (ParticipationOption.ApmEntity, _, _, { } id) => new(ParticipationOption.ApmEntity, "", id),
        _ => null,
    };
}
