using OpenQpp.Rules;

namespace OpenQpp.YearRun;

/// <summary>statistics.csv: what came of whom, by practice size, participation and reporting option, and state.</summary>
internal static class StatisticsCsv
{
    private const int MeanDecimals = 4;

    public static void Write(Stream to, Statistics statistics, ScalingRun scaling)
    {
        var csv = new Csv(to);
        csv.Row("dimension", "value", "clinicians", "scored", "neutral", "excluded", "qp", "mean_final_score", "median_final_score", "maximum_negative", "negative", "at_threshold", "positive", "exceptional", "allowed_charges", "dollars");
        foreach (var dimension in Statistics.Dimensions)
        {
            foreach (var (value, cell) in statistics.Of(dimension))
            {
                csv.Row(
                [
                    dimension,
                    value,
                    Csv.Whole(cell.Clinicians),
                    .. cell.ByStatus.Select(Csv.Whole),
                    Csv.Number(cell.Mean, MeanDecimals),
                    Csv.Number(cell.Median, MeanDecimals),
                    .. Enum.GetValues<AdjustmentBand>().Select(band => Csv.Whole(cell.In(band, scaling))),
                    Csv.Two(cell.Charges),
                    Csv.Two(cell.Dollars(scaling)),
                ]);
            }
        }
    }
}
