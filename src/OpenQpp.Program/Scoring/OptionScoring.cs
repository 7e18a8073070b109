using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Scores a checked case in one way: the four categories, their weights, the final score, the adjustment.</summary>
internal sealed class OptionScoring
{
    private static readonly Label NothingSent = new("Promoting Interoperability performance category score", Unit.Percent, "414.1380(b)(4)", "no Promoting Interoperability data were submitted: {v} %");
    private static readonly Label NotSubmittedLabel = new("points without data", Unit.Percent, "414.1380(b)(4)", "without data the score is {v}");
    private static readonly Label NoContribution = new("contribution", Unit.Points, "414.1380(c)", "there is no final score to which the category could contribute");
    private static readonly Label NoBonus = new("bonus", Unit.Points, "414.1380(c)", "no bonus is added where fewer than two categories are scored, or where there is no final score");
    private static readonly Finding BonusNotAdded = Finding.NotScored(NoBonus, null);
    private static readonly Finding NoPoints = Finding.NotScored(NoContribution, null);
    private static readonly Finding NotSubmitted = Finding.Taken(NothingSent, null, Finding.Parameter(NotSubmittedLabel, 0m));

    private readonly Submission submission;
    private readonly CaseOption option;
    private readonly YearLaw law;
    private readonly GivenScalingFactors scaling;
    private readonly Participant participant;
    private readonly SubmittedSets sets;
    private readonly SubmittedData data;
    private readonly QualityCategoryScore quality;
    private readonly EntityInteroperability? entity;
    private readonly InteroperabilityScore? interoperability;
    private readonly ImprovementActivitiesScore activities;

    public OptionScoring(Submission submission, CaseOption option, YearLaw law, LawBook book, GivenScalingFactors scaling)
    {
        (this.submission, this.option, this.law, this.scaling) = (submission, option, law, scaling);
        participant = Participants.Of(submission);
        sets = SubmittedSets.Of(submission, option.Program, law, book);
        quality = OptionQuality.For(submission, option, sets.Quality, participant, law);
        entity = participant.Option == ParticipationOption.ApmEntity
            ? EntityInteroperability.For(sets.Interoperability, Participants.RollUpRows(submission), participant, law)
            : null;
        interoperability = entity is null ? InteroperabilityScore.For(sets.Interoperability, participant, law) : entity.Own;
        data = DataOf();
        var others = new OtherCategoryData(
            data.Quality,
            data.QualityNotFromClaims,
            data.Interoperability || (entity?.HasParticipantData ?? false),
            data.QualifyingInteroperability);
        activities = ImprovementActivitiesScore.For(sets.Activities, participant, others, option.Reporting, option.Program, law);
    }

    /// <summary>Nothing was submitted at a level that needs it: it did not take part (414.1325(a)(2) leaves virtual groups out).</summary>
    private bool Participated => participant.Option switch
    {
        ParticipationOption.Individual or ParticipationOption.VirtualGroup => true,
        ParticipationOption.ApmEntity => data.Any || option.Reporting == ReportingOption.ApmScoringStandard || participant.Reweighted.Any(ReweightingReasons.IsExtremeCircumstancesApplication),
        _ => data.Any,
    };

    /// <summary>The result from measures of the participant's own.</summary>
    public ScoredCase Score() => Assemble(quality, CostCategoryScore.For(sets.Cost, participant, law, Pathway), facility: null);

    /// <summary>The result in which a hospital's quality and cost stand for the participant's; null where there is none.</summary>
    public ScoredCase? ScoreFacilityBased()
    {
        if (submission.Profile.Facility is not { } facility
            || option.Reporting is not (ReportingOption.Traditional or ReportingOption.Mvp)
            || !FacilityBasedParticipation.IsOpenTo(participant.Option, submission.Profile.SpecialStatuses, law)
            || !FacilityBasedParticipation.HasWhatItNeeds(participant.Option, data)
            || FacilityBasedScore.For(facility) is not { } scored)
        {
            return null;
        }

        return Assemble(QualityCategoryScore.OfPercent(scored.Quality), CostCategoryScore.OfPercent(scored.Cost), facility) with { ReportingOption = ReportingOption.Traditional };
    }

    private Mvp? Pathway => option.Reporting == ReportingOption.Mvp ? law.Catalogue.Pathways[option.Program] : null;

