using System.Globalization;
using System.Text.Json;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Items, services and emergency visits: page, files and interface have the same rows, and nothing is shown below the case minimum.</summary>
public sealed class ServicesTests(PortalWorld world)
{
    private const int CaseMinimum = 20;
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("manager", 2017)]
    [InlineData("manager", 2020)]
    [InlineData("manager", 2024)]
    [InlineData("staff", 2024)]
    public async Task PageFilesAndInterfaceHaveTheSameRows(string user, int year)
    {
        var (session, id) = (await world.As(user), world.OrganizationOf(user).Id);
        var clinician = await ClinicianWith(id, year, isShown: true);
        foreach (var owner in new[] { $"practices/{id}", $"clinicians/{clinician}" })
        {
            var at = $"/py/{year}/{owner}/items-and-services";
            var page = await session.Text(at);
            var (items, visits) = (await CsvTable.Of(session, at + ".csv"), await CsvTable.Of(session, at + "/emergency-visits.csv"));
            using var json = JsonDocument.Parse(await session.Text("/api/portal" + at));
            var ranges = json.RootElement.GetProperty("itemsAndServices").EnumerateArray().ToArray();
            Assert.NotEmpty(items.Rows);
            Assert.Equal(
                HtmlPage.Rows(page).Where(row => row.Count == 5).Select(row => string.Join('|', row)),
                items.Rows.Select(row => string.Join('|', items[row, "Range"], items[row, "Description"], Grouped(items[row, "Patients"]), Dollars(items[row, "Cost"]), Shown(items[row, "Services"]))));
            Assert.Equal(
                items.Rows.Select(row => (items[row, "Range"], decimal.Parse(items[row, "Cost"], CultureInfo.InvariantCulture), decimal.Parse(items[row, "Services"], CultureInfo.InvariantCulture))),
                ranges.Select(range => (range.GetProperty("range").GetString()!, range.GetProperty("cost").GetDecimal(), range.GetProperty("services").GetDecimal())));
            Assert.Equal(HtmlPage.Rows(page).Where(row => row.Count == 2).Select(row => $"{row[0]}|{row[1]}"), visits.Rows.Select(row => $"{visits[row, "Description"]}|{Grouped(visits[row, "Number"])}"));
            Assert.Equal(3, visits.Rows.Count);
            Assert.Contains("Share metric: who gave most of a patient's primary care is measured by allowed amounts", HtmlPage.Words(page), StringComparison.Ordinal);
            Assert.Contains("Association year:", HtmlPage.Words(page), StringComparison.Ordinal);
            Assert.Contains("Code profile:", HtmlPage.Words(page), StringComparison.Ordinal);
            Assert.Contains("SSA 1848(q)(12)(B)", page, StringComparison.Ordinal);
        }

        var log = (await world.Store.Audit.OfOrganization(id, new(0, 50), Now)).Rows;
        Assert.Contains(log, entry => entry is { Action: "download", Outcome: "granted", Resource: "items-and-services" });
    }

    [Fact]
    public async Task BelowTheCaseMinimumNothingIsShown()
    {
        var (session, id) = (await world.As("manager"), world.OrganizationOf("manager").Id);
        var at = $"/py/2024/clinicians/{await ClinicianWith(id, 2024, isShown: false)}/items-and-services";
        var page = HtmlPage.Words(await session.Text(at));
        Assert.Contains($"fewer than {CaseMinimum} patients are attributed", page, StringComparison.Ordinal);
        Assert.Empty((await CsvTable.Of(session, at + ".csv")).Rows);
        Assert.Empty((await CsvTable.Of(session, at + "/emergency-visits.csv")).Rows);
        using var json = JsonDocument.Parse(await session.Text("/api/portal" + at));
        Assert.Equal((false, "BELOW_CASE_MINIMUM", 0), (json.RootElement.GetProperty("isShown").GetBoolean(), json.RootElement.GetProperty("why").GetString(), json.RootElement.GetProperty("itemsAndServices").GetArrayLength()));
        Assert.False(json.RootElement.TryGetProperty("emergencyDepartment", out _));
    }

    [Fact]
    public async Task AVirtualGroupIsToldWhyItHasNone()
    {
        var (session, id) = (await world.As("virtual-group"), world.OrganizationOf("virtual-group").Id);
        Assert.Contains("Not available for a virtual group", await session.Text($"/py/2024/virtual-groups/{id}/items-and-services"), StringComparison.Ordinal);
    }

    /// <summary>Half of the attributed patients have a visit: 12 of 24 is 50 %, 18 visits are 0.75 for each.</summary>
    [Fact]
    public async Task CountingsFollowOneAnotherAndTheEarlierOneStaysReadable()
    {
        var folder = Directory.CreateTempSubdirectory("openqpp-services-").FullName;
        try
        {
            using var database = StoreDatabase.Open($"Data Source={Path.Combine(folder, "store.db")}");
            new StoreSchema(database).Migrate(DateTimeOffset.UtcNow);
            var (store, now, problems) = (new Web.PortalStore(database), DateTimeOffset.UtcNow, new ProblemList());
            new YearPublish(database, new YearRun.Progress(null)).Run(new(world.FolderOf(2024, "out"), world.FolderOf(2024, "in"), now) { ScoresAt = now.AddDays(-1) }, problems);
            var practice = (await store.Organizations.Search(OrganizationKind.Practice, "", new(0, 1), Now)).Rows[0];
            await PortalWorld.Admit(store, "official", Password, [HeldRole.SecurityOfficialOf(practice.Id)]);
            await using var portal = await RunningPortal.Start(database, world.Book, Web.DemoSignIns.None);
            using var session = await portal.SignedIn("official", Password);
            var at = $"/py/2024/practices/{practice.Id.Id}/items-and-services";
            Assert.Contains("Not available yet", await session.Text(at), StringComparison.Ordinal);
            foreach (var (cost, visits) in new[] { ("100.49", "24,12,18"), ("100.50", "24,12,18"), ("7.00", "24,,") })
            {
                Write(folder, practice.Identifier, cost, visits);
                new ServicesPublish(database, world.Book.Of(new(2024))).Run(folder, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow, problems);
                Assert.Empty(problems.Found);
            }

            var (newest, second, first) = (HtmlPage.Words(await session.Text(at)), await session.Text($"{at}?count=2"), await session.Text($"{at}?count=1"));
            Assert.Contains("Counting 3, shown here", newest, StringComparison.Ordinal);
            Assert.Contains("emergency visits are not known", newest, StringComparison.Ordinal);
            Assert.Contains("50.00 % of the patients had a visit; 0.75 visits for each patient", HtmlPage.Words(first), StringComparison.Ordinal);
            Assert.Equal(("$100", "$101"), (HtmlPage.Rows(first).First(row => row.Count == 5)[3], HtmlPage.Rows(second).First(row => row.Count == 5)[3]));
            Assert.Equal(["100.49"], (await CsvTable.Of(session, $"{at}.csv?count=1")).Column("Cost"));
            Assert.Contains($"{at}.csv?count=1", HtmlPage.Links(first));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private const string Password = "only for this test";

    private void Write(string folder, string tin, string cost, string visits)
    {
        File.WriteAllText(Path.Combine(folder, "items.csv"), $"level,tin,npi,range_key,beneficiaries,cost,services\ngroup,{tin},,L1-9,23,{cost},40.500\n");
        File.WriteAllText(Path.Combine(folder, "ed.csv"), $"level,tin,npi,associated,with_visit,visits\ngroup,{tin},,{visits}\n");
        using var header = File.Create(Path.Combine(folder, Files.ServicesHeader.FileName));
        Files.ServicesHeader.Of(world.Book.Of(new(2024)), individuals: 0, groups: 1, visitsAreKnown: !visits.EndsWith(','), hasOwnList: false).Write(header);
    }

    private async Task<string> ClinicianWith(string practice, int year, bool isShown)
    {
        var run = (await world.Store.Years.Current(new(year), ReleaseKind.Scores, DateTimeOffset.UtcNow, Now))!;
        var count = (await world.Store.Services.Shown(new(year), DateTimeOffset.UtcNow, Now))[0];
        await foreach (var line in world.Store.Assignments.AllOfPractice(run.Id, practice, VisibleSources.All, Now))
        {
            if (await world.Store.Services.Attributed(count.Id, line.AssociationId, Now) is not null == isShown)
            {
                return line.AssociationId;
            }
        }

        throw new InvalidOperationException("The practice has no such clinician.");
    }

    private static string Grouped(string number) => long.Parse(number, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Dollars(string number) => decimal.Round(decimal.Parse(number, CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero).ToString("$#,##0", CultureInfo.InvariantCulture);

    private static string Shown(string number) => decimal.Parse(number, CultureInfo.InvariantCulture).ToString("#,##0.###", CultureInfo.InvariantCulture);
}
