using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What became of a measure before the best were chosen.</summary>
public enum MeasureClass
{
    /// <summary>No cases: earns nothing and takes no place.</summary>
    NoCases,

    /// <summary>Complete, with case minimum and benchmark.</summary>
    AgainstBenchmark,

    /// <summary>Complete, but without case minimum or benchmark.</summary>
    WithoutBenchmark,

    /// <summary>Below data completeness.</summary>
    Incomplete,

    /// <summary>Required by name and not reported (Web Interface, APP).</summary>
    Missing,

    /// <summary>Left out of both sums by its own rule (Web Interface, administrative claims).</summary>
    LeftOut,
}

/// <summary>A quality measure with its achievement points, before the best are chosen.</summary>
public sealed record ScoredMeasure
{
    /// <summary>The measure.</summary>
    public required QualityMeasure Measure { get; init; }

    /// <summary>The collection type.</summary>
    public required SubmissionMethod Method { get; init; }

    /// <summary>What became of it.</summary>
    public required MeasureClass Class { get; init; }

    /// <summary>Measure achievement points; without value where it earns none because it is not scored.</summary>
    public required Finding Points { get; init; }

    /// <summary>The points that a measure which is left out would have earned; null where it could have earned none.</summary>
    public Finding? PotentialPoints { get; init; }

    /// <summary>The decile that gave the points, 1 to 10; −1 where none did.</summary>
    public int Decile { get; init; } = -1;

    /// <summary>The rate that met the benchmark, or null.</summary>
    public Finding? Rate { get; init; }

    /// <summary>The case count, or null.</summary>
    public Finding? Cases { get; init; }

    /// <summary>Data completeness, or null.</summary>
    public Finding? ReportingRate { get; init; }

    /// <summary>Whether the data are complete; null where the question does not arise.</summary>
    public Finding? IsComplete { get; init; }

    /// <summary>Whether the case minimum is met; null where the question does not arise.</summary>
    public Finding? MeetsCaseMinimum { get; init; }

    /// <summary>The benchmark that gave the points, or null.</summary>
    public Benchmark? Benchmark { get; init; }

    /// <summary>Why it is not scored, where it is not.</summary>
    public string? Reason { get; init; }

    /// <summary>Reported electronically from end to end.</summary>
    public bool IsEndToEndReported { get; init; }

    /// <summary>The summary measures of a survey, with their points.</summary>
    public ScoredMeasure[] Parts { get; init; } = [];

    /// <summary>The measure id.</summary>
    public string Id => Measure.Id;

    /// <summary>Measure and collection type in a sentence.</summary>
    public string Subject => Measure.Subject(Method);

    /// <summary>Suppressed for this collection type.</summary>
    public bool IsSuppressed => Measure.IsSuppressedFor(Method);

    /// <summary>Was reported with at least one case.</summary>
    public bool HasCases => Class is not (MeasureClass.NoCases or MeasureClass.Missing) && Cases is not { Number: 0m };

    /// <summary>Can take a place: has cases and is not suppressed.</summary>
    public bool CanTakePlace => HasCases && !IsSuppressed && Points.HasNumber;
}
