using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What the performance year gave a TIN/NPI.</summary>
public enum RowStanding
{
    /// <summary>A final score.</summary>
    Scored,

    /// <summary>A factor of zero as a late joiner, without being scored.</summary>
    Neutral,

    /// <summary>No factor.</summary>
    Excluded,

    /// <summary>No factor: a Qualifying APM Participant, who is one for the whole year and under every TIN.</summary>
    Qp,
}

/// <summary>A TIN under which a clinician billed in the performance year, and what came of it.</summary>
/// <param name="Tin">The TIN.</param>
/// <param name="Standing">What came of it.</param>
/// <param name="FinalScore">Points with two decimals; null unless scored.</param>
/// <param name="ByAutomaticPolicy">A threshold score without data, from the automatic policy for extreme circumstances.</param>
public sealed record PerformanceYearRow(Tin Tin, RowStanding Standing, decimal? FinalScore, bool ByAutomaticPolicy = false);

/// <summary>
/// What a TIN/NPI takes into the payment year: what it reached itself, or, where the clinician did not bill under the TIN in
/// the performance year, the highest final score of the clinician under any TIN.
/// </summary>
/// <param name="FinalScore">The final score; not scored where there is none.</param>
/// <param name="Row">The row whose factor holds; null where there is no factor.</param>
/// <param name="Note">MOVER_FROM:TIN for a score taken over; the reason where there is no factor: QP, EXCLUDED, NO_FACTOR; else null.</param>
[Cfr("414.1405(a)")]
public sealed record PaymentYearAssignment(Finding FinalScore, PerformanceYearRow? Row, string? Note)
{
    /// <summary>The clinician was a Qualifying APM Participant.</summary>
    public const string Qp = "QP";

    /// <summary>The TIN/NPI itself is excluded.</summary>
    public const string Excluded = "EXCLUDED";

    /// <summary>The clinician has no score that could be taken over.</summary>
    public const string NoFactor = "NO_FACTOR";

    /// <summary>Begins the note of a score taken over; the TIN under which it was earned follows.</summary>
    public const string MoverFrom = "MOVER_FROM:";

    private const string Basis = "2024 MIPS Payment Adjustment User Guide, billing under several TINs";

    private static readonly Label Score = new("final score of the performance year", Unit.Points, Basis, "under TIN {s}: {v} points");
    private static readonly Label NoScore = new("final score of the performance year", Unit.Points, Basis, "under TIN {s}: no final score");
    private static readonly Label Own = new("final score in the payment year", Unit.Points, Basis, "the TIN/NPI has a final score of its own: {v} points");
    private static readonly Label OwnNone = new("final score in the payment year", Unit.Points, Basis, "the TIN/NPI billed in the performance year and has no final score of its own");
    private static readonly Label TakenOver = new("final score in the payment year", Unit.Points, Basis, "the TIN/NPI did not bill in the performance year: the highest final score of the clinician, {v} points");
    private static readonly Label OfQp = new("final score in the payment year", Unit.Points, "414.1310(b)(1)(i)", "the clinician was a Qualifying APM Participant: no factor under any TIN");
    private static readonly Label NothingToTakeOver = new("final score in the payment year", Unit.Points, Basis, "the clinician has no final score that could be taken over");

    /// <summary>What a TIN/NPI takes into the payment year.</summary>
    /// <param name="tin">The TIN under which the clinician bills in the payment year.</param>
    /// <param name="rows">All rows of the clinician in the performance year, at most one for each TIN.</param>
    /// <param name="law">The law of the year.</param>
    public static PaymentYearAssignment For(Tin tin, IReadOnlyList<PerformanceYearRow> rows, YearLaw law)
    {
        foreach (var row in rows)
        {
            if (row.Tin == tin)
            {
                return OfOwn(row);
            }
        }

        if (rows.Any(row => row.Standing == RowStanding.Qp))
        {
            return new(Finding.NotScored(OfQp, null), null, Qp);
        }

        PerformanceYearRow? best = null;
        foreach (var row in rows)
        {
            if (IsTakenAlong(row, law) && (best is null || IsBetter(row, best)))
            {
                best = row;
            }
        }

        return best is null
            ? new(Finding.NotScored(NothingToTakeOver, null, [.. rows.Select(FindingOf)]), null, NoFactor)
            : new(Finding.Choice(TakenOver, null, FindingOf(best), [], [.. rows.Where(row => row != best).Select(row => new Rejection(FindingOf(row), Why(row, best, law)))]), best, MoverFrom + best.Tin.Digits);
    }

    private static PaymentYearAssignment OfOwn(PerformanceYearRow row) => row.Standing switch
    {
        RowStanding.Scored => new(Finding.Taken(Own, null, FindingOf(row)), row, null),
        RowStanding.Neutral => new(Finding.NotScored(OwnNone, null, FindingOf(row)), row, null),
        RowStanding.Qp => new(Finding.NotScored(OfQp, null, FindingOf(row)), null, Qp),
        _ => new(Finding.NotScored(OwnNone, null, FindingOf(row)), null, Excluded),
    };

    private static bool IsTakenAlong(PerformanceYearRow row, YearLaw law) =>
        row is { Standing: RowStanding.Scored, FinalScore: not null } && (!row.ByAutomaticPolicy || law.Settings.PolicyScoreFollowsMover);

    /// <summary>Of equal scores the lowest TIN is named.</summary>
    private static bool IsBetter(PerformanceYearRow row, PerformanceYearRow best) =>
        row.FinalScore > best.FinalScore || (row.FinalScore == best.FinalScore && string.CompareOrdinal(row.Tin.Digits, best.Tin.Digits) < 0);

    private static string Why(PerformanceYearRow row, PerformanceYearRow best, YearLaw law) =>
        !IsTakenAlong(row, law) ? "under TIN {s}: no score that is taken along"
        : row.FinalScore == best.FinalScore ? "under TIN {s}: {v} points, as high, and a higher TIN"
        : "under TIN {s}: {v} points, lower";

    private static Finding FindingOf(PerformanceYearRow row) =>
        row.FinalScore is { } score ? Finding.Given(Score, score, row.Tin.ToString()) : Finding.NotScored(NoScore, row.Tin.ToString());
}
