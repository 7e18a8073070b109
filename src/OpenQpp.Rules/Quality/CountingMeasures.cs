using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The measures of one set that is scored together, and what each does for the category score.</summary>
/// <param name="Results">All of them with what became of them.</param>
/// <param name="Counted">Those that fill a place.</param>
/// <param name="Places">Points available for all places.</param>
/// <param name="RequiredMeasureId">The measure that fulfils the outcome requirement; it earns no bonus.</param>
/// <param name="Submitted">Those that were submitted.</param>
public sealed record CountingMeasures(
    MeasureResult[] Results,
    ScoredMeasure[] Counted,
    Finding Places,
    string? RequiredMeasureId,
    ScoredMeasure[] Submitted)
{
    private const string Basis = "414.1380(b)(1)(vii)";

    private static readonly Label Available = new("available points of the required measures", Unit.Points, Basis, "{n} measures that count have {v} points available");
    private static readonly Label Counting = new("available points of a measure", Unit.Points, Basis, "{s} counts with {v} points available");

    /// <summary>How many measures of choice are required; null where every measure is required by name.</summary>
    public RequiredMeasures? Required { get; init; }

    /// <summary>The measures that are required by name, reported or not; none where measures are of choice.</summary>
    public ScoredMeasure[] RequiredByName { get; private init; } = [];

    /// <summary>Whether the participant fully participated.</summary>
    /// <param name="participant">The participant.</param>
    public Finding IsFullParticipation(Participant participant) =>
        Required is null ? FullParticipation.ForAllRequired(RequiredByName, participant) : FullParticipation.For(Submitted, Required, participant);

    /// <summary>Measures that are required by name: those that count, and those that are missing, make the places.</summary>
    /// <param name="results">All of them with what became of them.</param>
    /// <param name="requiredMeasureId">The measure that fulfils the outcome requirement.</param>
    /// <param name="submitted">Those that were submitted.</param>
    /// <param name="requiredByName">The measures that are required by name, reported or not.</param>
    /// <param name="law">The law of the year.</param>
    public static CountingMeasures AllRequired(
        MeasureResult[] results,
        string? requiredMeasureId,
        ScoredMeasure[] submitted,
        ScoredMeasure[] requiredByName,
        QualityLaw law)
    {
        var counted = results.Where(result => result.Status is MeasureStatus.Counted or MeasureStatus.Missing).Select(result => result.Measure).ToArray();
        return new(
            results,
            counted,
            Finding.SumOf(Available, Array.ConvertAll(counted, measure => PointsAvailableFor(measure, law))),
            requiredMeasureId,
            submitted)
        {
            RequiredByName = requiredByName,
        };
    }

    /// <summary>The points available for one measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding PointsAvailableFor(ScoredMeasure measure, QualityLaw law) => Finding.Taken(Counting, measure.Subject, law.MeasurePointsMaximum);
}
