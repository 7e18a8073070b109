using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>The facts by which access is decided, and lists of what somebody may see that say the same as single decisions.</summary>
public sealed class OwnersFactsTests
{
    private static readonly PerformanceYear Year = new(PublishedNation.Year);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task FactsFollowFromTheFiles(string kind)
    {
        var (database, run) = SharedStores.Of(kind);
        var (owners, facts) = (new Owners(database), new OwnersFacts(database));
        var apm = PublishedNation.Rows(Path.Combine(PublishedNation.In, "apm.csv")).Where(row => row["list"] == "participation").ToArray();
        var adjustments = PublishedNation.Rows(Path.Combine(PublishedNation.Out, "payment-adjustments.csv"));
        foreach (var row in adjustments.Where((_, place) => place % 41 == 0))
        {
            var owner = (await owners.ByIdentifier(OwnerKind.Clinician, $"{row["tin"]}:{row["npi"]}", Now))!;
            var found = (await facts.Of(owner.Owner, Year, run, Now))!;
            Assert.Equal(row["npi"], found.Npi!.Value.Digits);
            Assert.Equal(owner.PracticeId, found.PracticeId);
            Assert.Equal(
                row["participation_option"] switch { "individual" => OwnerKind.Clinician, "group" => OwnerKind.Practice, "subgroup" => OwnerKind.Subgroup, "virtualGroup" => OwnerKind.VirtualGroup, "apmEntity" => OwnerKind.ApmEntity, _ => null },
                found.PaidBy?.Kind);
            var entities = apm.Where(listing => listing["tin"] == row["tin"] && listing["npi"] == row["npi"]).Select(listing => listing["entity_id"]).Distinct();
            var ids = new List<string>();
            foreach (var entity in found.TakesPartIn.Where(one => one.Kind == OrganizationKind.ApmEntity))
            {
                ids.Add((await owners.ById(entity.Owner, Now))!.Identifier);
            }

            Assert.Equal(entities.Order(), ids.Order());
        }

        var aco = (await owners.ByIdentifier(OwnerKind.ApmEntity, apm.First(row => row["model"] == "sharedSavingsProgram")["entity_id"], Now))!;
        Assert.True((await facts.Of(aco.Owner, Year, run, Now))!.IsSharedSavingsAco);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task WhoIsNotOfTheKindOrTheYearIsNotFound(string kind)
    {
        var (database, run) = SharedStores.Of(kind);
        var practice = (await database.All("SELECT id FROM owner WHERE kind = 'practices' ORDER BY id LIMIT 1", null, row => row.Text("id"), Now))[0];
        var facts = new OwnersFacts(database);
        Assert.NotNull(await facts.Of(new(OwnerKind.Practice, practice), Year, run, Now));
        Assert.Null(await facts.Of(new(OwnerKind.ApmEntity, practice), Year, run, Now));
        Assert.Null(await facts.Of(new(OwnerKind.Practice, practice), Year, run + 1, Now));
        Assert.NotNull(await facts.Of(new(OwnerKind.Practice, practice), Year, null, Now));
        Assert.Null(await facts.Of(new(OwnerKind.Practice, OpaqueId.New()), Year, run, Now));
        Assert.Null(await facts.Of(new(OwnerKind.Practice, "000007280"), Year, run, Now));
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task WhoHasNoIdIsGivenOneForGood(string kind)
    {
        using var store = new TestStore(kind);
        var owners = new Owners(store.Database);
        var clinicians = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => owners.Known(OwnerKind.Clinician, StoredOwner.IdentifierOf("000007280", "1234567893"), Now))));
        Assert.All(clinicians, clinician => Assert.Equal(clinicians[0], clinician));
        Assert.Equal(("000007280", "1234567893", "1234567893"), (clinicians[0].Tin, clinicians[0].OwnIdentifier, clinicians[0].Npi));
        var practice = await owners.Known(OwnerKind.Practice, "000007280", Now);
        Assert.Equal(clinicians[0].PracticeId, practice.Owner.Id);
        Assert.Equal([clinicians[0]], await owners.OfNpi("1234567893", Now));
        Assert.Equal("SG-00000001", (await owners.Known(OwnerKind.Subgroup, StoredOwner.IdentifierOf("000007280", "SG-00000001"), Now)).OwnIdentifier);
        Assert.Equal(3, store.Count("SELECT COUNT(*) FROM owner"));
    }

    /// <summary>For viewers of every role: the owners that the query finds are those that the pure decision grants.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ListsShowWhatSingleDecisionsGrant(string kind)
    {
        var (database, run) = SharedStores.Of(kind);
        var facts = new OwnersFacts(database);
        var everybody = new List<OwnerFacts>();
        foreach (var owner in await database.All("SELECT id, kind FROM owner ORDER BY id", null, row => StoredOwner.OwnerOf(row, "kind", "id"), Now))
        {
            if (await facts.Of(owner, Year, run, Now) is { } found)
            {
                everybody.Add(found);
            }
        }

        foreach (var role in Roles(everybody))
        {
            var viewer = new Viewer([role], await facts.Standing([role], Year, run, Now));
            Assert.All(viewer.Standing, standing => Assert.Equal(everybody.Single(one => one.Owner == standing.Owner).TakesPartIn, standing.TakesPartIn));
            foreach (var resource in (Resource[])[Resource.Details, Resource.GroupFeedback, Resource.IndividualFeedback, Resource.ApmFeedback, Resource.VirtualGroupFeedback, Resource.PaymentAdjustment, Resource.TargetedReview, Resource.ApmParticipantPiScores])
            {
                foreach (var owner in OwnerKinds.All.Where(one => one != OwnerKind.Portal && Matrix.Knows(resource, one)))
                {
                    var visible = VisibleOwners.For(viewer, Year, resource, owner);
                    var values = new Dapper.DynamicParameters();
                    var sql = OwnerCondition.Of(visible, Year.Year, run, values);
                    var listed = await database.All($"SELECT id FROM owner WHERE {sql}", values, row => row.Text("id"), Now);
                    var granted = everybody.Where(one => one.Owner.Kind == owner && AccessDecision.For(new(viewer, Year, resource, one)).IsGranted).Select(one => one.Owner.Id);
                    Assert.Equal(granted.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task OrganizationsAreFoundByAPartOfNameOrIdentifier(string kind)
    {
        var (database, run) = SharedStores.Of(kind);
        var organizations = new Organizations(database);
        var page = await organizations.Search(OrganizationKind.ApmEntity, " accountable EXAMPLE ", new(0, 2), Now);
        Assert.Equal(2, page.Rows.Count);
        Assert.True(page.Total > 2);
        var one = page.Rows[0];
        Assert.Equal(one, Assert.Single((await organizations.Search(OrganizationKind.ApmEntity, one.Identifier, new(0, 9), Now)).Rows));
        Assert.Equal(one, await organizations.ById(one.Id.Id, Now));
        Assert.Equal("1 Main Street", one.Address);
        Assert.Empty((await organizations.Search(OrganizationKind.ApmEntity, "%", new(0, 9), Now)).Rows);
        Assert.Empty((await organizations.Search(OrganizationKind.ApmEntity, "_", new(0, 9), Now)).Rows);
        Assert.Equal(2, (await organizations.Search(OrganizationKind.Registry, "registry", new(0, 9), Now)).Total);
        var role = HeldRole.StaffOf(one.Id);
        var viewer = new Viewer([role], await new OwnersFacts(database).Standing([role], Year, run, Now));
        var seen = await organizations.Visible(VisibleOwners.For(viewer, Year, Resource.ApmFeedback, OwnerKind.ApmEntity), Year, run, "accountable", new(0, 9), Now);
        Assert.Equal(one.Id, Assert.Single(seen.Rows).Organization.Id);
        var practice = PublishedNation.Rows(Path.Combine(PublishedNation.In, "clinicians.csv")).GroupBy(row => row["tin"]).First();
        var owner = (await new Owners(database).ByIdentifier(OwnerKind.Practice, practice.Key, Now))!;
        var year = (await organizations.OfYear(run, owner.Owner.Id, Now))!;
        Assert.Equal(practice.Count(), year.Clinicians);
        Assert.StartsWith("{\"lowVolume\":", year.Facts);
    }

    private static IEnumerable<HeldRole> Roles(IReadOnlyList<OwnerFacts> everybody)
    {
        yield return HeldRole.Reviewer;
        foreach (var kind in Enum.GetValues<OrganizationKind>())
        {
            // One that takes part in something, or in which somebody takes part, and one that does not.
            var all = everybody.Where(one => one.Owner.Kind == kind.Owner()).OrderByDescending(one => one.TakesPartIn.Count).ToArray();
            foreach (var owner in (OwnerFacts[])[all[0], all[^1]])
            {
                yield return HeldRole.StaffOf(new(kind, owner.Owner.Id));
                yield return HeldRole.SecurityOfficialOf(new(kind, owner.Owner.Id));
            }
        }

        var clinicians = everybody.Where(one => one.Owner.Kind == OwnerKind.Clinician).ToArray();
        yield return HeldRole.ClinicianOf(clinicians.MaxBy(one => one.TakesPartIn.Count)!.Npi!.Value);
        yield return HeldRole.ClinicianOf(clinicians.First(one => one.PaidBy?.Kind == OwnerKind.VirtualGroup).Npi!.Value);
        yield return HeldRole.ClinicianOf(clinicians[0].Npi!.Value);
    }
}
