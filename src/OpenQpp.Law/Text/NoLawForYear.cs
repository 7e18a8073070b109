using System.Diagnostics.CodeAnalysis;

namespace OpenQpp.Law;

/// <summary>No law is recorded for the performance year or the variant that was asked for.</summary>
/// <param name="asked">What was asked for.</param>
/// <param name="recorded">What is recorded.</param>
[SuppressMessage("Naming", "CA1710", Justification = "Named as one would say it.")]
[SuppressMessage("Design", "CA1032", Justification = "It means nothing without what was asked.")]
[SuppressMessage("Design", "MA0058", Justification = "Named as one would say it.")]
public sealed class NoLawForYear(string asked, string recorded)
    : Exception($"No law is recorded for {asked}. Recorded: {recorded}.");
