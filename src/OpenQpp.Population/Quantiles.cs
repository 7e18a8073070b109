namespace OpenQpp.Population;

/// <summary>A final score and the percent of clinicians that have no more.</summary>
/// <param name="Percentile">0 to 100.</param>
/// <param name="Score">Points.</param>
internal readonly record struct QuantilePoint(decimal Percentile, decimal Score);

/// <summary>How final scores are spread: points between which the score rises evenly.</summary>
/// <param name="points">The points, from 0 to 100 percent.</param>
internal sealed class Quantiles(QuantilePoint[] points)
{
    /// <summary>The score at a percentile.</summary>
    /// <param name="percentile">0 to 100.</param>
    public decimal At(decimal percentile)
    {
        for (var place = 1; place < points.Length; place++)
        {
            var (from, to) = (points[place - 1], points[place]);
            if (percentile <= to.Percentile && to.Percentile > from.Percentile)
            {
                return from.Score + ((to.Score - from.Score) * (percentile - from.Percentile) / (to.Percentile - from.Percentile));
            }
        }

        return points[^1].Score;
    }
}
