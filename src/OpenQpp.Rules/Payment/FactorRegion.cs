namespace OpenQpp.Rules;

/// <summary>
/// The scaling factors that printed percents leave open: points (scaling factor, additional scaling factor) of a convex
/// polygon, from which each percent cuts a strip. Without additional factor the polygon is a piece of a line.
/// </summary>
internal sealed class FactorRegion
{
    /// <summary>Noise of decimal division; what lies closer touches.</summary>
    private const decimal Touch = 0.00000000000000000001m;

    private readonly List<Strip> strips = [];
    private List<Point> corners;

    /// <summary>All factors that the law admits.</summary>
    /// <param name="most">The largest scaling factor.</param>
    /// <param name="mostAdditional">The largest additional scaling factor; 0 where the year has none.</param>
    public FactorRegion(decimal most, decimal mostAdditional)
    {
        corners = mostAdditional > 0m ? [new(0m, 0m), new(most, 0m), new(most, mostAdditional), new(0m, mostAdditional)] : [new(0m, 0m), new(most, 0m)];
    }

    /// <summary>The factors with from ≤ factor × weight + additional factor × additional weight &lt; to.</summary>
    public void Cut(decimal weight, decimal additionalWeight, decimal from, decimal to)
    {
        strips.Add(new(weight, additionalWeight, to));
        corners = Above(Above(corners, weight, additionalWeight, from), -weight, -additionalWeight, -to);
    }

    /// <summary>Whether no factor is left. The upper bounds of strips do not belong to them, so a point within decides.</summary>
    public bool IsEmpty()
    {
        if (corners.Count == 0)
        {
            return true;
        }

        var (factor, additional) = (corners.Sum(corner => corner.Factor) / corners.Count, corners.Sum(corner => corner.Additional) / corners.Count);
        return strips.Exists(strip => (strip.Weight * factor) + (strip.AdditionalWeight * additional) >= strip.To - Touch);
    }

    /// <summary>Smallest and largest scaling factor.</summary>
    public FactorInterval Factors() => new(corners.Min(corner => corner.Factor), corners.Max(corner => corner.Factor));

    /// <summary>Smallest and largest additional scaling factor.</summary>
    public FactorInterval AdditionalFactors() => new(corners.Min(corner => corner.Additional), corners.Max(corner => corner.Additional));

    /// <summary>The part of the polygon on one side of a line.</summary>
    private static List<Point> Above(List<Point> corners, decimal weight, decimal additionalWeight, decimal bound)
    {
        decimal Distance(Point point) => (weight * point.Factor) + (additionalWeight * point.Additional) - bound;
        var kept = new List<Point>(corners.Count + 2);
        for (var place = 0; place < corners.Count; place++)
        {
            var (here, next) = (corners[place], corners[(place + 1) % corners.Count]);
            var (distance, then) = (Distance(here), Distance(next));
            if (distance >= -Touch)
            {
                kept.Add(here);
            }

            if (distance >= -Touch != then >= -Touch)
            {
                kept.Add(new(
                    here.Factor + ((next.Factor - here.Factor) * distance / (distance - then)),
                    here.Additional + ((next.Additional - here.Additional) * distance / (distance - then))));
            }
        }

        return kept;
    }

    private readonly record struct Point(decimal Factor, decimal Additional);

    private readonly record struct Strip(decimal Weight, decimal AdditionalWeight, decimal To);
}
