using OpenQpp.Access;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.AccessMatrix;

/// <summary>Every cell: resource, kind of owner and role; each in every relation and year, with and without what a row asks of the owner.</summary>
public sealed class CellTests
{
    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        foreach (var resource in Resources.All)
        {
            foreach (var owner in OwnerKinds.All)
            {
                foreach (var column in RoleColumns.All)
                {
                    cells.Add(resource.Word(), owner.Word(), column.Word());
                }
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Cell(string resourceWord, string ownerWord, string columnWord)
    {
        var (resource, kind) = (Resources.Of(resourceWord)!.Value, OwnerKinds.Of(ownerWord)!.Value);
        var column = RoleColumns.All.Single(column => column.Word() == columnWord);
        foreach (var relation in Relations.All)
        {
            foreach (var condition in new[] { true, false })
            {
                if (World.Of(column, kind, relation, condition) is not { } world)
                {
                    continue;
                }

                foreach (var year in Enumerable.Range(2017, 10))
                {
                    var expected = Published.Says(resource, kind, column, relation, year, condition);
                    var decision = AccessDecision.For(new(world.Viewer, new PerformanceYear(year), resource, world.Owner));
                    Assert.True(expected == decision.IsGranted, $"{relation.Word()}, {year}, condition {condition}: {decision.Answer}");
                    Assert.Equal(expected, VisibleOwners.For(world.Viewer, new PerformanceYear(year), resource, kind).Admits(world.Owner));
                    if (!expected)
                    {
                        var known = Published.Exists(kind, year) && Matrix.Knows(resource, kind);
                        Assert.Equal(column == RoleColumn.Public && known ? AccessAnswer.NotSignedIn : AccessAnswer.NotFound, decision.Answer);
                    }
                }
            }
        }
    }

    /// <summary>Nothing stands in the one table that the other does not know.</summary>
    [Fact]
    public void TheMatrixKnowsTheSameResourcesAndOwners()
    {
        var known = from resource in Resources.All from owner in OwnerKinds.All where Matrix.Knows(resource, owner) select (resource.Word(), owner.Word());
        Assert.Equal(Published.All.Append(("role-request", "portal")).Order(), known.Order());
    }

    [Theory]
    [InlineData(2016)]
    [InlineData(2027)]
    public void AYearOfWhichNothingIsRecordedIsDenied(int year) =>
        Assert.All(Resources.All, resource => Assert.Equal(
            AccessAnswer.NotFound,
            AccessDecision.For(new(World.Of(RoleColumn.PracticeOfficial, OwnerKind.Practice, Relation.Own, true)!.Value.Viewer, new PerformanceYear(year), resource, new OwnerFacts(World.Practice().Owner))).Answer));

    [Fact]
    public void AResourceThatIsNoneIsDenied()
    {
        Assert.Null(Resources.Of("passwords"));
        Assert.Equal(AccessAnswer.NotFound, AccessDecision.For(new(new Viewer([HeldRole.Reviewer], []), new PerformanceYear(2024), (Resource)999, OwnerFacts.Portal)).Answer);
    }

    [Fact]
    public void EveryColumnOfTheMatrixHasItsWord() =>
        Assert.Equal(12, RoleColumns.All.Select(column => column.Word()).Distinct().Count());
}
