using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>Score and weight of a category, percent; null where there is none.</summary>
/// <param name="Score">Percent of the points, 0 to 100.</param>
/// <param name="Weight">Percent of the final score, 0 to 100.</param>
public readonly record struct CategoryPercent(decimal? Score, decimal? Weight);

/// <summary>What a final score brings in the payment year.</summary>
/// <param name="Band">maximumNegative, negative, neutral, positive, exceptional; null where there is no adjustment.</param>
/// <param name="BeforeScaling">Percent before scaling; null where there is no adjustment.</param>
/// <param name="Percent">The payment adjustment, percent; null where its factor is not known.</param>
/// <param name="Additional">The additional adjustment, percent; null where its factor is not known.</param>
/// <param name="Total">Both, percent; null where a factor is not known.</param>
public sealed record AssignedAdjustment(string? Band, decimal? BeforeScaling, decimal? Percent, decimal? Additional, decimal? Total)
{
    internal static AssignedAdjustment None { get; } = new(null, null, null, null, null);
}

/// <summary>What counts for a TIN/NPI in the payment year, as one row of <c>payment-adjustments.csv</c>.</summary>
/// <param name="AssociationId">Opaque id of the TIN/NPI.</param>
/// <param name="PracticeId">Opaque id of its practice.</param>
/// <param name="Tin">The TIN.</param>
/// <param name="Npi">The NPI.</param>
public sealed record Assignment(string AssociationId, string PracticeId, string Tin, string Npi)
{
    /// <summary>Last name; null where it is not known.</summary>
    public string? LastName { get; init; }

    /// <summary>First name; null where it is not known.</summary>
    public string? FirstName { get; init; }

    /// <summary>Specialty; null where it is not known.</summary>
    public string? Specialty { get; init; }

    /// <summary>The clinician type; null for who did not bill in the performance year.</summary>
    public string? ClinicianType { get; init; }

    /// <summary>Billed under the TIN in the performance year.</summary>
    public bool Billed { get; init; }

    /// <summary>Whose score it is; null where there is none, or where it is not visible.</summary>
    public ScoreSource? Source { get; init; }

    /// <summary>The reporting option of the score; null without one.</summary>
    public ReportingOption? Option { get; init; }

    /// <summary>The id of the source where it is a subgroup, virtual group or APM Entity; null for others.</summary>
    public string? EntityIdentifier { get; init; }

    /// <summary>The final score, 0 to 100 points; null without one.</summary>
    public decimal? FinalScore { get; init; }

    /// <summary>Quality.</summary>
    public CategoryPercent Quality { get; init; }

    /// <summary>Cost.</summary>
    public CategoryPercent Cost { get; init; }

    /// <summary>Improvement Activities.</summary>
    public CategoryPercent ImprovementActivities { get; init; }

    /// <summary>Promoting Interoperability.</summary>
    public CategoryPercent PromotingInteroperability { get; init; }

    /// <summary>The complex patient bonus, points; null without a score.</summary>
    public decimal? ComplexPatientBonus { get; init; }

    /// <summary>scored, neutral, excluded, qp.</summary>
    public required string Status { get; init; }

    /// <summary>The adjustment.</summary>
    public AssignedAdjustment Adjustment { get; init; } = AssignedAdjustment.None;

    /// <summary>Why there is no score, where one was taken over, or that it is not visible; null where there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>The score, its source and the adjustment are not shown: who sees the row may not see them.</summary>
    public bool IsHidden { get; init; }

    internal static Assignment Of(Row row)
    {
        var known = new Assignment(row.Text("association_id"), row.Text("practice_id"), StoredOwner.TinOf(row.Text("identifier")), row.Text("npi"))
        {
            LastName = row.TextOrNull("last_name"),
            FirstName = row.TextOrNull("first_name"),
            Specialty = row.TextOrNull("specialty"),
            ClinicianType = row.TextOrNull("clinician_type"),
            Billed = row.Flag("billed"),
            Status = row.Text("status"),
        };
        return row.Flag("is_visible") ? WithScore(known, row) : known with { IsHidden = true, Note = ScoreVisibility.ReasonCode };
    }

    private static Assignment WithScore(Assignment known, Row row) => known with
    {
        Source = row.TextOrNull("participation_option") is { } level ? new(StoredScore.LevelOf(level), row.Text("source_id"), row.TextOrNull("source_practice_id")) : null,
        Option = row.TextOrNull("reporting_option") is { } option ? StoredScore.OptionOf(option) : null,
        EntityIdentifier = row.TextOrNull("source_identifier") is { } identifier && row.Text("source_kind") is not ("practices" or "clinicians")
            ? StoredOwner.OwnPart(identifier)
            : null,
        FinalScore = row.Number("final_score_e2"),
        Quality = new(row.Number("quality_score_e4"), row.Number("quality_weight_e4")),
        Cost = new(row.Number("cost_score_e4"), row.Number("cost_weight_e4")),
        ImprovementActivities = new(row.Number("ia_score_e4"), row.Number("ia_weight_e4")),
        PromotingInteroperability = new(row.Number("pi_score_e4"), row.Number("pi_weight_e4")),
        ComplexPatientBonus = row.Number("complex_patient_bonus_e4"),
        Adjustment = new(row.TextOrNull("band"), row.Number("percent_before_scaling_e6"), row.Number("payment_adjustment_percent_e2"), row.Number("additional_percent_e2"), row.Number("total_percent_e2")),
        Note = row.TextOrNull("note"),
    };
}
