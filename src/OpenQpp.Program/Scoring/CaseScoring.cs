using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Scores a checked case of traditional MIPS: from the submission to the payment adjustment.</summary>
/// <param name="book">The law of all years.</param>
/// <param name="scaling">Scaling factors given by the caller.</param>
[Cfr("414.1380(b)")]
public sealed class CaseScoring(LawBook book, GivenScalingFactors scaling)
{
    private const string Traditional = "traditional";

    private static readonly Label ScoreLabel = new("final score", Unit.Points, "414.1380(c)", "the final score is {v}, as explained under its own name");
    private static readonly Label NothingSent = new("Promoting Interoperability performance category score", Unit.Percent, "414.1380(b)(4)", "no Promoting Interoperability data were submitted: {v} %");
    private static readonly Label NotSubmittedLabel = new("points without data", Unit.Percent, "414.1380(b)(4)", "without data the score is {v}");
    private static readonly Label NoContribution = new("contribution", Unit.Points, "414.1380(c)", "there is no final score to which the category could contribute");
    private static readonly Label NoBonus = new("bonus", Unit.Points, "414.1380(c)", "no bonus is added where fewer than two categories are scored, or where there is no final score");
    private static readonly Finding NotSubmitted = Finding.Taken(NothingSent, null, Finding.Parameter(NotSubmittedLabel, 0m));

    /// <summary>The score of a case.</summary>
    /// <param name="submission">The case; <see cref="CaseChecks"/> found no problem in it.</param>
    /// <param name="law">The law of its performance year.</param>
    public ScoredCase For(Submission submission, YearLaw law)
    {
        var participant = Participants.Of(submission);
        var sets = SubmittedSets.Of(submission, law, book);
        var quality = QualityMechanisms.For(sets.Quality, participant, law);
        var cost = CostCategoryScore.For(sets.Cost, participant, law);
        var data = DataOf(sets, quality, law);
        var other = new OtherCategoryData(data.Quality, data.QualityNotFromClaims, data.Interoperability, data.QualifyingInteroperability);
        var activities = ImprovementActivitiesScore.For(sets.Activities, participant, other, ReportingOption.Traditional, OptionChecks.TraditionalMips, law);
        var interoperability = InteroperabilityScore.For(sets.Interoperability, participant, law);

        // Nothing was submitted at a level that needs a submission: it did not take part (414.1325(a)(2) leaves virtual groups out).
        var participated = data.Any || participant.Option != ParticipationOption.Group;
        var reweighting = Reweighting.For(
            participant,
            data,
            quality.Percent.HasNumber,
            cost.Percent.HasNumber,
            participant.AutomaticExtremeCircumstances && activities.ApmCredit is not null,
            law);
        var weights = CategoryWeights.For(Traditional, participant.SmallPractice.Flag, reweighting, law);
        Finding[] percents = [quality.Percent, cost.Percent, activities.Percent, interoperability?.Percent ?? NotSubmitted];
        var categories = new CategoryResult[percents.Length];
        foreach (var category in PerformanceCategories.All)
        {
            var contribution = participated
                ? FinalScore.Contribution(category, percents[(int)category], weights[category])
                : Finding.NotScored(NoContribution, null);
            categories[(int)category] = ResultOf(reweighting[(int)category], percents[(int)category], weights[category], contribution, ReasonOf(category, data, interoperability), law);
        }

        var (finalScore, complexPatientBonus, smallPracticeBonus, unrounded) = Total(participated, participant, data, weights, categories, law);
        return new()
        {
            Law = law,
            ReportingOption = ReportingOption.Traditional,
            ParticipationOption = participant.Option,
            Participated = participated,
            SingleCategory = participated && weights.IsSingleCategory,
            FinalScore = finalScore,
            ComplexPatientBonus = complexPatientBonus,
            SmallPracticeBonus = smallPracticeBonus,
            PaymentAdjustment = participated ? AdjustmentOf(law.Settings.FactorFromUnroundedScore ? unrounded : finalScore, law) : null,
            Categories = categories,
            Quality = quality,
            Cost = cost,
            ImprovementActivities = activities,
            PromotingInteroperability = interoperability,
            Assumed = Assumptions.Of(submission, sets, law),
            Warnings = Notes.Of(submission, quality, cost, activities, complexPatientBonus),
        };
    }

