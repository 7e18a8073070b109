using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>The page of a practice: filters, counts, order and files hide what may not be seen, all alike.</summary>
public sealed class AssignmentsTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    /// <summary>Page by page, filtered and ordered, as one would do it by hand with all rows.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task APageIsAPartOfTheWhole(string kind)
    {
        var (database, run) = SharedStores.Of(kind);
        var assignments = new Assignments(database);
        foreach (var practice in await MixedPractices(database, run))
        {
            var sources = new VisibleSources(IsAll: false, [practice], [practice]);
            var all = await assignments.AllOfPractice(run, practice, sources, Now).ToListAsync(Now);
            Assert.DoesNotContain(all, row => row.Source is { Level: ParticipationOption.ApmEntity or ParticipationOption.VirtualGroup });
            Assert.Contains(all, row => row.IsHidden);
            foreach (var filter in Filters(all))
            {
                var expected = Filtered(all, filter).ToList();
                var pages = new List<Assignment>();
                for (var number = 1; pages.Count < expected.Count; number++)
                {
                    var page = await assignments.OfPractice(run, practice, sources, filter, PageOf.Number(number, 3), Now);
                    Assert.Equal(expected.Count, page.Total);
                    Assert.Equal((pages.Count + 1, pages.Count + page.Rows.Count), (page.First, page.Last));
                    Assert.NotEmpty(page.Rows);
                    pages.AddRange(page.Rows);
                }

                Assert.Equal(expected, pages);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task CountsAreThoseOfTheRowsThatAreShown(string kind)
    {
        var (database, run) = SharedStores.Of(kind);
        var assignments = new Assignments(database);
        foreach (var practice in await MixedPractices(database, run))
        {
            foreach (var sources in (VisibleSources[])[VisibleSources.All, new(IsAll: false, [practice], [practice]), new(IsAll: false, [], [])])
            {
                var all = await assignments.AllOfPractice(run, practice, sources, Now).ToListAsync(Now);
                var counts = await assignments.Counts(run, practice, sources, Now);
                var expected = all.GroupBy(row => new AssignmentCount(row.Source?.Level, row.Option, row.IsHidden, 0), (key, rows) => key with { Count = rows.Count() });
                Assert.Equal(expected.OrderBy(count => count.ToString(), StringComparer.Ordinal), counts.OrderBy(count => count.ToString(), StringComparer.Ordinal));
            }
        }
    }

    /// <summary>Nothing of a hidden score is in the row: nobody can show it by mistake.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task AHiddenRowHoldsNothingOfTheScore(string kind)
    {
        var (database, run) = SharedStores.Of(kind);
        var practice = (await MixedPractices(database, run))[0];
        var rows = await new Assignments(database).AllOfPractice(run, practice, new VisibleSources(IsAll: false, [practice], []), Now).ToListAsync(Now);
        var hidden = rows.Where(row => row.IsHidden).ToArray();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, row => Assert.Equal(
            new Assignment(row.AssociationId, row.PracticeId, row.Tin, row.Npi)
            {
                LastName = row.LastName,
                FirstName = row.FirstName,
                Specialty = row.Specialty,
                ClinicianType = row.ClinicianType,
                Billed = row.Billed,
                Status = row.Status,
                IsHidden = true,
                Note = "SOURCE_NOT_VISIBLE",
            },
            row));
    }

    /// <summary>The condition of the query says what the pure function says, row by row, for every kind of viewer.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task VisibleSourcesAreThoseOfThePureFunction(string kind)
    {
        var (database, run) = SharedStores.Of(kind);
        var assignments = new Assignments(database);
        var practice = (await MixedPractices(database, run))[0];
        var all = await assignments.AllOfPractice(run, practice, VisibleSources.All, Now).ToListAsync(Now);
        var sources = all.Select(row => row.Source).OfType<ScoreSource>().Distinct().ToArray();
        var owners = all.Select(row => new OwnerId(OwnerKind.Clinician, row.AssociationId)).Concat(sources.Select(source => source.Owner)).Append(new(OwnerKind.Practice, practice)).Distinct().ToArray();
        OrganizationId[] organizations = [new(OrganizationKind.Practice, practice), .. sources.Select(source => source.Owner).Where(owner => owner.Kind is OwnerKind.ApmEntity or OwnerKind.VirtualGroup).Select(owner => new OrganizationId(owner.Kind == OwnerKind.ApmEntity ? OrganizationKind.ApmEntity : OrganizationKind.VirtualGroup, owner.Id)), new(OrganizationKind.Registry, "r")];
        HeldRole?[] roles = [null, HeldRole.Reviewer, HeldRole.ClinicianOf(Npi.Of(all[0].Npi)), .. organizations.SelectMany(one => (HeldRole[])[HeldRole.StaffOf(one), HeldRole.SecurityOfficialOf(one)])];
        foreach (var decision in from role in roles
                                 from owner in owners
                                 from resource in (Resource[])[Resource.PaymentAdjustment, Resource.ApmParticipantPiScores]
                                 select new AccessDecision(AccessAnswer.Granted, [new Grant(role, Relation.Own, resource, new OwnerFacts(owner), "test")], null))
        {
            var visible = VisibleSources.Of(decision);
            Assert.All(sources, source => Assert.Equal(
                ScoreVisibility.For(decision, source) == Shown.Visible,
                visible.IsAll || visible.Owners.Contains(source.Owner.Id) || (source.PracticeId is { } id && visible.Practices.Contains(id))));
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task AClinicianAndAnEntityFindTheirs(string kind)
    {
        var (database, run) = SharedStores.Of(kind);
        var assignments = new Assignments(database);
        var file = PublishedNation.Rows(Path.Combine(PublishedNation.Out, "payment-adjustments.csv"));
        var several = file.GroupBy(row => row["npi"]).First(rows => rows.Count() > 1);
        Assert.Equal(several.Select(row => row["tin"]), (await assignments.OfNpi(run, several.Key, Now)).Select(row => row.Tin));
        var entity = file.Where(row => row["participation_option"] == "apmEntity").GroupBy(row => row["entity_id"]).First();
        var owner = (await new Owners(database).ByIdentifier(OwnerKind.ApmEntity, entity.Key, Now))!.Owner;
        var paid = await assignments.AllOfSource(run, owner.Id, Now).ToListAsync(Now);
        Assert.Equal(entity.Select(row => (row["npi"], row["tin"])).Order(), paid.Select(row => (row.Npi, row.Tin)));
        Assert.Equal(entity.Count(), await assignments.CountOfSource(run, owner.Id, Now));
        Assert.Equal(paid.Take(2).Select(row => row.Npi), (await assignments.Of(run, paid.Take(2).Select(row => row.AssociationId), VisibleSources.All, Now)).Select(row => row.Npi).OrderBy(npi => npi));
    }

    /// <summary>Practices with scores of their own and others.</summary>
    private static async Task<IReadOnlyList<string>> MixedPractices(StoreDatabase database, long run) =>
        await database.All(
            """
            SELECT practice_id FROM assignment WHERE run_id = @Run GROUP BY practice_id
            HAVING COUNT(DISTINCT participation_option) > 1 AND SUM(CASE WHEN participation_option IN ('apmEntity', 'virtualGroup') THEN 1 ELSE 0 END) > 0 ORDER BY COUNT(*) DESC, practice_id LIMIT 4
            """,
            new { Run = run },
            row => row.Text("practice_id"),
            Now);

    private static IEnumerable<AssignmentFilter> Filters(IReadOnlyList<Assignment> all) =>
        from part in (string?[])[null, all[0].Npi[3..6], "99999999999", "%"]
        from level in (ParticipationOption?[])[null, ParticipationOption.Group, ParticipationOption.Individual, ParticipationOption.ApmEntity]
        from option in (ReportingOption?[])[null, ReportingOption.Traditional]
        from byScore in (bool[])[false, true]
        select new AssignmentFilter { NpiPart = part, Level = level, Option = option, ByFinalScore = byScore };

    private static IEnumerable<Assignment> Filtered(IEnumerable<Assignment> all, AssignmentFilter filter)
    {
        var rows = all.Where(row => (filter.NpiPart is null || row.Npi.Contains(filter.NpiPart)) && (filter.Level is null || row.Source?.Level == filter.Level) && (filter.Option is null || row.Option == filter.Option));
        return filter.ByFinalScore ? rows.OrderByDescending(row => row.FinalScore ?? -1m).ThenBy(row => row.Npi, StringComparer.Ordinal) : rows.OrderBy(row => row.Npi, StringComparer.Ordinal);
    }
}