    private ScoredCase Assemble(QualityCategoryScore qualityScore, CostCategoryScore cost, Facility? facility)
    {
        Finding[] percents = [qualityScore.Percent, cost.Percent, activities.Percent, entity?.Percent ?? interoperability?.Percent ?? NotSubmitted];
        var reweighting = Reweighting.For(
            participant,
            data,
            new(
                option.Reporting,
                facility is not null,
                qualityScore.Percent.HasNumber,
                cost.Percent.HasNumber,
                percents[(int)PerformanceCategory.PromotingInteroperability].HasNumber,
                participant.AutomaticExtremeCircumstances && activities.ApmCredit is not null),
            law);
        var weights = CategoryWeights.For(option.WeightsTable, participant.SmallPractice.Flag, reweighting, law);
        var categories = new CategoryResult[PerformanceCategories.All.Length];
        foreach (var category in PerformanceCategories.All)
        {
            categories[(int)category] = ResultOf(reweighting[(int)category], percents[(int)category], weights[category], facility is not null);
        }

        var (finalScore, complexPatientBonus, smallPracticeBonus, unrounded) = Total(weights, categories, facility is not null);
        return new()
        {
            Law = law,
            ReportingOption = option.Reporting,
            Program = option.Program,
            ParticipationOption = participant.Option,
            Facility = facility,
            Participated = Participated,
            SingleCategory = Participated && weights.IsSingleCategory,
            FinalScore = finalScore,
            ComplexPatientBonus = complexPatientBonus,
            SmallPracticeBonus = smallPracticeBonus,
            DueAdjustment = Participated ? new(law.Settings.FactorFromUnroundedScore ? unrounded : finalScore, scaling, law.Payment) : null,
            Categories = categories,
            Quality = qualityScore,
            Cost = cost,
            ImprovementActivities = activities,
            PromotingInteroperability = interoperability,
            Assumed = Assumptions.Of(submission, option, sets, law),
            Warnings = Notes.Of(submission, qualityScore, cost, activities, complexPatientBonus, law),
        };
    }

    private SubmittedData DataOf() =>
        new(
            sets.Quality.IsSubmitted,
            sets.Quality.HasDataNotFromClaims,
            Array.Exists(quality.Measures, result => result.Measure is { HasCases: true, Method: not SubmissionMethod.AdministrativeClaims }),
            AttestedActivities.AnySubmission(sets.Activities, law.ImprovementActivities),
            Array.Exists(sets.Interoperability, set => set.HasData) || (option.Reporting == ReportingOption.ApmScoringStandard && entity!.HasParticipantData),
            InteroperabilityRequirements.AnyQualifying(sets.Interoperability, law));

    private (Finding FinalScore, Finding ComplexPatientBonus, Finding SmallPracticeBonus, Finding Unrounded) Total(
        CategoryWeights weights,
        CategoryResult[] categories,
        bool isFacilityBased)
    {
        if (!Participated)
        {
            var noScore = FinalScore.DidNotTakePart();
            return (noScore, BonusNotAdded, BonusNotAdded, noScore);
        }

        if (weights.IsSingleCategory)
        {
            var threshold = FinalScore.AtPerformanceThreshold(law.Payment.PerformanceThreshold, weights);
            return (threshold, BonusNotAdded, BonusNotAdded, threshold);
        }

        var complexPatientBonus = ComplexPatientBonus.For(participant.ComplexPatient, data.Any, law, isFacilityBased);
        var smallPracticeBonus = SmallPracticeBonus.For(participant.SmallPractice, data.AnyWithCases, law.FinalScore);
        var (score, unrounded) = FinalScore.For(Array.ConvertAll(categories, category => category.Contribution), complexPatientBonus, smallPracticeBonus, law.FinalScore);
        return (score, complexPatientBonus, smallPracticeBonus, unrounded);
    }

    private CategoryResult ResultOf(CategoryReweighting reweighting, Finding percent, Finding weight, bool isFacilityBased)
    {
        var category = reweighting.Category;
        var contribution = Participated ? FinalScore.Contribution(category, percent, weight) : NoPoints;
        if (weight.Number > 0m)
        {
            var reason = percent.NumberOrNull == 0m && !(isFacilityBased && category == PerformanceCategory.Quality) ? ReasonOf(category) : null;
            return new(category, CategoryStatus.Scored, reason, weight, percent, contribution);
        }

        var weighsNothingByLaw = !law.Weights.Find(option.WeightsTable, smallPractice: false, CategorySet.None)!.Weighing.Has(category);
        return new(
            category,
            weighsNothingByLaw ? CategoryStatus.NotScored : CategoryStatus.Reweighted,
            weighsNothingByLaw ? "weightIsZero" : (reweighting.Reasons is [var first, ..] ? first : null),
            weight,
            percent,
            contribution);
    }

    /// <summary>Why a category that weighs something scores 0 percent.</summary>
    private string? ReasonOf(PerformanceCategory category) => category switch
    {
        PerformanceCategory.Quality => data.Quality ? null : "notSubmitted",
        PerformanceCategory.ImprovementActivities => data.Activities ? null : "notSubmitted",
        PerformanceCategory.PromotingInteroperability when interoperability is null => entity is { HasParticipantData: true } ? null : "notSubmitted",
        PerformanceCategory.PromotingInteroperability => interoperability.Requirements.Flag ? null : "requirementsNotMet",
        _ => null,
    };
}
