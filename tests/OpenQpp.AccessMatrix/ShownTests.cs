using OpenQpp.Access;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.AccessMatrix;

/// <summary>What is shown of scores on pages that are granted.</summary>
public sealed class ShownTests
{
    private static readonly ScoreSource Individual = new(ParticipationOption.Individual, "association-1", "practice-1");
    private static readonly ScoreSource Group = new(ParticipationOption.Group, "practice-1", "practice-1");
    private static readonly ScoreSource Entity = new(ParticipationOption.ApmEntity, "entity-1");
    private static readonly ScoreSource VirtualGroup = new(ParticipationOption.VirtualGroup, "virtual-1");

    private static AccessDecision Practice => AccessDecision.For(new(
        new Viewer([HeldRole.StaffOf(World.Practice())], []), new PerformanceYear(2024), Resource.PaymentAdjustment, new OwnerFacts(World.Practice().Owner)));

    [Fact]
    public void C1AllRowsAreThereAndThoseOfOtherSourcesAreBlank()
    {
        Assert.True(Practice.IsGranted);
        Assert.Equal(
            [Shown.Visible, Shown.Visible, Shown.SourceNotVisible, Shown.SourceNotVisible],
            new[] { Individual, Group, Entity, VirtualGroup }.Select(source => ScoreVisibility.ForAdjustment(Practice, source, isReleased: true)));
    }

    [Fact]
    public void C1TheTextDoesNotNameTheSource() =>
        Assert.DoesNotContain(new[] { "APM", "entity", "virtual", "ACO" }, word => ScoreVisibility.Says.Contains(word, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void C2TheHighestVisibleScoreNeedNotBeTheOneThatPays()
    {
        Assert.Equal(80m, ScoreVisibility.Highest(Practice, [(Individual, 60m), (Group, 80m), (Entity, 95m)]));
        Assert.Null(ScoreVisibility.Highest(Practice, [(Entity, 95m), (Group, null)]));
        Assert.Equal("highest score visible to this organization", ScoreVisibility.HighestLabel);
    }

    [Fact]
    public void C3NoAdjustmentBeforeItIsReleased()
    {
        Assert.Equal(Shown.NotReleased, ScoreVisibility.ForAdjustment(Practice, Group, isReleased: false));
        Assert.Equal(Shown.NotReleased, ScoreVisibility.ForAdjustment(Practice, Entity, isReleased: false));
        Assert.Equal("--", ScoreVisibility.NotReleased);
    }

    [Fact]
    public void WhatIsNotGrantedShowsNothing()
    {
        var denied = AccessDecision.For(new(new Viewer([], []), new PerformanceYear(2024), Resource.GroupFeedback, new OwnerFacts(World.Practice().Owner)));
        Assert.Equal(Shown.SourceNotVisible, ScoreVisibility.For(denied, Group));
    }

    /// <summary>Where the entity reported no Promoting Interoperability, the scores of its clinicians are what the page shows.</summary>
    [Fact]
    public void AnEntityWithoutItsOwnPiSeesThatOfItsClinicians()
    {
        var viewer = new Viewer([HeldRole.StaffOf(World.Aco())], []);
        var decision = AccessDecision.For(new(viewer, new PerformanceYear(2024), Resource.ApmParticipantPiScores, new OwnerFacts(World.Aco().Owner) { LacksOwnInteroperability = true }));
        Assert.Equal(Shown.Visible, ScoreVisibility.For(decision, Group));
    }
}
