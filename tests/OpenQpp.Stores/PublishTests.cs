using System.IO.Compression;
using System.Text.Json.Nodes;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>A run that is published is in the store as the files have it, all of it or nothing.</summary>
public sealed class PublishTests
{
    private static readonly PerformanceYear Year = new(PublishedNation.Year);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    /// <summary>Every cell of payment-adjustments.csv comes out again.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task EveryAssignmentIsAsTheFileHasIt(string kind)
    {
        using var store = new TestStore(kind);
        var summary = PublishedNation.Publish(store);
        var rows = PublishedNation.Rows(Path.Combine(PublishedNation.Out, "payment-adjustments.csv"));
        Assert.Equal(rows.Count, summary.Assignments);
        var assignments = new Assignments(store.Database);
        foreach (var practice in rows.GroupBy(row => row["tin"]))
        {
            var owner = await new Owners(store.Database).ByIdentifier(OwnerKind.Practice, practice.Key, Now);
            Assert.Equal(practice.Key, owner!.Tin);
            var all = await assignments.AllOfPractice(summary.Run.Id, owner.Owner.Id, VisibleSources.All, Now).ToListAsync(Now);
            Assert.Equal(practice.Select(Text), all.Select(assignment => AssignmentText.Of(assignment)));
        }

        Assert.Contains(rows, row => row["score_source_note"].StartsWith("MOVER_FROM:"));
        Assert.Equal(["apmEntity", "group", "individual", "subgroup", "virtualGroup"], rows.Select(row => row["participation_option"]).Where(word => word.Length > 0).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task EveryResultIsAsTheFileHasIt(string kind)
    {
        using var store = new TestStore(kind);
        var summary = PublishedNation.Publish(store);
        var (results, cases) = (File.ReadAllLines(Path.Combine(PublishedNation.Out, "entity-scores.ndjson")), File.ReadAllLines(Path.Combine(PublishedNation.Out, "entity-cases.ndjson")));
        Assert.Equal(results.Length, summary.Results);
        Assert.Equal(results.Length, store.Count("SELECT COUNT(*) FROM score WHERE rejected = 0"));
        var scores = new Scores(store.Database);
        for (var place = 0; place < results.Length; place += 7)
        {
            var result = JsonNode.Parse(results[place])!;
            var (tin, npi, entity) = ((string?)result["taxpayerIdentificationNumber"], (string?)result["nationalProviderIdentifier"], (string?)result["entityId"]);
            var (level, owner, identifier) = (string)result["entityType"]! switch
            {
                "individual" => (ParticipationOption.Individual, OwnerKind.Clinician, $"{tin}:{npi}"),
                "group" => (ParticipationOption.Group, OwnerKind.Practice, tin!),
                "subgroup" => (ParticipationOption.Subgroup, OwnerKind.Subgroup, $"{tin}:{entity}"),
                "virtualGroup" => (ParticipationOption.VirtualGroup, OwnerKind.VirtualGroup, entity!),
                _ => (ParticipationOption.ApmEntity, OwnerKind.ApmEntity, entity!),
            };
            var id = (await new Owners(store.Database).ByIdentifier(owner, identifier, Now))!.Owner.Id;
            var body = await scores.Result(summary.Run.Id, id, Now);
            Assert.Equal(results[place], System.Text.Encoding.UTF8.GetString(body!.Body));
            Assert.Equal(cases[place], System.Text.Encoding.UTF8.GetString(body.Case!));
            var score = await scores.Of(summary.Run.Id, id, Now);
            Assert.Equal(level, score!.Level);
            Assert.Equal((decimal?)result["finalScore"], score.FinalScore);
            Assert.Equal((string?)result["programName"], score.Program);
            Assert.Equal((string?)result["reportingOption"], score.Option?.Word());
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ASecondVersionFindsTheSameIdsAndTheFirstStays(string kind)
    {
        using var store = new TestStore(kind);
        var years = new Years(store.Database);
        var first = PublishedNation.Publish(store, scoresAt: TestStore.Now).Run;
        var owners = store.Rows("owner")["owner"];
        var before = store.Rows("assignment", "score", "result", "participation", "organization_year");
        var second = PublishedNation.Publish(store, scoresAt: TestStore.Now.AddDays(30), adjustmentsAt: TestStore.Now.AddDays(60)).Run;
        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal(owners, store.Rows("owner")["owner"]);
        store.Execute($"CREATE VIEW firsts AS SELECT * FROM assignment WHERE run_id = {first.Id}");
        Assert.Equal(before["assignment"], store.Rows("firsts")["firsts"]);
        Assert.Equal(2, (await years.All(Now)).Count);
        Assert.Equal(second.Id, (await years.Newest(Year, Now))!.Id);

        async Task<long?> Current(ReleaseKind what, int days) => (await years.Current(Year, what, TestStore.Now.AddDays(days), Now))?.Id;
        Assert.Equal([null, first.Id, first.Id, second.Id], [await Current(ReleaseKind.Scores, -1), await Current(ReleaseKind.Scores, 0), await Current(ReleaseKind.Scores, 29), await Current(ReleaseKind.Scores, 30)]);
        Assert.Equal([null, second.Id], [await Current(ReleaseKind.Adjustments, 59), await Current(ReleaseKind.Adjustments, 60)]);
        Assert.True(await years.Release(first.Id, ReleaseKind.Adjustments, TestStore.Now.AddDays(61), Now));
        Assert.Equal(first.Id, await Current(ReleaseKind.Adjustments, 61));
        Assert.False(await years.Release(99, ReleaseKind.Scores, TestStore.Now, Now));
        Assert.Equal(4, (await years.Releases(Year, Now)).Count);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public void EveryProblemIsToldAtOnceAndNothingIsKept(string kind)
    {
        using var store = new TestStore(kind);
        PublishedNation.Publish(store);
        var before = Held(store);
        var spoiled = PublishedNation.CopyOfOut(store);
        Spoil(Path.Combine(spoiled, "payment-adjustments.csv"), 5, line => line.Replace("2024,", "2023,"));
        Spoil(Path.Combine(spoiled, "payment-adjustments.csv"), 9, _ => "2024,2026,12,34");
        Spoil(Path.Combine(spoiled, "entity-scores.ndjson"), 3, line => line[..^5]);
        Spoil(Path.Combine(spoiled, "eligibility.ndjson"), 4, _ => "{}");
        var problems = new ProblemList();
        Assert.Null(new YearPublish(store.Database, new Progress(null)).Run(new(spoiled, PublishedNation.In, TestStore.Now), problems));
        Assert.Equal(
            ["UNSUPPORTED_YEAR payment-adjustments.csv(6).performance_year", "NOT_CSV payment-adjustments.csv(10)", "NOT_JSON entity-scores.ndjson(4)", "NOT_JSON eligibility.ndjson(5)"],
            problems.Found.Select(problem => $"{problem.Code} {problem.Path}"));
        Assert.Equal(before, Held(store));
    }

    [Theory]
    [InlineData("what-if.json", "{}", "NOT_PUBLISHABLE")]
    [InlineData("scaling-run.json", "{}", "NOT_READABLE")]
    [InlineData("entity-scores.ndjson", null, "NOT_READABLE")]
    public void WhatIsNoRunUnderTheRecordedLawIsRefused(string file, string? text, string code)
    {
        using var store = new TestStore(TestStore.Sqlite);
        var copy = PublishedNation.CopyOfOut(store);
        File.Delete(Path.Combine(copy, file));
        if (text is not null)
        {
            File.WriteAllText(Path.Combine(copy, file), text);
        }

        var problems = new ProblemList();
        Assert.Null(new YearPublish(store.Database, new Progress(null)).Run(new(copy, PublishedNation.In, TestStore.Now), problems));
        Assert.Equal(code, Assert.Single(problems.Found).Code.ToString());
    }

    [Fact]
    public void TheInputMustBeThatOfTheRun()
    {
        using var store = new TestStore(TestStore.Sqlite);
        var other = Directory.CreateDirectory(store.At("in")).FullName;
        File.WriteAllText(Path.Combine(other, "clinicians.csv"), "tin,npi,clinician_type\n");
        var problems = new ProblemList();
        Assert.Null(new YearPublish(store.Database, new Progress(null)).Run(new(PublishedNation.Out, other, TestStore.Now), problems));
        Assert.All(problems.Found, problem => Assert.Equal(ProblemCode.INPUT_NOT_OF_RUN, problem.Code));
        Assert.Contains(problems.Found, problem => problem.Path == "clinicians.csv");
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public void OneAtATimePublishes(string kind)
    {
        using var store = new TestStore(kind);
        using (store.Database.Dialect.LockPublishing())
        {
            Assert.Equal(StoreFault.Busy, Assert.Throws<StoreException>(() => PublishedNation.Publish(store)).Fault);
        }

        PublishedNation.Publish(store);
    }

    /// <summary>What a killed publisher left: a run that is loading, and rows of it.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ARunThatIsLoadingIsInvisibleAndIsClearedAway(string kind)
    {
        using var store = new TestStore(kind);
        store.Execute("INSERT INTO run (year, version, law_hash, engine, scaling, loaded_at_us, state) VALUES (2024, 1, 'l', 'e', '{}', 1, 'loading')");
        store.Execute("INSERT INTO mvp_average (run_id, mvp_id, submissions) VALUES (1, 'G0053', 3)");
        var years = new Years(store.Database);
        Assert.Empty(await years.All(Now));
        Assert.Null(await years.Newest(Year, Now));
        Assert.Null(await years.Run(1, Now));
        Assert.False(await years.Release(1, ReleaseKind.Scores, TestStore.Now, Now));
        var run = PublishedNation.Publish(store).Run;
        Assert.Equal(1, run.Version);
        Assert.Equal(1, store.Count("SELECT COUNT(*) FROM run"));
        Assert.Equal(0, store.Count("SELECT COUNT(*) FROM mvp_average WHERE run_id = 1"));
    }

    /// <summary>Results lie zipped: nobody reads a name in the file of the store by chance.</summary>
    [Fact]
    public void BodiesAreGzip()
    {
        var body = "{\"finalScore\":75.8}"u8.ToArray();
        using var zip = new GZipStream(new MemoryStream(Zipped.Of(body)), CompressionMode.Decompress);
        using var to = new MemoryStream();
        zip.CopyTo(to);
        Assert.Equal(body, to.ToArray());
        Assert.Equal(body, Zipped.Open(Zipped.Of(body)));
    }

    private static IReadOnlyDictionary<string, string[]> Held(TestStore store) => store.Rows([.. StoreSchema.TablesOf(StoreSchema.Newest)]);

    private static void Spoil(string path, int line, Func<string, string> how)
    {
        var lines = File.ReadAllLines(path);
        lines[line] = how(lines[line]);
        File.WriteAllLines(path, lines);
    }

    private static string Text(Dictionary<string, string> row) =>
        string.Join(',', AssignmentText.Columns.Select(column => row[column]));
}
