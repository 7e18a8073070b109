using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>A number of a result under the path by which a printed value names it.</summary>
/// <param name="Path">For example <c>quality.measures.236.points</c>.</param>
/// <param name="Finding">Why it is this number; for a bonus that is not due, the category in which it would stand.</param>
/// <param name="Value">The number; null where there is none.</param>
public sealed record ComputedNumber(string Path, Finding Finding, decimal? Value);
