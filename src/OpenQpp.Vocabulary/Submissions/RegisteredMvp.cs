namespace OpenQpp.Vocabulary;

/// <summary>Registration for a MIPS Value Pathway (414.1365(b)).</summary>
/// <param name="MvpId">The pathway.</param>
/// <param name="PopulationHealthMeasureId">The population health measure that was selected, or null.</param>
/// <param name="OutcomeAdministrativeClaimsMeasureId">The outcome measure computed from claims that was chosen, or null.</param>
public sealed record RegisteredMvp(string MvpId, string? PopulationHealthMeasureId, string? OutcomeAdministrativeClaimsMeasureId);
