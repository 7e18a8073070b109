namespace OpenQpp.YearRun;

/// <summary>What a national run is asked for.</summary>
/// <param name="In">The folder of the input.</param>
/// <param name="Out">The folder of the output.</param>
/// <param name="Threads">Threads, at least 1. Without effect on any output.</param>
public sealed record NationalRunOptions(string In, string Out, int Threads)
{
    /// <summary>Clinicians of a part, about. Without effect on any output.</summary>
    public int PartSize { get; init; } = 2_000;

    /// <summary>Results carry their explanation.</summary>
    public bool WithExplanations { get; init; }

    /// <summary>Results carry the case that gave them, and the answers of eligibility are written: what a portal is published from.</summary>
    public bool ForPortal { get; init; }

    /// <summary>Payment adjustments are written as Parquet too.</summary>
    public bool AsParquet { get; init; }

    /// <summary>A wrong check digit in an NPI is accepted.</summary>
    public bool AllowSynthetic { get; init; }
}
