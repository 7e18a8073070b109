namespace OpenQpp.Claims;

/// <summary>What <c>services run</c> is asked for.</summary>
/// <param name="Claims">Files of professional claim lines.</param>
/// <param name="Institutional">Files of institutional claim lines; without any, emergency visits are not known.</param>
/// <param name="Beneficiaries">Files of beneficiaries, one row a month.</param>
/// <param name="Specialties">The classes of specialties.</param>
/// <param name="PrimaryCare">A list of primary care services in place of the law's, or null.</param>
/// <param name="Folder">The folder to write; files of an earlier run are replaced.</param>
/// <param name="AsParquet">Write Parquet, not CSV.</param>
/// <param name="Megabytes">How much memory the engine's buffers may take, MiB; null for its own bound.</param>
/// <param name="Threads">How many threads; null for as many as there are processors.</param>
public sealed record ServicesRequest(
    IReadOnlyList<string> Claims,
    IReadOnlyList<string> Institutional,
    IReadOnlyList<string> Beneficiaries,
    string Specialties,
    string? PrimaryCare,
    string Folder,
    bool AsParquet,
    int? Megabytes,
    int? Threads);
