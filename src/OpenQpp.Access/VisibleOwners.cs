using OpenQpp.Vocabulary;

namespace OpenQpp.Access;

/// <summary>Owners that one role lets its holder see: those that meet the test and the condition.</summary>
/// <param name="Role">The role; null where none is needed.</param>
/// <param name="Test">The test of owners.</param>
/// <param name="Line">The line of the matrix.</param>
public sealed record VisibleOwner(HeldRole? Role, OwnerTest Test, MatrixLine Line)
{
    /// <summary>Whether an owner is among them.</summary>
    /// <param name="owner">The owner, of the kind that was asked for.</param>
    public bool Admits(OwnerFacts owner) => Test.Admits(owner) && Line.Only.Holds(owner);
}

/// <summary>
/// All owners of a kind of whom somebody may see a resource in a year: the same decision as for one owner, in a form from
/// which a store can make the condition of a query. An owner is visible when any of the tests admits it.
/// </summary>
/// <param name="Kind">The kind of owner.</param>
/// <param name="Any">The tests, any of which is enough; none: nothing is visible.</param>
public sealed record VisibleOwners(OwnerKind Kind, IReadOnlyList<VisibleOwner> Any)
{
    /// <summary>What somebody may see.</summary>
    /// <param name="viewer">Who is signed in; null for nobody.</param>
    /// <param name="year">The performance year; null where the address names none.</param>
    /// <param name="resource">What is asked for.</param>
    /// <param name="kind">The kind of owner.</param>
    public static VisibleOwners For(Viewer? viewer, PerformanceYear? year, Resource resource, OwnerKind kind)
    {
        var standing = viewer?.Standing ?? [];
        return new(
            kind,
            [
                .. from line in Matrix.LinesOf(year, resource, kind)
                   from holder in Holders(viewer)
                   where line.Columns.Contains(holder.Column)
                   from test in RoleRelations.Tests(holder.Role, line.Relation, kind, standing)
                   select new VisibleOwner(holder.Role, test, line),
            ]);
    }

    /// <summary>Whether an owner is visible.</summary>
    /// <param name="owner">The owner.</param>
    public bool Admits(OwnerFacts owner) => Grants(owner).Any();

    /// <summary>The rights by which an owner is visible, one for each role that gives it.</summary>
    /// <param name="owner">The owner.</param>
    public IEnumerable<Grant> Grants(OwnerFacts owner) => owner.Owner.Kind != Kind
        ? []
        : Any.Where(visible => visible.Admits(owner))
            .Select(visible => new Grant(visible.Role, visible.Line.Relation, visible.Line.Resource, owner, visible.Line.From))
            .DistinctBy(grant => grant.Role);

    private static IEnumerable<(RoleColumn Column, HeldRole? Role)> Holders(Viewer? viewer) => viewer is null
        ? [(RoleColumn.Public, null)]
        : [.. viewer.Roles.Select(role => (role.Column(), (HeldRole?)role)), (RoleColumn.SignedIn, null), (RoleColumn.Public, null)];
}
