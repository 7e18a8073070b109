using System.Text;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
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
    private const int Numbers = 9;
    private const string NoNumbers = ",,,,,,,,";

    internal static readonly string[] Header =
    [
        "performance_year", "payment_year", "tin", "npi", "reporting_option", "participation_option", "entity_id", "final_score", "quality_score", "quality_weight", "cost_score", "cost_weight",
        "ia_score", "ia_weight", "pi_score", "pi_weight", "complex_patient_bonus", "status", "band", "percent_before_scaling", "payment_adjustment_percent", "additional_percent", "total_percent",
        "score_source_note",
    ];

    private readonly byte[] years = Encoding.UTF8.GetBytes($"{Csv.Whole(law.Year.Year)},{Csv.Whole(law.Year.PaymentYear.Year)},");

    private Outcome last;
    private byte[] lastEnd = [];

    /// <summary>Writes the names of the columns.</summary>
    /// <param name="csv">Where to.</param>
    public static void WriteHeader(Csv csv) => csv.Row(Header);

    /// <summary>The cells that follow from the final score, for all scores of the nation: made once, read by all threads.</summary>
    /// <param name="scaling">The scaling of the year.</param>
    public static IReadOnlyDictionary<decimal, string[]> CellsByScore(ScalingRun scaling) => scaling.ByScore.ToDictionary(pair => pair.Key, pair => Cells(pair.Value));

    /// <summary>Percent and weight of each category and the complex patient bonus, cell after cell. What is not scored or not known is empty.</summary>
    /// <param name="result">The result.</param>
    public static string NumbersOf(ScoredCase result)
    {
        Span<byte> text = stackalloc byte[NumberDigits.Most * Numbers];
        var length = 0;
        foreach (var category in result.Categories)
        {
            length += Csv.Number(category.Percent.NumberOrNull, PercentDecimals, text[length..]);
            text[length++] = (byte)',';
            length += Csv.Number(category.Weight.NumberOrNull, PercentDecimals, text[length..]);
            text[length++] = (byte)',';
        }

        var bonus = result.ComplexPatientBonus;
        length += Csv.Number(bonus.Kind == ValueKind.NotKnown ? null : bonus.NumberOrZero, PercentDecimals, text[length..]);
        return Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>Writes a row.</summary>
    /// <param name="csv">Where to.</param>
    /// <param name="clinician">The TIN/NPI.</param>
    /// <param name="outcome">What came of it.</param>
    public void Write(Csv csv, ClinicianRow clinician, Outcome outcome)
    {
        // Clinicians of a practice share the score: what stands behind their identifiers is made once.
        if (lastEnd.Length == 0 || !ReferenceEquals(outcome.Score, last.Score) || outcome.Status != last.Status || !string.Equals(outcome.Note, last.Note, StringComparison.Ordinal))
        {
            (last, lastEnd) = (outcome, EndOf(csv, outcome));
        }

        csv.Row(years, [clinician.Tin, clinician.Npi], lastEnd);
    }

    private byte[] EndOf(Csv csv, Outcome outcome)
    {
        if (outcome.Score is { FinalScore: { } final } score)
        {
            return csv.EndOf([score.Option.Word(), score.Level.Word(), score.EntityId ?? "", Csv.Two(final)], score.Numbers, [outcome.Word, .. ofScore[final], outcome.Note]);
        }

        string[] adjustment = outcome.Status == OutcomeStatus.Neutral ? [ResultJson.Word(AdjustmentBand.Neutral), "0", "0.00", "0.00", "0.00"] : ["", "", "", "", ""];
        return csv.EndOf(["", "", "", ""], NoNumbers, [outcome.Word, .. adjustment, outcome.Note]);
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
