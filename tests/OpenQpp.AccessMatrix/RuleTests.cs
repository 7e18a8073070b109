using OpenQpp.Access;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.AccessMatrix;

/// <summary>The rules of access by name.</summary>
public sealed class RuleTests
{
    private static readonly PerformanceYear Year = new(2024);
    private static readonly OwnerFacts AcoOwner = new(World.Aco().Owner) { IsSharedSavingsAco = true };
    private static readonly OwnerFacts VirtualGroupOwner = new(World.VirtualGroup().Owner);
    private static readonly OwnerFacts ParticipantTin = new(World.Practice().Owner) { TakesPartIn = [World.Aco(), World.VirtualGroup()] };

    [Theory]
    [InlineData(Resource.ApmFeedback)]
    [InlineData(Resource.PaymentAdjustment)]
    [InlineData(Resource.OtherScore)]
    [InlineData(Resource.ApmParticipantList)]
    public void R1ParticipantTinDoesNotSeeItsAcoUnlessStaffOfTheAco(Resource resource)
    {
        var official = HeldRole.SecurityOfficialOf(World.Practice());
        Assert.Equal(AccessAnswer.NotFound, Ask([official], resource, AcoOwner).Answer);
        Assert.True(Ask([official, HeldRole.StaffOf(World.Aco())], resource, AcoOwner).IsGranted);
    }

    [Theory]
    [InlineData(Resource.VirtualGroupFeedback)]
    [InlineData(Resource.PaymentAdjustment)]
    [InlineData(Resource.VirtualGroupParticipantList)]
    public void R2MemberPracticeDoesNotSeeItsVirtualGroupUnlessItsStaff(Resource resource)
    {
        var staff = HeldRole.StaffOf(World.Practice());
        Assert.Equal(AccessAnswer.NotFound, Ask([staff], resource, VirtualGroupOwner).Answer);
        Assert.True(Ask([staff, HeldRole.StaffOf(World.VirtualGroup())], resource, VirtualGroupOwner).IsGranted);
    }

    [Fact]
    public void R3NeitherSideSeesWhetherTheOtherScoreIsHigher()
    {
        var apm = Ask([HeldRole.StaffOf(World.Aco())], Resource.PaymentAdjustment, AcoOwner);
        Assert.Equal(Shown.SourceNotVisible, ScoreVisibility.For(apm, new(ParticipationOption.Individual, "association-1", "practice-1")));
        Assert.Equal(Shown.SourceNotVisible, ScoreVisibility.For(apm, new(ParticipationOption.Group, "practice-1", "practice-1")));
        Assert.Equal(Shown.SourceNotVisible, ScoreVisibility.For(apm, new(ParticipationOption.ApmEntity, "entity-2")));
        Assert.Equal(Shown.Visible, ScoreVisibility.For(apm, new(ParticipationOption.ApmEntity, "entity-1")));

        var practice = Ask([HeldRole.StaffOf(World.Practice())], Resource.GroupFeedback, ParticipantTin);
        Assert.Equal(Shown.SourceNotVisible, ScoreVisibility.For(practice, new(ParticipationOption.ApmEntity, "entity-1")));
        Assert.Equal(Shown.SourceNotVisible, ScoreVisibility.For(practice, new(ParticipationOption.VirtualGroup, "virtual-1")));
        Assert.Equal(Shown.Visible, ScoreVisibility.For(practice, new(ParticipationOption.Group, "practice-1", "practice-1")));
        Assert.Equal(Shown.SourceNotVisible, ScoreVisibility.For(practice, new(ParticipationOption.Group, "practice-2", "practice-2")));
    }

    /// <summary>Who is paid elsewhere is only a member of the entity: no page of the clinician opens to it.</summary>
    [Fact]
    public void R3AnEntityDoesNotOpenAParticipantWhomItDoesNotPay()
    {
        var elsewhere = World.Association with { TakesPartIn = [World.Aco()] };
        Assert.All(Resources.All, resource => Assert.False(Ask([HeldRole.SecurityOfficialOf(World.Aco())], resource, elsewhere).IsGranted));
    }

    [Theory]
    [InlineData(Resource.Submissions)]
    [InlineData(Resource.PreliminaryPoints)]
    public void R4ARegistrySeesWhatItSentAndNothingElse(Resource resource)
    {
        var registry = HeldRole.StaffOf(World.Registry());
        Assert.True(Ask([registry], resource, ParticipantTin with { SubmittedBy = "registry-1" }).IsGranted);
        Assert.Equal(AccessAnswer.NotFound, Ask([registry], resource, ParticipantTin with { SubmittedBy = "registry-2" }).Answer);
        Assert.Equal(AccessAnswer.NotFound, Ask([registry], resource, ParticipantTin).Answer);
        Assert.Equal(AccessAnswer.NotFound, AccessDecision.For(new(new Viewer([registry], []), Year, resource, OwnerKind.Practice, null)).Answer);
        Assert.Equal(Shown.SourceNotVisible, ScoreVisibility.For(Ask([registry], resource, ParticipantTin with { SubmittedBy = "registry-1" }), new(ParticipationOption.Group, "practice-1", "practice-1")));
    }

