using System.Text.Json;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web;
using OpenQpp.YearRun;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>A year whose adjustments are not released yet, and one that was published a second time: in a store of their own.</summary>
public sealed class VersionTests(PortalWorld world) : IAsyncLifetime
{
    private const int Year = 2024;
    private const string Password = "only for this test";
    private const string Note = "Errors in the benchmarks of two measures were corrected.";

    private readonly string folder = Directory.CreateTempSubdirectory("openqpp-versions-").FullName;
    private StoreDatabase? database;
    private PortalStore? opened;

    private PortalStore Store => opened!;

    public ValueTask InitializeAsync()
    {
        database = StoreDatabase.Open($"Data Source={Path.Combine(folder, "store.db")}");
        new StoreSchema(database).Migrate(DateTimeOffset.UtcNow);
        opened = new(database);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        database?.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AdjustmentsAreTwoDashesUntilTheyAreReleasedAndVersionsStayReadable()
    {
        var now = DateTimeOffset.UtcNow;
        var first = Publish(now.AddDays(-2), now.AddDays(30), null);
        var (practice, clinician) = await PracticeWithAGroupScore(first);
        var person = await PortalWorld.Admit(Store, "official", Password, [HeldRole.SecurityOfficialOf(new(OrganizationKind.Practice, practice)), HeldRole.ClinicianOf(Npi.Of(clinician.Npi))]);
        await Store.Acknowledgements.Add(person.Id, new(Year), now);
        await using var portal = await RunningPortal.Start(database!, world.Book, DemoSignIns.None);
        using var session = await portal.SignedIn("official", Password);
        await NoAdjustmentIsShown(session, practice, clinician.AssociationId);

        Publish(now.AddMinutes(-1), null, Note);
        await TheVersionsAreNamed(session, practice, paying: null);
        await Store.Years.Release(first.Id, ReleaseKind.Adjustments, now.AddMinutes(-1));
        await TheVersionsAreNamed(session, practice, paying: 1);
        await AdjustmentsAreShown(session, practice, version: 1);
        await NoAdjustmentIsShown(session, practice, clinician.AssociationId);
    }

    /// <summary>The demonstration has a year that was scored twice: both versions open, and the page says that the second one pays.</summary>
    [Fact]
    public async Task TheDemonstrationHasAYearOfTwoVersions()
    {
        var (session, practice) = (await world.As("manager"), world.OrganizationOf("manager").Id);
        var address = $"/py/{DemoWorld.Rescored.Year}/practices/{practice}/group-feedback";
        var (newest, first) = (await session.Text(address), await session.Text($"{address}?version=1"));
        Assert.Matches("Version 2, shown here[^.]*\\. The payment adjustment follows from this version", HtmlPage.Words(newest));
        Assert.Contains("Version 1, shown here", HtmlPage.Words(first), StringComparison.Ordinal);
        Assert.Contains($"{address}?version=1", HtmlPage.Links(newest));
        Assert.Contains(address + "?version=2", HtmlPage.Links(first));
        Assert.NotEqual(HtmlPage.FinalScore(first), HtmlPage.FinalScore(newest));
        // What the first one lacked is the complex patient bonus, and nothing else.
        using var before = JsonDocument.Parse(await session.Text($"/api/portal{address}?version=1"));
        using var after = JsonDocument.Parse(await session.Text($"/api/portal{address}"));
        Assert.Equal(before.RootElement.GetProperty("categories").GetProperty("quality").GetProperty("percent").GetDecimal(), after.RootElement.GetProperty("categories").GetProperty("quality").GetProperty("percent").GetDecimal());
        Assert.True(before.RootElement.GetProperty("finalScore").GetDecimal() < after.RootElement.GetProperty("finalScore").GetDecimal());
        Assert.DoesNotContain("program of today", HtmlPage.Words(first) + HtmlPage.Words(newest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsShownBeforeTheScoresAreReleased()
    {
        var now = DateTimeOffset.UtcNow;
        var run = Publish(now.AddDays(1), now.AddDays(30), null);
        var (practice, _) = await PracticeWithAGroupScore(run);
        var person = await PortalWorld.Admit(Store, "early", Password, [HeldRole.SecurityOfficialOf(new(OrganizationKind.Practice, practice))]);
        await Store.Acknowledgements.Add(person.Id, new(Year), now);
        await using var portal = await RunningPortal.Start(database!, world.Book, DemoSignIns.None);
        using var session = await portal.SignedIn("early", Password);
        foreach (var resource in new[] { "details", "group-feedback", "payment-adjustment.csv", "submissions.csv", "connected-clinician-list.csv" })
        {
            using var answer = await session.Get($"/py/{Year}/practices/{practice}/{resource}");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch(@"[0-9]+\.[0-9]{2}", text);
        }

        Assert.DoesNotContain($"{Year} final performance feedback", await session.Text("/"), StringComparison.Ordinal);
    }

    private PublishedRun Publish(DateTimeOffset scoresAt, DateTimeOffset? adjustmentsAt, string? note)
    {
        var problems = new ProblemList();
        var summary = new YearPublish(database!, new Progress(null)).Run(
            new(world.FolderOf(Year, "out"), world.FolderOf(Year, "in"), DateTimeOffset.UtcNow) { ScoresAt = scoresAt, AdjustmentsAt = adjustmentsAt, Note = note }, problems);
        Assert.Empty(problems.Found);
        return summary!.Run;
    }

    private static async Task NoAdjustmentIsShown(Session session, string practice, string association)
    {
        var rows = HtmlPage.Rows(await session.Text($"/py/{Year}/practices/{practice}/details"));
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row[4] is "--" or "", row[4]));
        var file = await CsvTable.Of(session, $"/py/{Year}/practices/{practice}/payment-adjustment.csv");
        Assert.All(file.Column("Total Payment Adjustment %").Concat(file.Column("MIPS Payment Adjustment %")), text => Assert.True(text is "--" or "", text));
        Assert.Contains("Payment adjustment --", HtmlPage.Words(await session.Text($"/py/{Year}/feedback")), StringComparison.Ordinal);
        foreach (var owner in new[] { $"practices/{practice}/group-feedback", $"clinicians/{association}/individual-feedback" })
        {
            Assert.Contains("Payment adjustment 2026 --", HtmlPage.Words(await session.Text($"/py/{Year}/{owner}")), StringComparison.Ordinal);
            Assert.DoesNotContain("paymentAdjustment\":{", await session.Text($"/api/portal/py/{Year}/{owner}"), StringComparison.Ordinal);
            Assert.DoesNotMatch("payment adjustment (factor )?(is|of) [+-]?[0-9]", HtmlPage.Words(await session.Text($"/py/{Year}/{owner}/explanation?full=1")));
        }
    }

    private static async Task TheVersionsAreNamed(Session session, string practice, int? paying)
    {
        var address = $"/py/{Year}/practices/{practice}/group-feedback";
        var newest = HtmlPage.Words(await session.Text(address));
        Assert.Contains("Version 2, shown here", newest, StringComparison.Ordinal);
        Assert.Contains(Note, newest, StringComparison.Ordinal);
        Assert.Contains($"{address}?version=1", HtmlPage.Links(await session.Text(address)));
        Assert.Equal(paying is not null, newest.Contains("The payment adjustment follows from this version", StringComparison.Ordinal));
        var older = await session.Text($"{address}?version=1");
        Assert.Contains("Version 1, shown here", HtmlPage.Words(older), StringComparison.Ordinal);
        Assert.Contains($"{address}?version=2", HtmlPage.Links(older));
        if (paying is not null)
        {
            Assert.Matches("Version 1[^.]*\\. The payment adjustment follows from this version", newest);
        }

        Assert.Equal(HtmlPage.FinalScore(older), HtmlPage.FinalScore(await session.Text(address)));
    }

    private static async Task AdjustmentsAreShown(Session session, string practice, int version)
    {
        var file = await CsvTable.Of(session, $"/py/{Year}/practices/{practice}/payment-adjustment.csv?version={version}");
        Assert.Contains(file.Column("Total Payment Adjustment %"), text => decimal.TryParse(text, out _));
        using var json = JsonDocument.Parse(await session.Text($"/api/portal/py/{Year}/practices/{practice}/group-feedback?version={version}"));
        Assert.Equal(JsonValueKind.Object, json.RootElement.GetProperty("paymentAdjustment").ValueKind);
    }

    private async Task<(string Practice, Assignment Clinician)> PracticeWithAGroupScore(PublishedRun run)
    {
        foreach (var practice in (await Store.Organizations.Search(OrganizationKind.Practice, "", new(0, 1000))).Rows)
        {
            await foreach (var line in Store.Assignments.AllOfSource(run.Id, practice.Id.Id))
            {
                if (line is { FinalScore: not null, Adjustment.Total: not null })
                {
                    return (practice.Id.Id, line);
                }
            }
        }

        throw new InvalidOperationException("No practice has a group score that pays.");
    }
}
