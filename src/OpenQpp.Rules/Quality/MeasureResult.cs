namespace OpenQpp.Rules;

/// <summary>What a measure did for the category score.</summary>
public enum MeasureStatus
{
    /// <summary>Fills a place, also with 0 points, or is a scored claims measure.</summary>
    Counted,

    /// <summary>Sent, but without a place.</summary>
    NotCounted,

    /// <summary>Left out of both sums.</summary>
    Excluded,

    /// <summary>Required by name and not sent.</summary>
    Missing,
}

/// <summary>A measure in a result.</summary>
/// <param name="Measure">The measure with its points.</param>
/// <param name="Status">What it did for the category score.</param>
/// <param name="Reason">A word that says why, where it is not counted.</param>
public sealed record MeasureResult(ScoredMeasure Measure, MeasureStatus Status, string? Reason = null);
