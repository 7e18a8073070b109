using System.Security.Cryptography;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>What is published, and what is said about it.</summary>
/// <param name="Out">The folder of the run's output.</param>
/// <param name="In">The folder of its input.</param>
/// <param name="Now">The time.</param>
public sealed record YearPublishOptions(string Out, string In, DateTimeOffset Now)
{
    /// <summary>From when on the scores of the year are those of the run; null for not yet.</summary>
    public DateTimeOffset? ScoresAt { get; init; }

    /// <summary>From when on the adjustments of the year are those of the run; null for not yet.</summary>
    public DateTimeOffset? AdjustmentsAt { get; init; }

    /// <summary>What is said about the run; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>What came of a publication.</summary>
/// <param name="Run">The run as it is seen from now on.</param>
/// <param name="Assignments">TIN/NPIs.</param>
/// <param name="Results">Results of units.</param>
/// <param name="EligibilityAnswers">Answers of eligibility.</param>
/// <param name="Organizations">Organizations.</param>
public sealed record PublishSummary(PublishedRun Run, long Assignments, long Results, long EligibilityAnswers, long Organizations);

/// <summary>Takes the output of a year's run into the store. Until all of it is there nobody sees any of it, whenever it is stopped.</summary>
/// <param name="database">The store.</param>
/// <param name="progress">Takes how far it is.</param>
public sealed class YearPublish(StoreDatabase database, Progress progress)
{
    /// <summary>What a run leaves that was made to compare laws.</summary>
    private const string WhatIf = "what-if.json";

    /// <summary>The files of the input that are read. Their hashes must be those of the run.</summary>
    private static readonly string[] InputFiles = ["clinicians.csv", "practices.csv", "apm.csv", "virtual-groups.csv", "subgroups.csv"];

    /// <summary>Publishes a run; null where something is wrong, and the store is as it was.</summary>
    /// <param name="options">What is published.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <exception cref="StoreException">The store's schema is not this program's, or somebody else publishes at the moment.</exception>
    public PublishSummary? Run(YearPublishOptions options, ProblemList problems)
    {
        new StoreSchema(database).MustBeNewest();
        if (Header(options, problems) is not { } header)
        {
            return null;
        }

        using var alone = database.Dialect.LockPublishing() ?? throw new StoreException(StoreFault.Busy, "Somebody else publishes into the store at the moment. Try again when that is done.");
        using var load = new RunLoad(database);
        load.Begin(header, options.Now, options.Note);
        var notes = new NationNotes(options.In, problems);
        var assignments = new AssignmentLoad(load, notes, header.Year, problems);
        var results = new ResultLoad(options.Out, load, problems, progress);
        var eligibility = new EligibilityLoad(options.Out, load, notes, problems, progress);
        var small = new SmallTableLoads(load, notes, problems);
        var memberships = new MembershipLoad(options.In, load, notes, problems);

        progress.Begin("participants", 0, "files");
        notes.Read();
        memberships.Read();
        small.Names(options.In);
        small.Means(options.Out);
        progress.Begin("payment adjustments", 0, "rows");
        PublishedCsv.Read(options.Out, PublishedCsv.Adjustments, problems, row =>
        {
            assignments.Take(row);
            progress.Add(1);
        });
        assignments.Flush();
        results.Run();
        eligibility.Run();
        if (!problems.IsEmpty)
        {
            load.Abandon();
            return null;
        }

        memberships.Write();
        small.Organizations();
        load.Settle();
        Complete(load, options, (assignments.Rows, results.Lines, eligibility.Lines, notes.Organizations.Count));
        var run = new Years(database).Run(load.RunId).GetAwaiter().GetResult()!;
        return new(run, assignments.Rows, results.Lines, eligibility.Lines, notes.Organizations.Count);
    }

    /// <summary>Looks at what needs no reading of everything.</summary>
    private static RunHeader? Header(YearPublishOptions options, ProblemList problems)
    {
        foreach (var name in (string[])[RunHeader.FileName, PublishedCsv.Adjustments.File, "entity-scores.ndjson"])
        {
            if (!File.Exists(Path.Combine(options.Out, name)))
            {
                problems.Add(ProblemCode.NOT_READABLE, name, "The folder has no such file. Name the folder that 'openqpp year run' wrote, after it was done.");
            }
        }

        if (File.Exists(Path.Combine(options.Out, WhatIf)))
        {
            problems.Add(ProblemCode.NOT_PUBLISHABLE, WhatIf, "The run was made to compare a changed law with the recorded one. Only a run under the recorded law is published; run the year without changes.");
        }

        if (!problems.IsEmpty || RunHeader.Read(File.ReadAllBytes(Path.Combine(options.Out, RunHeader.FileName)), problems) is not { } header)
        {
            return null;
        }

        foreach (var name in InputFiles)
        {
            var path = Path.Combine(options.In, name);
            if (!string.Equals(File.Exists(path) ? HashOf(path) : null, header.InputHashes.GetValueOrDefault(name), StringComparison.Ordinal))
            {
                problems.Add(ProblemCode.INPUT_NOT_OF_RUN, name, "The file of the input is not the one that the run was made from. Name the folder of that run's input.");
            }
        }

        return problems.IsEmpty ? header : null;
    }

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>All of it becomes visible at once, when as much is there as was read.</summary>
    private static void Complete(RunLoad load, YearPublishOptions options, (long Assignments, long Results, long Answers, long Organizations) read) => load.Do(batch =>
    {
        var values = new { load.RunId, Now = StoreTime.Of(options.Now) };
        foreach (var (table, rows) in (ReadOnlySpan<(string, long)>)[("assignment", read.Assignments), ("result", read.Results), ("eligibility", read.Answers), ("organization_year", read.Organizations)])
        {
            var held = batch.Count($"SELECT COUNT(*) FROM {table} WHERE run_id = @RunId", values);
            if (held != rows)
            {
                throw new InvalidOperationException($"{rows} rows were read for the table {table} and {held} are there.");
            }
        }

        batch.Execute(
            """
            INSERT INTO organization (id, kind, identifier, name, search_text, state, address, model, named_year)
            SELECT owner.id, owner.kind, owner.identifier, facts.name, facts.search_text, facts.state, facts.address, facts.model, run.year
            FROM organization_year facts JOIN owner ON owner.id = facts.organization_id JOIN run ON run.id = facts.run_id
            WHERE facts.run_id = @RunId
            ON CONFLICT (id) DO UPDATE SET
              name = COALESCE(excluded.name, organization.name),
              search_text = CASE WHEN excluded.name IS NULL THEN organization.search_text ELSE excluded.search_text END,
              state = COALESCE(excluded.state, organization.state),
              address = COALESCE(excluded.address, organization.address),
              model = COALESCE(excluded.model, organization.model),
              named_year = excluded.named_year
            WHERE excluded.named_year >= organization.named_year
            """,
            values);
        if (batch.Execute("UPDATE run SET state = 'complete', loaded_at_us = @Now WHERE id = @RunId AND state = 'loading'", values) != 1)
        {
            throw new InvalidOperationException("The run is gone that was being published.");
        }

        foreach (var (kind, at) in (ReadOnlySpan<(ReleaseKind, DateTimeOffset?)>)[(ReleaseKind.Scores, options.ScoresAt), (ReleaseKind.Adjustments, options.AdjustmentsAt)])
        {
            if (at is { } time)
            {
                batch.Execute("INSERT INTO release (year, kind, run_id, at_us) SELECT year, @Kind, id, @At FROM run WHERE id = @RunId", new { load.RunId, Kind = Years.Word(kind), At = StoreTime.Of(time) });
            }
        }
    });
}
