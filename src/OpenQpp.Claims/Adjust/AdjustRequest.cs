using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>What <c>claims adjust</c> is asked for.</summary>
/// <param name="Claims">Files of claim lines.</param>
/// <param name="Factors">The file of factors.</param>
/// <param name="FeeSchedule">The fee schedule, or null.</param>
/// <param name="Folder">The folder to write; files of an earlier run are replaced.</param>
/// <param name="Mode">Who pays.</param>
/// <param name="AsCsv">Write CSV, not Parquet.</param>
/// <param name="Megabytes">How much memory the engine's buffers may take, MiB; null for its own bound.</param>
/// <param name="Threads">How many threads; null for as many as there are processors.</param>
public sealed record AdjustRequest(IReadOnlyList<string> Claims, string Factors, string? FeeSchedule, string Folder, PayerMode Mode, bool AsCsv, int? Megabytes, int? Threads);
