namespace OpenQpp.YearRun;

/// <summary>What came of a TIN/NPI for the payment year.</summary>
internal enum OutcomeStatus : byte
{
    /// <summary>A factor from a final score.</summary>
    Scored,

    /// <summary>A factor of zero as a late joiner.</summary>
    Neutral,

    /// <summary>No factor.</summary>
    Excluded,

    /// <summary>No factor: a Qualifying APM Participant.</summary>
    Qp,
}

/// <summary>What came of a TIN/NPI for the payment year, and whose score it is.</summary>
/// <param name="Status">What came of it.</param>
/// <param name="Score">The score that counts; null where there is none.</param>
/// <param name="Note">Why there is no factor, or where a score was taken over; empty where there is nothing to say.</param>
internal readonly record struct Outcome(OutcomeStatus Status, UnitScore? Score, string Note)
{
    /// <summary>The words for what came of it, in the order of the values.</summary>
    public static IReadOnlyList<string> Words { get; } = ["scored", "neutral", "excluded", "qp"];

    /// <summary>The word for what came of it.</summary>
    public string Word => Words[(int)Status];
}
