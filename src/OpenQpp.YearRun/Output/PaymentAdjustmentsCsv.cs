using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>payment-adjustments.csv: a row for every TIN/NPI. The layout is ours. Used by one thread.</summary>
/// <param name="law">The law.</param>
/// <param name="ofScore">The cells of each final score, as <see cref="CellsByScore"/> makes them.</param>
internal sealed class PaymentAdjustmentsCsv(YearLaw law, IReadOnlyDictionary<decimal, string[]> ofScore)
{
    private const int PercentDecimals = 4;
    private const int UnscaledDecimals = 6;
    private const int Identifiers = 4;

    internal static readonly string[] Header =
    [
        "performance_year", "payment_year", "tin", "npi", "reporting_option", "participation_option", "entity_id", "final_score", "quality_score", "quality_weight", "cost_score", "cost_weight",
        "ia_score", "ia_weight", "pi_score", "pi_weight", "complex_patient_bonus", "status", "band", "percent_before_scaling", "payment_adjustment_percent", "additional_percent", "total_percent",
        "score_source_note",
    ];

    private readonly string performanceYear = Csv.Whole(law.Year.Year);
    private readonly string paymentYear = Csv.Whole(law.Year.PaymentYear.Year);

    private Outcome last;
    private byte[] lastEnd = [];

    /// <summary>Writes the names of the columns.</summary>
    /// <param name="csv">Where to.</param>
    public static void WriteHeader(Csv csv) => csv.Row(Header);

    /// <summary>The cells that follow from the final score, for all scores of the nation: made once, read by all threads.</summary>
    /// <param name="scaling">The scaling of the year.</param>
    public static IReadOnlyDictionary<decimal, string[]> CellsByScore(ScalingRun scaling) => scaling.ByScore.ToDictionary(pair => pair.Key, pair => Cells(pair.Value));

    /// <summary>Writes a row.</summary>
    /// <param name="csv">Where to.</param>
    /// <param name="clinician">The TIN/NPI.</param>
    /// <param name="outcome">What came of it.</param>
    public void Write(Csv csv, ClinicianRow clinician, Outcome outcome)
    {
        // Clinicians of a practice share the score: what stands behind their identifiers is made once.
        if (lastEnd.Length == 0 || !ReferenceEquals(outcome.Score, last.Score) || outcome.Status != last.Status || !string.Equals(outcome.Note, last.Note, StringComparison.Ordinal))
        {
            (last, lastEnd) = (outcome, csv.EndOf(CellsOf(outcome).AsSpan(Identifiers)));
        }

        csv.Row([performanceYear, paymentYear, clinician.Tin, clinician.Npi], lastEnd);
    }

    /// <summary>The cells of a row, of which those of the identifiers are empty.</summary>
    private string[] CellsOf(Outcome outcome)
    {
        var cells = new string[Header.Length];
        Array.Fill(cells, "");
        (cells[17], cells[^1]) = (outcome.Word, outcome.Note);
        if (outcome.Score is { FinalScore: { } final } score)
        {
            WriteScore(cells, score, final);
        }
        else if (outcome.Status == OutcomeStatus.Neutral)
        {
            Array.Fill(cells, "0.00", 20, 3);
            (cells[18], cells[19]) = (ResultJson.Word(AdjustmentBand.Neutral), "0");
        }

        return cells;
    }

    private void WriteScore(string[] cells, UnitScore score, decimal final)
    {
        (cells[4], cells[5], cells[6], cells[7]) = (score.Option.Word(), score.Level.Word(), score.EntityId ?? "", Csv.Two(final));
        for (var category = 0; category < score.ByCategory.Length; category++)
        {
            cells[8 + (2 * category)] = Csv.Number(score.ByCategory[category].Percent, PercentDecimals);
            cells[9 + (2 * category)] = Csv.Number(score.ByCategory[category].Weight, PercentDecimals);
        }

        cells[16] = Csv.Number(score.ComplexPatientBonus, PercentDecimals);
        ofScore[final].CopyTo(cells, 18);
    }

    /// <summary>Band, percent before scaling, and the three published percents of a score.</summary>
    private static string[] Cells(PaymentAdjustment adjustment) =>
    [
        ResultJson.Word(adjustment.Band),
        Csv.Number(adjustment.BeforeScaling.Number, UnscaledDecimals),
        Csv.Two(adjustment.Percent.NumberOrNull),
        adjustment.AdditionalBeforeScaling.HasNumber ? Csv.Two(adjustment.AdditionalPercent.NumberOrNull) : Csv.Two(0m),
        Csv.Two(adjustment.TotalPercent.NumberOrNull),
    ];
}
