namespace OpenQpp.Rules;

/// <summary>What was submitted, as far as it decides whether a category is scored at all.</summary>
/// <param name="Quality">Quality data, Part B claims included; computed by CMS does not count.</param>
/// <param name="QualityNotFromClaims">Quality data that are not from claims.</param>
/// <param name="QualityWithCases">Quality data with at least one case.</param>
/// <param name="Activities">A set of activities that counts as submitted.</param>
/// <param name="Interoperability">Promoting Interoperability data.</param>
/// <param name="QualifyingInteroperability">A qualifying Promoting Interoperability submission.</param>
public sealed record SubmittedData(
    bool Quality,
    bool QualityNotFromClaims,
    bool QualityWithCases,
    bool Activities,
    bool Interoperability,
    bool QualifyingInteroperability)
{
    /// <summary>Data of at least one category.</summary>
    public bool Any => Quality || Activities || Interoperability;

    /// <summary>Data of at least one category; quality records without any case do not count.</summary>
    public bool AnyWithCases => QualityWithCases || Activities || Interoperability;
}
