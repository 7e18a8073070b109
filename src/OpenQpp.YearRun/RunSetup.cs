using OpenQpp.Law;

namespace OpenQpp.YearRun;

/// <summary>A law under which a nation is run.</summary>
/// <param name="Name">What its files are called: base, or changed.</param>
/// <param name="Law">The law.</param>
internal sealed record RunLaw(string Name, YearLaw Law);

/// <summary>What a run is told.</summary>
/// <param name="Book">The law of all years.</param>
/// <param name="Reference">Figures of the population.</param>
/// <param name="AllowSynthetic">A wrong check digit in an NPI is accepted.</param>
/// <param name="WithExplanations">Results carry their explanation.</param>
internal sealed record RunSetup(LawBook Book, ReferenceFigures Reference, bool AllowSynthetic, bool WithExplanations)
{
    /// <summary>Results carry their case, and answers of eligibility are written.</summary>
    public bool ForPortal { get; init; }

    /// <summary>Allowed charges were given.</summary>
    public bool HasCharges { get; init; } = true;
}
