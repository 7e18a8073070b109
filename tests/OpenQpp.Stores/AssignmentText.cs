using System.Globalization;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Stores;

/// <summary>An assignment as a row of payment-adjustments.csv writes it.</summary>
internal static class AssignmentText
{
    /// <summary>The columns that come from the store, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "tin", "npi", "reporting_option", "participation_option", "entity_id", "final_score", "quality_score", "quality_weight", "cost_score", "cost_weight", "ia_score", "ia_weight", "pi_score", "pi_weight",
        "complex_patient_bonus", "status", "band", "percent_before_scaling", "payment_adjustment_percent", "additional_percent", "total_percent", "score_source_note",
    ];

    public static string Of(Assignment row) => string.Join(',', (string[])
    [
        row.Tin, row.Npi, row.Option?.Word() ?? "", row.Source?.Level.Word() ?? "", row.EntityIdentifier ?? "", Two(row.FinalScore), .. Category(row.Quality), .. Category(row.Cost),
        .. Category(row.ImprovementActivities), .. Category(row.PromotingInteroperability), Short(row.ComplexPatientBonus), row.Status, row.Adjustment.Band ?? "", Short(row.Adjustment.BeforeScaling),
        Two(row.Adjustment.Percent), Two(row.Adjustment.Additional), Two(row.Adjustment.Total), row.Note ?? "",
    ]);

    private static string[] Category(CategoryPercent category) => [Short(category.Score), Short(category.Weight)];

    private static string Two(decimal? number) => number?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Short(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
