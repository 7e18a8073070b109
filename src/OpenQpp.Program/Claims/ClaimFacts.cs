using OpenQpp.Law;

namespace OpenQpp.Program;

/// <summary>What a claim says that its remittance does not. Null is not known.</summary>
/// <param name="Assigned">The claim was assigned.</param>
/// <param name="PlaceOfService">Place of service.</param>
/// <param name="RenderingNpi">NPI of who rendered the service.</param>
public sealed record ClaimFacts(bool? Assigned, string? PlaceOfService, string? RenderingNpi)
{
    /// <summary>Claim type.</summary>
    public string? ClaimType { get; init; }

    /// <summary>Specialty.</summary>
    public string? Specialty { get; init; }

    /// <summary>Setting, where it is told.</summary>
    public ClaimSetting? Setting { get; init; }

    /// <summary>Status indicator, where it is told.</summary>
    public string? Status { get; init; }
}

/// <summary>Facts of claims by the practice's number of the claim and of the line, as both come back on the remittance.</summary>
public sealed class ClaimFactsTable
{
    private readonly Dictionary<(string Tin, string Claim, string Line), ClaimFacts> rows = [];

    /// <summary>Adds facts of a line, or of a whole claim; false where there are some already.</summary>
    /// <param name="tin">TIN; empty where it is not told.</param>
    /// <param name="claim">The practice's number of the claim.</param>
    /// <param name="line">The practice's number of the line; empty for the claim.</param>
    /// <param name="facts">The facts.</param>
    public bool Add(string tin, string claim, string line, ClaimFacts facts) => rows.TryAdd((tin, claim, line), facts);

    /// <summary>The facts of a line: its own, else those of its claim; null where there are none.</summary>
    /// <param name="tin">TIN of the payee.</param>
    /// <param name="claim">The practice's number of the claim.</param>
    /// <param name="line">The practice's number of the line; empty where there is none.</param>
    public ClaimFacts? Of(string tin, string claim, string line) =>
        rows.GetValueOrDefault((tin, claim, line)) ?? rows.GetValueOrDefault((tin, claim, ""))
        ?? rows.GetValueOrDefault(("", claim, line)) ?? rows.GetValueOrDefault(("", claim, ""));
}
