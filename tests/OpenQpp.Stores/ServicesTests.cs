using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>Items, services and emergency visits come into the store whole or not at all, as a new version of their year.</summary>
public sealed class ServicesTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task TheCountsAreReadAsTheyWerePublished(string kind)
    {
        using var store = new TestStore(kind);
        var (published, problems) = CountedServices.Publish(store, CountedServices.Folder(store));
        Assert.Empty(problems);
        Assert.Equal(new ServicesPublished(new(PublishedNation.Year), 1, 1, 1, 3), published);
        var (services, owners) = (new PatientServices(store.Database), new Owners(store.Database));
        var count = Assert.Single(await services.Shown(new(PublishedNation.Year), TestStore.Now, Now));
        Assert.Equal(("allowedCharges", true), (count.Header.Settings["primaryCareShareMetric"], count.Header.VisitsAreKnown));
        var practice = (await owners.ByIdentifier(OwnerKind.Practice, CountedServices.Tin))!.Owner.Id;
        var clinician = (await owners.ByIdentifier(OwnerKind.Clinician, $"{CountedServices.Tin}:{CountedServices.Npi}"))!.Owner.Id;
        Assert.Equal(
            [new StoredRange("L1-8", 40, 1200.50m, 80m), new StoredRange("L1-9", 58, 10234.07m, 211.5m)],
            (await services.Ranges(count.Id, practice, Now)).OrderBy(range => range.Range, StringComparer.Ordinal));
        Assert.Equal(new(61, 12, 20), await services.Attributed(count.Id, practice, Now));
        Assert.Equal(new(20, 0, 0), await services.Attributed(count.Id, clinician, Now));
        Assert.Equal(1, store.Count("SELECT COUNT(*) FROM audit WHERE action = 'publish-services' AND resource = 'items-and-services' AND outcome = 'done' AND year = 2024"));
    }

    /// <summary>A second counting takes the place of the first from its time on; the first can still be read.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ALaterCountingTakesThePlaceOfTheFirst(string kind)
    {
        using var store = new TestStore(kind);
        CountedServices.Publish(store, CountedServices.Folder(store));
        var later = TestStore.Now.AddDays(30);
        var (second, _) = CountedServices.Publish(store, CountedServices.Folder(store, "second", CountedServices.Items.Replace("10234.07", "1.00", StringComparison.Ordinal)), later);
        Assert.Equal(2, second!.Version);
        var services = new PatientServices(store.Database);
        Assert.Equal([1], (await services.Shown(new(PublishedNation.Year), TestStore.Now, Now)).Select(count => count.Version));
        var both = await services.Shown(new(PublishedNation.Year), later, Now);
        Assert.Equal([2, 1], both.Select(count => count.Version));
        var practice = (await new Owners(store.Database).ByIdentifier(OwnerKind.Practice, CountedServices.Tin))!.Owner.Id;
        Assert.Equal([1.00m, 10234.07m], await Task.WhenAll(both.Select(async count => (await services.Ranges(count.Id, practice, Now)).Single(range => range.Range == "L1-9").Cost)));
        Assert.Empty(await services.Shown(new(PublishedNation.Year - 1), later, Now));
    }

    /// <summary>What a killed loader left is not seen, and goes away with the next one.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task WhatIsNotCompleteIsInvisible(string kind)
    {
        using var store = new TestStore(kind);
        store.Execute("INSERT INTO services_count (year, version, header, loaded_at_us, shown_at_us, state) VALUES (2024, 1, '{}', 1, 1, 'loading')");
        store.Execute("INSERT INTO attributed_patients (count_id, owner_id, associated) SELECT id, 'AAAAAAAAAAAAAAAAAAAAAA', 40 FROM services_count");
        Assert.Empty(await new PatientServices(store.Database).Shown(new(PublishedNation.Year), TestStore.Now, Now));
        var (published, _) = CountedServices.Publish(store, CountedServices.Folder(store));
        Assert.Equal(1, published!.Version);
        Assert.Equal((1, 2), (store.Count("SELECT COUNT(*) FROM services_count"), store.Count("SELECT COUNT(*) FROM attributed_patients")));
        using (store.Database.Dialect.LockPublishing())
        {
            Assert.Equal(StoreFault.Busy, Assert.Throws<StoreException>(() => CountedServices.Publish(store, store.At("services"))).Fault);
        }
    }

    /// <summary>Every problem at once, and nothing comes in.</summary>
    [Fact]
    public void WhatIsWrongIsRefusedWithItsPlace()
    {
        using var store = new TestStore(TestStore.Sqlite);
        var items = CountedServices.Items + "group,000000011,,L1-8,40,1.00,1\nindividual,000000012,1234567893,L1-9,1,1.00,1\ngroup,000000011,1234567893,L9,1,-1.00,1\nteam,1,,L1-9,,,\n";
        var visits = CountedServices.Visits + "group,000000013,,19,,\ngroup,000000011,,61,62,20\n";
        var (published, problems) = CountedServices.Publish(store, CountedServices.Folder(store, items: items, visits: visits));
        Assert.Null(published);
        Assert.Equal(
            [
                "ed.csv(4).associated NOT_PUBLISHABLE", "ed.csv(4).with_visit NOT_PUBLISHABLE", "ed.csv(5).tin DUPLICATE_ROW", "ed.csv(5).with_visit NOT_PUBLISHABLE",
                "items.csv(5).range_key DUPLICATE_ROW", "items.csv(6).tin NOT_PUBLISHABLE", "items.csv(7).npi NOT_PUBLISHABLE", "items.csv(8).level UNKNOWN_WORD", "items.csv(8).tin TIN_FORM",
            ],
            problems.Select(problem => $"{problem.Path} {problem.Code}").Order(StringComparer.Ordinal));
        Assert.All(problems, problem => Assert.DoesNotContain("1234567893", problem.Message, StringComparison.Ordinal));
        Assert.Equal(0, store.Count("SELECT COUNT(*) FROM services_count") + store.Count("SELECT COUNT(*) FROM attributed_patients") + store.Count("SELECT COUNT(*) FROM audit"));
    }

    [Fact]
    public void MoreProblemsThanAreToldAreStillRefused()
    {
        using var store = new TestStore(TestStore.Sqlite);
        var items = CountedServices.Items + string.Concat(Enumerable.Repeat("group,1,,L1-9,1,1.00,1\nindividual,000000011,x,L1-9,1,1.00,1\nteam,000000011,,L1-9,1,1.00,1\n", ProblemList.Most / 2));
        var (published, problems) = CountedServices.Publish(store, CountedServices.Folder(store, items: items));
        Assert.Null(published);
        Assert.Equal((ProblemList.Most + 1, ProblemCode.MORE_PROBLEMS), (problems.Count, problems[^1].Code));
        Assert.Equal(0, store.Count("SELECT COUNT(*) FROM services_count"));
    }

    [Fact]
    public void FilesOfAnotherRunOrYearAreRefused()
    {
        using var store = new TestStore(TestStore.Sqlite);
        var short1 = CountedServices.Folder(store, "short", "level,tin,npi,range_key,beneficiaries,cost,services\n", "level,tin,npi,associated,with_visit,visits\ngroup,000000011,,61,12,20\n");
        Assert.Equal([ProblemCode.INPUT_NOT_OF_RUN], CountedServices.Publish(store, short1).Problems.Select(problem => problem.Code));
        var unknown = CountedServices.Folder(store, "unknown", visitsAreKnown: false);
        Assert.Equal([ProblemCode.NOT_PUBLISHABLE], CountedServices.Publish(store, unknown).Problems.Select(problem => problem.Code).Distinct());
        var folder = CountedServices.Folder(store);
        var header = Path.Combine(folder, "services-run.json");
        File.WriteAllText(header, File.ReadAllText(header).Replace("2024", "2023", StringComparison.Ordinal));
        Assert.Equal([ProblemCode.INPUT_NOT_OF_RUN], CountedServices.Publish(store, folder).Problems.Select(problem => problem.Code));
        File.WriteAllText(header, "{}");
        Assert.Equal([ProblemCode.NOT_READABLE], CountedServices.Publish(store, folder).Problems.Select(problem => problem.Code));
        File.Delete(header);
        Assert.Equal([ProblemCode.NOT_READABLE], CountedServices.Publish(store, folder).Problems.Select(problem => problem.Code));
    }
}
