using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The parameters of 414.1380(b)(2) for one year.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class CostLaw(ParameterReader parameters)
{
    /// <summary>Fewest points of a scored measure.</summary>
    public Finding MeasurePointsFloor { get; } = parameters.Number("cost/measure-points-floor");

    /// <summary>Most points of a measure.</summary>
    public Finding MeasurePointsMaximum { get; } = parameters.Number("cost/measure-points-maximum");

    /// <summary>Most improvement, percentage points; null in 2017.</summary>
    public Finding? ImprovementMaximum { get; } = parameters.NumberOrNone("cost/improvement-maximum");

    /// <summary>Decimals of the improvement.</summary>
    public Finding ImprovementDecimals { get; } = parameters.Number("cost/improvement-decimals");
}
