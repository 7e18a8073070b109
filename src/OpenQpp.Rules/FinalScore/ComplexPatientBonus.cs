using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Points on the final score for treating complex patients.</summary>
/// <remarks>
/// A missing indicator adds nothing. From 2022 the bonus is not known where an indicator is given without the figures of the
/// population; only the sum of both components is held between the bounds, so one component may be negative.
/// </remarks>
[Cfr("414.1380(c)(3)")]
public static class ComplexPatientBonus
{
    private const string Basis = "414.1380(c)(3)";

    private static readonly Label NotInYear = new("complex patient bonus", Unit.Points, Basis, "the year has no complex patient bonus");
    private static readonly Label NoData = new("complex patient bonus", Unit.Points, Basis, "no data were submitted for any category");
    private static readonly Label Reference = new("complex patient bonus", Unit.Points, Basis + "(vi)", "the median, mean and standard deviation of the population are not given, so the bonus is not known");
    private static readonly Label HccScore = new("average HCC risk score", Unit.Number, Basis + "(i)", "the patients have an average HCC risk score of {v}");
    private static readonly Label DualRatio = new("dual eligible ratio", Unit.Number, Basis + "(i)", "the dual eligible ratio of the patients is {v}");
    private static readonly Label DualPoints = new("points for dual eligible patients", Unit.Points, Basis + "(i)", "a dual eligible ratio of {0}, times {1}: {v}");
    private static readonly Label Indicators = new("sum of the risk indicators", Unit.Points, Basis + "(i)", "both risk indicators: {v}");
    private static readonly Label Multiplied = new("complex patient bonus before the cap", Unit.Points, Basis + "(iv)", "{0} times {1}: {v}");
    private static readonly Label Capped = new("complex patient bonus", Unit.Points, Basis + "(iii)", "{0} points, at most {1}");

    private static readonly Label Median = new("median of the risk indicator", Unit.Number, Basis + "(v)", "the median of the {s} is {v}");
    private static readonly Label Mean = new("mean of the risk indicator", Unit.Number, Basis + "(vi)", "the mean of the {s} is {v}");
    private static readonly Label Deviation = new("standard deviation of the risk indicator", Unit.Number, Basis + "(vi)", "the standard deviation of the {s} is {v}");
    private static readonly Label AtMedian = new("indicator reaches the median", Unit.YesNo, Basis + "(v)", "the {s} of {0} is at or above the median of {1}: {v}");
    private static readonly Label Standardized = new("standardized score", Unit.Number, Basis + "(vi)", "{0} is {v} standard deviations from the mean");
    private static readonly Label Slope = new("standardized score times the slope", Unit.Points, Basis + "(vi)", "{0} times {1}: {v}");
    private static readonly Label Component = new("component of the bonus", Unit.Points, Basis + "(vi)", "{0} and {1}: {v}");
    private static readonly Label NoComponent = new("component of the bonus", Unit.Points, Basis + "(v)", "the {s} is below its median: no component");
    private static readonly Label Components = new("sum of the components", Unit.Points, Basis + "(vi)", "medical and social component: {v}");
    private static readonly Label AtLeastZero = new("sum of the components, not below the minimum", Unit.Points, Basis + "(viii)", "{0}, at least {1}");
    private static readonly Label Bounded = new("complex patient bonus", Unit.Points, Basis + "(viii)", "{0} points, at most {1}");

    private static readonly Finding NoBonusInYear = Finding.NotScored(NotInYear, null);
    private static readonly Finding NoBonusWithoutData = Finding.NotScored(NoData, null);

    /// <summary>The bonus; without value where it is not due (not scored) or cannot be known.</summary>
    /// <param name="patients">The risk indicators, or null.</param>
    /// <param name="isSubmitted">Whether data were submitted for at least one category.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="isFacilityBased">Whether the score is facility-based, for which some years ask for no data.</param>
    public static Finding For(ComplexPatient? patients, bool isSubmitted, YearLaw law, bool isFacilityBased = false) => law.FinalScore.ComplexPatientBonusMethod switch
    {
        ComplexPatientBonusMethod.None => NoBonusInYear,
        _ when !isSubmitted && !(isFacilityBased && law.FinalScore.ComplexPatientBonusFacilityBased.Flag) => NoBonusWithoutData,
        ComplexPatientBonusMethod.HccPlusDual => HccPlusDual(patients, law.FinalScore),
        _ => MedicalAndSocial(patients, law.FinalScore),
    };

    [Cfr("414.1380(c)(3)(i)")]
    [Cfr("414.1380(c)(3)(ii)")]
    [Cfr("414.1380(c)(3)(iii)")]
    [Cfr("414.1380(c)(3)(iv)")]
    private static Finding HccPlusDual(ComplexPatient? patients, FinalScoreLaw law)
    {
        var parts = new List<Finding>(2);
        if (patients?.AverageHccRiskScore is { } hcc)
        {
            parts.Add(Finding.Given(HccScore, hcc));
        }

        if (patients?.DualEligibleRatio is { } dual)
        {
            parts.Add(Finding.Product(DualPoints, Finding.Given(DualRatio, dual), law.ComplexPatientDualFactor!));
        }

        var sum = Finding.SumOf(Indicators, [.. parts]);
        return Finding.Minimum(Capped, null, Finding.Product(Multiplied, sum, law.ComplexPatientMultiplier!), law.ComplexPatientBonusMaximum!);
    }

    [Cfr("414.1380(c)(3)(v)")]
    [Cfr("414.1380(c)(3)(vi)")]
    [Cfr("414.1380(c)(3)(vii)")]
    [Cfr("414.1380(c)(3)(viii)")]
    private static Finding MedicalAndSocial(ComplexPatient? patients, FinalScoreLaw law)
    {
        var (hcc, dual) = (patients?.AverageHccRiskScore, patients?.DualEligibleRatio);
        if ((hcc is not null && patients?.Reference?.Hcc is null) || (dual is not null && patients?.Reference?.Dual is null))
        {
            return Finding.NotKnown(Reference);
        }

        var medical = hcc is { } score ? ComponentOf(HccScore, score, patients!.Reference!.Hcc!, "HCC risk score", law) : null;
        var social = dual is { } ratio ? ComponentOf(DualRatio, ratio, patients!.Reference!.Dual!, "dual eligible ratio", law) : null;
        var sum = Finding.SumOf(Components, (medical, social) switch
        {
            (null, null) => [],
            (null, { } only) => [only],
            ({ } only, null) => [only],
            var (first, second) => [first, second],
        });
        return Finding.Minimum(Bounded, null, Finding.Maximum(AtLeastZero, null, sum, law.ComplexPatientBonusMinimum!), law.ComplexPatientBonusMaximum!);
    }

    private static Finding ComponentOf(Label indicator, decimal value, IndicatorReference reference, string subject, FinalScoreLaw law)
    {
        var given = Finding.Given(indicator, value, subject);
        var atMedian = Finding.AtLeast(AtMedian, given, Finding.Given(Median, reference.Median, subject), subject);
        if (!atMedian.Flag)
        {
            return Finding.NotScored(NoComponent, subject, atMedian);
        }

        var score = Finding.StandardScore(
            Standardized,
            given,
            Finding.Given(Mean, reference.Mean, subject),
            Finding.Given(Deviation, reference.StandardDeviation, subject));
        return Finding.Sum(Component, law.ComplexPatientComponentBase!, Finding.Product(Slope, score, law.ComplexPatientComponentSlope!));
    }
}
