namespace OpenQpp.Vocabulary;

/// <summary>The hospital to which a facility-based participant is assigned (414.1380(e)).</summary>
/// <param name="Name">Its name, for readers only.</param>
/// <param name="HvbpScore">Its total performance score in the Hospital Value-Based Purchasing Program, 0 to 100.</param>
/// <param name="Percentile">The percentile of that score among hospitals, 0 to 100.</param>
/// <param name="QualityPercentAtPercentile">The quality percent that stands at this percentile among clinicians, 0 to 100.</param>
/// <param name="CostPercentAtPercentile">The cost percent that stands at this percentile among clinicians, 0 to 100.</param>
public sealed record Facility(
    string? Name,
    decimal? HvbpScore,
    decimal? Percentile,
    decimal? QualityPercentAtPercentile,
    decimal? CostPercentAtPercentile);
