using System.Globalization;
using OpenQpp.Rules;

namespace OpenQpp.Remits;

/// <summary>A finding with its place, as reports list it.</summary>
/// <param name="Finding">What is wrong.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Place">Segment in the file.</param>
/// <param name="Tin">TIN of the practice.</param>
public sealed record FindingRow(AuditFinding Finding, string File, string Place, string Tin)
{
    /// <summary>NPI of who rendered the line; empty for a claim or a remittance.</summary>
    public string Npi { get; init; } = "";

    /// <summary>The practice's number of the claim.</summary>
    public string Claim { get; init; } = "";

    /// <summary>The practice's number of the line.</summary>
    public string Line { get; init; } = "";

    /// <summary>The procedure.</summary>
    public string Procedure { get; init; } = "";

    /// <summary>Date of service; null where it is not known, and for a claim or a remittance.</summary>
    public DateOnly? Service { get; init; }

    /// <summary>What is wrong, in a sentence.</summary>
    public string Says =>
        Finding.Reason is { } reason ? $"{Finding.Name.Says()}: {reason.Finding().Label.Says}"
        : Finding.Percent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{Finding.Name.Says()}: {percent:0.00} %")
        : Finding.Name.Says();
}
