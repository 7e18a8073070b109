namespace OpenQpp.Access;

/// <summary>A line of the matrix: one resource of one kind of owner in one relation, and which roles may see it.</summary>
/// <param name="Resource">What is asked for.</param>
/// <param name="Owner">The kind of owner.</param>
/// <param name="Relation">How the holder of the role stands to the owner.</param>
/// <param name="Only">What must be true of the owner.</param>
/// <param name="From">The rule that it comes from, in words.</param>
/// <param name="Columns">The roles that may see it.</param>
public sealed record MatrixLine(Resource Resource, OwnerKind Owner, Relation Relation, MatrixCondition Only, string From, IReadOnlySet<RoleColumn> Columns);