    /// <summary>The final score has an explanation of its own, so that of the adjustment begins with the score.</summary>
    private PaymentAdjustment AdjustmentOf(Finding finalScore, YearLaw law) =>
        PaymentAdjustment.For(Finding.Given(ScoreLabel, finalScore.Number), scaling, law.Payment);

    private static SubmittedData DataOf(SubmittedSets sets, QualityCategoryScore quality, YearLaw law) =>
        new(
            sets.Quality.IsSubmitted,
            sets.Quality.HasDataNotFromClaims,
            quality.Measures.Any(result => result.Measure is { HasCases: true, Method: not SubmissionMethod.AdministrativeClaims }),
            sets.Activities.Any(set => set.IsSubmission(law.ImprovementActivities)),
            sets.Interoperability.Any(set => set.HasData),
            sets.Interoperability.Any(set => InteroperabilityRequirements.IsQualifying(set, law)));

    private static (Finding FinalScore, Finding ComplexPatientBonus, Finding SmallPracticeBonus, Finding Unrounded) Total(
        bool participated,
        Participant participant,
        SubmittedData data,
        CategoryWeights weights,
        CategoryResult[] categories,
        YearLaw law)
    {
        var none = Finding.NotScored(NoBonus, null);
        if (!participated)
        {
            var noScore = FinalScore.DidNotTakePart();
            return (noScore, none, none, noScore);
        }

        if (weights.IsSingleCategory)
        {
            var threshold = FinalScore.AtPerformanceThreshold(law.Payment.PerformanceThreshold, weights);
            return (threshold, none, none, threshold);
        }

        var complexPatientBonus = ComplexPatientBonus.For(participant.ComplexPatient, data.Any, law);
        var smallPracticeBonus = SmallPracticeBonus.For(participant.SmallPractice, data.AnyWithCases, law.FinalScore);
        var (score, unrounded) = FinalScore.For(Array.ConvertAll(categories, category => category.Contribution), complexPatientBonus, smallPracticeBonus, law.FinalScore);
        return (score, complexPatientBonus, smallPracticeBonus, unrounded);
    }

    private static CategoryResult ResultOf(CategoryReweighting reweighting, Finding percent, Finding weight, Finding contribution, string? zeroReason, YearLaw law)
    {
        if (weight.Number > 0m)
        {
            return new(reweighting.Category, CategoryStatus.Scored, percent.NumberOrNull == 0m ? zeroReason : null, weight, percent, contribution);
        }

        var weighsNothingByLaw = law.Weights.Find(Traditional, smallPractice: false, CategorySet.None)!.Weights[(int)reweighting.Category].Number == 0m;
        return new(
            reweighting.Category,
            weighsNothingByLaw ? CategoryStatus.NotScored : CategoryStatus.Reweighted,
            weighsNothingByLaw ? "weightIsZero" : (reweighting.Reasons is [var first, ..] ? first : null),
            weight,
            percent,
            contribution);
    }

    /// <summary>Why a category that weighs something scores 0 percent.</summary>
    private static string? ReasonOf(PerformanceCategory category, SubmittedData data, InteroperabilityScore? interoperability) => category switch
    {
        PerformanceCategory.Quality => data.Quality ? null : "notSubmitted",
        PerformanceCategory.ImprovementActivities => data.Activities ? null : "notSubmitted",
        PerformanceCategory.PromotingInteroperability => interoperability is null ? "notSubmitted" : interoperability.Requirements.Flag ? null : "requirementsNotMet",
        _ => null,
    };
}
