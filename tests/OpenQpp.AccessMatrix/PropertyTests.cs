using FsCheck;
using FsCheck.Fluent;
using OpenQpp.Access;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.AccessMatrix;

/// <summary>What is true of any roles and any owner.</summary>
public sealed class PropertyTests
{
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(2026, 11);

    private static readonly HeldRole[] Roles = [.. RoleColumns.All.Select(World.RoleOf).OfType<HeldRole>()];

    private static readonly ScoreSource[] Sources =
    [
        new(ParticipationOption.Individual, "association-1", "practice-1"), new(ParticipationOption.Group, "practice-1", "practice-1"),
        new(ParticipationOption.Subgroup, "subgroup-1", "practice-2"), new(ParticipationOption.VirtualGroup, "virtual-1"), new(ParticipationOption.ApmEntity, "entity-1"),
    ];

    private static readonly Gen<OwnerFacts> Owners =
        from kind in Gen.Elements(OwnerKinds.All.ToArray())
        from id in Gen.Elements("practice-1", "entity-1", "virtual-1", "registry-1", "association-1", "other")
        from practice in Gen.Elements("practice-1", "practice-2", null)
        from npi in Gen.Elements<Npi?>(World.Mine, World.Others, null)
        from paid in Gen.Elements<OwnerId?>(World.Aco().Owner, World.VirtualGroup().Owner, World.Practice().Owner, null)
        from entity in Gen.Elements<OrganizationId[]>([], [World.Aco()], [World.VirtualGroup()], [World.Aco("entity-2")])
        from registry in Gen.Elements("registry-1", "registry-2", null)
        from flags in Gen.Choose(0, 7)
        select new OwnerFacts(new OwnerId(kind, id))
        {
            PracticeId = practice, Npi = npi, PaidBy = paid, TakesPartIn = entity, SubmittedBy = registry,
            IsSharedSavingsAco = (flags & 1) != 0, LacksOwnInteroperability = (flags & 2) != 0, IsUnderReview = (flags & 4) != 0,
        };

    private static readonly Arbitrary<(HeldRole[] Roles, HeldRole Added, OwnerFacts[] Standing, OwnerFacts Owner, int Year)> Questions =
        (from roles in Gen.SubListOf(Roles) from added in Gen.Elements(Roles)
         from standing in Owners.ArrayOf(3) from owner in Owners from year in Gen.Choose(2017, 2026)
         select (roles.ToArray(), added, standing, owner, year)).ToArbitrary();

    [Fact]
    public void AddingARoleNeverTakesARightAway() =>
        Check.One(Cases, Prop.ForAll(Questions, one => Resources.All.All(resource =>
        {
            var before = Ask(one.Roles, one, resource);
            var after = Ask([.. one.Roles, one.Added], one, resource);
            return (!before.IsGranted || after.IsGranted)
                && Sources.All(source => ScoreVisibility.For(before, source) != Shown.Visible || ScoreVisibility.For(after, source) == Shown.Visible);
        })));

    [Fact]
    public void RemovingAllRolesLeavesThePublicPages() =>
        Check.One(Cases, Prop.ForAll(Questions, one => Resources.All.All(resource =>
            Ask([], one, resource).IsGranted ==
            (one.Owner.Owner.Kind == OwnerKind.Portal && resource is Resource.Lookup or Resource.Help or Resource.Health or Resource.SignIn or Resource.RoleRequest))));

    [Fact]
    public void AListShowsWhatEachOneWouldShow() =>
        Check.One(Cases, Prop.ForAll(Questions, one => Resources.All.All(resource =>
            Ask(one.Roles, one, resource).IsGranted ==
            VisibleOwners.For(new Viewer(one.Roles, one.Standing), new PerformanceYear(one.Year), resource, one.Owner.Owner.Kind).Admits(one.Owner))));

    [Fact]
    public void WhoIsNotSignedInLearnsNothingFromTheAnswer() =>
        Check.One(Cases, Prop.ForAll(Questions, one => Resources.All.All(resource =>
            AccessDecision.For(new(null, new PerformanceYear(one.Year), resource, one.Owner)).Answer ==
            AccessDecision.For(new(null, new PerformanceYear(one.Year), resource, one.Owner.Owner.Kind, one.Owner.Owner.Kind == OwnerKind.Portal ? one.Owner : null)).Answer)));

    private static AccessDecision Ask(HeldRole[] roles, (HeldRole[] Roles, HeldRole Added, OwnerFacts[] Standing, OwnerFacts Owner, int Year) one, Resource resource) =>
        AccessDecision.For(new(new Viewer(roles, one.Standing), new PerformanceYear(one.Year), resource, one.Owner));
}
