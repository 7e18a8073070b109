using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Where the factor of a claim line comes from.</summary>
public enum FactorSource
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The row of the TIN/NPI.</summary>
    Exact,

    /// <summary>Another row of the NPI: the TIN/NPI did not bill in the performance year.</summary>
    Mover,
}

/// <summary>What the file of factors says of a TIN/NPI.</summary>
/// <param name="Tin">The TIN.</param>
/// <param name="Standing">What came of the performance year; null where the row may not be seen.</param>
/// <param name="FinalScore">Final score, points.</param>
/// <param name="Percent">Total adjustment, percent.</param>
public sealed record FactorRow(string Tin, RowStanding? Standing, decimal? FinalScore, decimal? Percent);

/// <summary>The factor with which a TIN/NPI is paid.</summary>
/// <param name="Percent">Percent; null where there is none or where it is not known.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Reason">Why there is none, a reason of the claim line; null where there is one.</param>
[Cfr("414.1405(e)")]
public sealed record LineFactor(Finding? Percent, FactorSource Source, LineReason? Reason)
{
    private const string Basis = "414.1405(e)";
    private const string MoverBasis = "2024 MIPS Payment Adjustment User Guide, billing under several TINs";
    private const string PlanBasis = "2024 MIPS Payment Adjustment User Guide, question 15";

    private static readonly Label Own = new("payment adjustment of the TIN/NPI", Unit.Percent, Basis, "the TIN/NPI has a factor of {v} %");
    private static readonly Label TakenOver = new("payment adjustment of the TIN/NPI", Unit.Percent, MoverBasis, "the TIN/NPI did not bill in the performance year; the row of the clinician with the highest final score: {v} %");
    private static readonly Label OfPlan = new("payment adjustment of the clinician", Unit.Percent, PlanBasis, "no row of the TIN/NPI; of the clinician's rows the one that pays most: {v} %");

    /// <summary>The TIN or the NPI of the line is not known, so that its row cannot be found.</summary>
    public static LineFactor NotKnown { get; } = new(null, FactorSource.None, LineReason.UndecidedFactor);

    /// <summary>The factor of original Medicare: the own row, or for a mover the row of the highest final score.</summary>
    /// <param name="tin">The TIN of the line.</param>
    /// <param name="rows">All rows of the NPI for the payment year.</param>
    public static LineFactor For(string tin, IReadOnlyList<FactorRow> rows)
    {
        if (rows.FirstOrDefault(row => Same(row, tin)) is { } own)
        {
            return Of(own, Own, FactorSource.Exact);
        }

        if (rows.Any(row => row.Standing == RowStanding.Qp))
        {
            return new(null, FactorSource.None, LineReason.Qp);
        }

        if (rows.Any(row => row.Standing is null))
        {
            return new(null, FactorSource.None, LineReason.UndecidedFactorNotVisible);
        }

        var best = rows.Where(row => row.Standing == RowStanding.Scored)
            .OrderByDescending(row => row.FinalScore ?? decimal.MinValue)
            .ThenBy(row => row.Tin, StringComparer.Ordinal)
            .FirstOrDefault();
        return best is null ? new(null, FactorSource.None, LineReason.NoFactor) : Of(best, TakenOver, FactorSource.Mover);
    }

    /// <summary>The factor of a Medicare Advantage plan: the own row, or the row of the NPI that pays most.</summary>
    /// <param name="tin">The TIN of the line.</param>
    /// <param name="rows">All rows of the NPI for the payment year.</param>
    public static LineFactor OfMedicareAdvantage(string tin, IReadOnlyList<FactorRow> rows)
    {
        if (rows.FirstOrDefault(row => Same(row, tin)) is { } own)
        {
            return Of(own, Own, FactorSource.Exact);
        }

        var best = rows.Where(row => row.Percent is not null).OrderByDescending(row => row.Percent).ThenBy(row => row.Tin, StringComparer.Ordinal).FirstOrDefault();
        return best is not null ? Of(best, OfPlan, FactorSource.Mover)
            : new(null, FactorSource.None, rows.Any(row => row.Standing is null) ? LineReason.UndecidedFactorNotVisible : LineReason.NoFactor);
    }

    private static LineFactor Of(FactorRow row, Label label, FactorSource source) => row switch
    {
        { Standing: null } => new(null, FactorSource.None, LineReason.UndecidedFactorNotVisible),
        { Standing: RowStanding.Qp } => new(null, FactorSource.None, LineReason.Qp),
        { Standing: RowStanding.Excluded } => new(null, FactorSource.None, LineReason.Excluded),
        { Percent: null } => new(null, FactorSource.None, LineReason.UndecidedFactor),
        _ => new(Finding.Given(label, row.Percent.Value), source, row.Percent == 0m ? LineReason.Neutral : null),
    };

    private static bool Same(FactorRow row, string tin) => string.Equals(row.Tin, tin, StringComparison.Ordinal);
}