    [Fact]
    public void R5AClinicianSeesEveryAssociationOfTheNpiAndNobodyElses()
    {
        var role = HeldRole.ClinicianOf(World.Mine);
        foreach (var practice in new[] { "practice-1", "practice-2", "practice-3" })
        {
            var mine = World.Association with { Owner = new(OwnerKind.Clinician, practice), PracticeId = practice, PaidBy = World.Aco().Owner };
            Assert.True(Ask([role], Resource.IndividualFeedback, mine).IsGranted);
            Assert.Equal(Shown.Visible, ScoreVisibility.For(Ask([role], Resource.IndividualFeedback, mine), new(ParticipationOption.ApmEntity, "entity-1")));
            Assert.All(Resources.All, resource => Assert.False(Ask([role], resource, mine with { Npi = World.Others }).IsGranted));
        }
    }

    [Fact]
    public void R5AClinicianSeesAnOrganizationOnlyWhereItsScorePays()
    {
        var role = HeldRole.ClinicianOf(World.Mine);
        var association = World.Association with { TakesPartIn = [World.Aco()] };
        bool Sees(OwnerFacts standing, Resource resource, OwnerFacts owner) => AccessDecision.For(new(new Viewer([role], [standing]), Year, resource, owner)).IsGranted;
        Assert.False(Sees(association, Resource.GroupFeedback, ParticipantTin));
        Assert.False(Sees(association, Resource.ApmFeedback, AcoOwner));
        Assert.True(Sees(association with { PaidBy = World.Practice().Owner }, Resource.GroupFeedback, ParticipantTin));
        Assert.True(Sees(association with { PaidBy = World.Aco().Owner }, Resource.ApmFeedback, AcoOwner));
        Assert.False(Sees(association with { PaidBy = World.Practice().Owner, Npi = World.Others }, Resource.GroupFeedback, ParticipantTin));
    }

    [Fact]
    public void R6InTheFirstYearParticipantsOfASharedSavingsAcoSawItsFeedback()
    {
        var viewer = new Viewer([HeldRole.StaffOf(World.Practice())], [ParticipantTin]);
        AccessDecision In(int year, OwnerFacts owner, Resource resource = Resource.ApmFeedback) => AccessDecision.For(new(viewer, new PerformanceYear(year), resource, owner));
        Assert.True(In(2017, AcoOwner).IsGranted);
        Assert.Equal(Shown.Visible, ScoreVisibility.For(In(2017, AcoOwner), new(ParticipationOption.ApmEntity, "entity-1")));
        Assert.False(In(2018, AcoOwner).IsGranted);
        Assert.False(In(2017, AcoOwner with { IsSharedSavingsAco = false }).IsGranted);
        Assert.False(In(2017, AcoOwner with { Owner = World.Aco("entity-2").Owner }).IsGranted);
        Assert.False(In(2017, AcoOwner, Resource.PaymentAdjustment).IsGranted);
        Assert.Equal(Shown.SourceNotVisible, ScoreVisibility.For(In(2017, ParticipantTin, Resource.ConnectedClinicianList), new(ParticipationOption.ApmEntity, "entity-1")));
    }

    [Fact]
    public void R7AnApprovedIntermediaryIsStaffAndLosesAllOnRemoval()
    {
        var registry = HeldRole.StaffOf(World.Registry());
        var approved = HeldRole.StaffOf(World.Practice());
        foreach (var resource in Resources.All)
        {
            var staff = Ask([approved], resource, ParticipantTin).IsGranted;
            Assert.Equal(staff, Ask([registry, approved], resource, ParticipantTin).IsGranted);
            Assert.False(Ask([registry], resource, ParticipantTin).IsGranted);
        }
    }

    [Fact]
    public void AReviewerSeesTheFeedbackThatARequestConcernsAndNothingElse()
    {
        var requested = ParticipantTin with { IsUnderReview = true };
        var seen = Resources.All.Where(resource => Ask([HeldRole.Reviewer], resource, requested).IsGranted);
        Assert.Equal([Resource.GroupFeedback, Resource.TargetedReview], seen);
        Assert.All(Resources.All, resource => Assert.False(Ask([HeldRole.Reviewer], resource, ParticipantTin).IsGranted));
    }

    private static AccessDecision Ask(IReadOnlyList<HeldRole> roles, Resource resource, OwnerFacts owner) =>
        AccessDecision.For(new(new Viewer(roles, [ParticipantTin]), Year, resource, owner));
}
