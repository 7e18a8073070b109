using System.Text.Json;
using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>What was decided in the portal reaches the next run of the year, and nothing else changes.</summary>
public sealed class ExportTests
{
    private const string Cost = "cost";

    private static readonly PerformanceYear Year = new(PublishedNation.Year);

    /// <summary>The columns of payment-adjustments.csv that do not follow from everybody else's score.</summary>
    private static readonly string[] Own = ["final_score", "quality_score", "cost_score", "ia_score", "pi_score", "cost_weight", "percent_before_scaling", "status", "score_source_note"];

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task AnElectionAndAnExceptionChangeTheNextRunAndNothingElseDoes(string kind)
    {
        using var store = new TestStore(kind);
        PublishedNation.Publish(store, TestStore.Now);
        var ada = (await new People(store.Database).Add(PeopleTests.Somebody("ada")))!.Id;
        var (practice, clinician) = (await Practice(store), await Clinician(store));
        var entry = new AuditEntry(TestStore.Now, ada, "decide", "registration", "done");
        var applications = new Applications(store.Database);
        var id = await applications.Add(new("", Year, practice.Owner, ada, "extremeAndUncontrollableCircumstances", [Cost], "flood", "submitted", TestStore.Now), entry);
        Assert.True(await applications.Take(id, new("submitted", StoredApplication.Approved, ada, TestStore.Now), entry));
        _ = await applications.Add(new("", Year, clinician.Owner, ada, "extremeAndUncontrollableCircumstances", [Cost], "not granted", "submitted", TestStore.Now), entry);
        Assert.NotNull(await new Registrations(store.Database).Add(new("", Year, clinician.Owner, Registration.Election, "optIn", true, ada, new(Year.Year + 1, 1, 15, 12, 0, 0, TimeSpan.Zero), null), entry));

        var (problems, to, again) = (new ProblemList(), store.At("exported"), store.At("again"));
        Assert.Equal(2, await new YearExport(store.Database).Write(Year, PublishedNation.In, to, problems));
        Assert.Empty(problems.Found);
        foreach (var file in Directory.GetFiles(PublishedNation.In).Select(path => Path.GetFileName(path)).Where(name => name is not ("elections.csv" or "computed.ndjson")))
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(PublishedNation.In, file)), File.ReadAllBytes(Path.Combine(to, file)));
        }

        var book = new LawBook(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));
        Assert.NotNull(new NationalRun(new(to, again, 2) { AllowSynthetic = true, ForPortal = true }, book, book.Of(Year), null, new Progress(null)).Run(problems));
        var (before, after) = (ByPair(PublishedNation.Out), ByPair(again));
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        var changed = before.Keys.Where(pair => Own.Where(before[pair].ContainsKey).Any(column => before[pair][column] != after[pair][column])).ToArray();
        Assert.Contains(clinician.Identifier, changed);
        Assert.Contains(changed, pair => pair.StartsWith(practice.Identifier, StringComparison.Ordinal));
        // Whoever left the practice is paid by its score elsewhere.
        Assert.All(changed, pair => Assert.True(
            pair == clinician.Identifier || pair.StartsWith(practice.Identifier + ":", StringComparison.Ordinal) || after[pair]["score_source_note"] == $"MOVER_FROM:{practice.Identifier}",
            "somebody else's row changed"));
        Assert.All(after.Where(row => row.Key.StartsWith(practice.Identifier + ":", StringComparison.Ordinal) && row.Value["final_score"] != before[row.Key]["final_score"]), row => Assert.Equal("0", row.Value["cost_weight"].TrimEnd('0', '.') is "" ? "0" : row.Value["cost_weight"]));
    }

    private static Dictionary<string, Dictionary<string, string>> ByPair(string folder) =>
        PublishedNation.Rows(Path.Combine(folder, "payment-adjustments.csv")).ToDictionary(row => $"{row["tin"]}:{row["npi"]}", StringComparer.Ordinal);

    /// <summary>A practice whose group score, with cost in it, pays somebody.</summary>
    private static async Task<StoredOwner> Practice(TestStore store)
    {
        var tin = PublishedNation.Rows(Path.Combine(PublishedNation.Out, "payment-adjustments.csv"))
            .First(row => row["participation_option"] == "group" && row["cost_score"].Length > 0 && decimal.Parse(row["cost_weight"], System.Globalization.CultureInfo.InvariantCulture) > 0)["tin"];
        return (await new Owners(store.Database).ByIdentifier(OwnerKind.Practice, tin))!;
    }

    /// <summary>A clinician who may opt in, and did nothing.</summary>
    private static async Task<StoredOwner> Clinician(TestStore store)
    {
        foreach (var line in File.ReadLines(Path.Combine(PublishedNation.Out, "eligibility.ndjson")))
        {
            using var answer = JsonDocument.Parse(line);
            var root = answer.RootElement;
            if (root.GetProperty("optIn").GetString() == "eligible" && root.GetProperty("status").GetString() == "none")
            {
                return (await new Owners(store.Database).ByIdentifier(OwnerKind.Clinician, StoredOwner.IdentifierOf(root.GetProperty("tin").GetString()!, root.GetProperty("npi").GetString()!)))!;
            }
        }

        throw new InvalidOperationException("Nobody may opt in.");
    }
}
