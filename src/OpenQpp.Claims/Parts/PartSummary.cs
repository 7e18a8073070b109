namespace OpenQpp.Claims;

/// <summary>What came of working on a part.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Token">The token of the run that made it.</param>
/// <param name="Lines">Professional claim lines in it.</param>
/// <param name="WasThere">It was made before, of the same; nothing was done.</param>
public sealed record PartSummary(BeneficiaryPart Part, long Token, long Lines, bool WasThere);
