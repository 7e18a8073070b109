namespace OpenQpp.Law;

/// <summary>Where the points of an excluded measure go, 414.1380(b)(4)(ii)(A).</summary>
/// <param name="From">The excluded measure.</param>
/// <param name="Shares">The measures that receive, in order.</param>
public sealed record Redistribution(InteroperabilityRole From, RedistributedShare[] Shares);

/// <summary>A measure that receives points of an excluded one.</summary>
/// <param name="To">The measure that receives.</param>
/// <param name="Half">Half of the points, not all.</param>
/// <param name="Source">Citation.</param>
public sealed record RedistributedShare(InteroperabilityRole To, bool Half, string Source);
