namespace OpenQpp.Program;

/// <summary>A value that CMS printed.</summary>
/// <param name="Path">Which number it is, for example <c>quality.measures.236.points</c>.</param>
/// <param name="Value">The number with the decimals that were printed; null where none was printed (not scored, N/A).</param>
/// <param name="Place">Where it stands in the input.</param>
public sealed record PrintedValue(string Path, decimal? Value, string Place);
