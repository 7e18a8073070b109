namespace OpenQpp.Claims;

/// <summary>What <c>claims facts</c> is asked for. A list that is not given leaves its facts unknown.</summary>
public sealed record FactsRequest
{
    /// <summary>Files of professional claim lines.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>The folder to write; files of an earlier run are replaced.</summary>
    public required string Folder { get; init; }

    /// <summary>Files of institutional claim lines, for the hospitals of clinicians.</summary>
    public IReadOnlyList<string> Institutional { get; init; } = [];

    /// <summary>Files of beneficiaries, one row a month, with HCC risk score and dual eligibility.</summary>
    public IReadOnlyList<string> Beneficiaries { get; init; } = [];

    /// <summary>What is known of clinicians from elsewhere, in the columns of <c>clinicians.csv</c>.</summary>
    public string? Clinicians { get; init; }

    /// <summary>What is known of practices from elsewhere, in the columns of <c>practices.csv</c>.</summary>
    public string? Practices { get; init; }

    /// <summary>The services that are patient-facing encounters.</summary>
    public string? PatientFacing { get; init; }

    /// <summary>Rural ZIP codes and those in health professional shortage areas.</summary>
    public string? Zips { get; init; }

    /// <summary>Hospitals with their Hospital VBP score.</summary>
    public string? Hospitals { get; init; }

    /// <summary>The lists of APM Entities.</summary>
    public string? Apm { get; init; }

    /// <summary>The status of services whose lines have none.</summary>
    public string? FeeSchedule { get; init; }

    /// <summary>How much memory the engine's buffers may take, MiB; null for its own bound.</summary>
    public int? Megabytes { get; init; }

    /// <summary>How many threads; null for as many as there are processors.</summary>
    public int? Threads { get; init; }
}
