using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What a category did for the final score.</summary>
public enum CategoryStatus
{
    /// <summary>Weighs something; its percent may be 0.</summary>
    Scored,

    /// <summary>Weighs nothing for this participant.</summary>
    Reweighted,

    /// <summary>Weighs nothing by the law of the year.</summary>
    NotScored,
}

/// <summary>A category in a result.</summary>
/// <param name="Category">The category.</param>
/// <param name="Status">What it did for the final score.</param>
/// <param name="Reason">Why it is reweighted, not scored or at 0 percent; null where there is nothing to say.</param>
/// <param name="Weight">Its weight, percent.</param>
/// <param name="Percent">Its score, percent; without value where it was not scored.</param>
/// <param name="Contribution">Its points of the final score; without value where there is no final score.</param>
public sealed record CategoryResult(
    PerformanceCategory Category,
    CategoryStatus Status,
    string? Reason,
    Finding Weight,
    Finding Percent,
    Finding Contribution);

/// <summary>Something that was not given and what was taken instead.</summary>
/// <param name="What">The part of the case.</param>
/// <param name="Value">What was taken: null, a yes or no, a word or a list.</param>
/// <param name="Why">Why, in words.</param>
public sealed record Assumption(string What, object? Value, string Why);

/// <summary>A result that does not give the final score of its participant.</summary>
/// <param name="Result">The result.</param>
/// <param name="Reason">Why it does not, a word.</param>
public sealed record OtherScore(ScoredCase Result, string Reason);

/// <summary>A case with its final score, its payment adjustment and the reason for each number.</summary>
public sealed record ScoredCase
{
    /// <summary>The law under which it was scored.</summary>
    public required YearLaw Law { get; init; }

    /// <summary>The set of rules under which the participant reported.</summary>
    public required ReportingOption ReportingOption { get; init; }

    /// <summary>The program under which the data were submitted: mips, app1, appPlus or the id of a MIPS Value Pathway.</summary>
    public required string Program { get; init; }

    /// <summary>The level that took part.</summary>
    public required ParticipationOption ParticipationOption { get; init; }

    /// <summary>The hospital whose quality and cost stand for the participant's; null where the score is not facility-based.</summary>
    public Facility? Facility { get; init; }

    /// <summary>Results of other ways in which the participant reported, which do not give its final score.</summary>
    public IReadOnlyList<OtherScore> OtherScores { get; init; } = [];

    /// <summary>False where nothing was submitted at a level that needs it; there is then no final score.</summary>
    public required bool Participated { get; init; }

    /// <summary>Fewer than two categories were scored, so that the final score is the performance threshold.</summary>
    public required bool SingleCategory { get; init; }

    /// <summary>The final score, 0 to 100; without value where the participant did not take part.</summary>
    public required Finding FinalScore { get; init; }

    /// <summary>The complex patient bonus, points.</summary>
    public required Finding ComplexPatientBonus { get; init; }

    /// <summary>The small practice bonus on the final score, points (2018).</summary>
    public required Finding SmallPracticeBonus { get; init; }

    /// <summary>The payment adjustment that is due, worked out when it is asked for; null without final score.</summary>
    public required DueAdjustment? DueAdjustment { get; init; }

    /// <summary>The payment adjustment; null without final score.</summary>
    public PaymentAdjustment? PaymentAdjustment => DueAdjustment?.Value;

    /// <summary>The four categories, in the order of <see cref="PerformanceCategories.All"/>.</summary>
    public required CategoryResult[] Categories { get; init; }

    /// <summary>Quality in detail.</summary>
    public required QualityCategoryScore Quality { get; init; }

    /// <summary>Cost in detail.</summary>
    public required CostCategoryScore Cost { get; init; }

    /// <summary>Improvement activities in detail.</summary>
    public required ImprovementActivitiesScore ImprovementActivities { get; init; }

    /// <summary>Promoting Interoperability in detail; null where nothing was submitted.</summary>
    public required InteroperabilityScore? PromotingInteroperability { get; init; }

    /// <summary>What was taken because it was not given.</summary>
    public required IReadOnlyList<Assumption> Assumed { get; init; }

    /// <summary>What the reader of the result should know.</summary>
    public required IReadOnlyList<Problem> Warnings { get; init; }

    /// <summary>The MIPS Value Pathway under which the data were submitted, or null.</summary>
    public string? MvpId => Law.Catalogue.Pathways.ContainsKey(Program) ? Program : null;

    /// <summary>A category.</summary>
    /// <param name="category">The category.</param>
    public CategoryResult this[PerformanceCategory category] => Categories[(int)category];
}
