using OpenQpp.Files;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>A payment adjustment for people.</summary>
internal static class AdjustmentScreen
{
    public static void Show(Screen screen, PaymentAdjustment adjustment, PaymentYear year)
    {
        screen.Heading($"Payment adjustment in {year.Year}: {Percent(adjustment.TotalPercent)} ({Band(adjustment.Band)})");
        var rows = new List<string[]>
        {
            new[] { "Before scaling", Percent(adjustment.BeforeScaling) },
            new[] { "Scaling factor", $"{Sentence.Value(adjustment.ScalingFactor)} ({adjustment.ScalingFactorSource})" },
            new[] { "Adjustment", Percent(adjustment.Percent) },
        };
        if (adjustment.AdditionalScalingFactor is { } additional)
        {
            rows.Add(["Additional adjustment before scaling", Percent(adjustment.AdditionalBeforeScaling)]);
            rows.Add(["Additional scaling factor", Sentence.Value(additional)]);
            rows.Add(["Additional adjustment", Percent(adjustment.AdditionalPercent)]);
        }

        rows.Add(["Total", Percent(adjustment.TotalPercent)]);
        screen.Table(["", ">Percent"], rows);
    }

    private static string Percent(Finding finding) => finding.NumberOrNull switch
    {
        null => finding.Kind == ValueKind.NotScored ? "none" : "not known",
        > 0m => $"+{Sentence.Value(finding)} %",
        _ => $"{Sentence.Value(finding)} %",
    };

    private static string Band(AdjustmentBand band) => band switch
    {
        AdjustmentBand.MaximumNegative => "the full reduction",
        AdjustmentBand.Negative => "a reduction",
        AdjustmentBand.Neutral => "neutral",
        AdjustmentBand.Positive => "an increase",
        _ => "an increase with the additional adjustment",
    };
}
