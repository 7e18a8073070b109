using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>2019 on: the points of the required measures and of bonus measures.</summary>
[Cfr("414.1380(b)(4)(ii)")]
[Cfr("414.1380(b)(4)(ii)(A)")]
[Cfr("414.1380(b)(4)(ii)(B)")]
[Cfr("414.1380(b)(4)(ii)(C)")]
public static class PerMeasureScore
{
    private const string Basis = "414.1380(b)(4)(ii)";

    private static readonly Label Unrounded = new("measure points before rounding", Unit.Points, Basis + "(A)", "{0} × {1} ÷ {2} = {v} points");
    private static readonly Label Rounded = new("measure points", Unit.Points, Basis + "(A)", "{0} points of {s}, rounded to a whole number: {v}");
    private static readonly Label AtLeastOne = new("measure points", Unit.Points, Basis + "(A)", "{s} was reported for at least one case: at least {1} point");
    private static readonly Label Yes = new("measure points", Unit.Points, Basis + "(A)", "{s} is answered yes: {v} points");
    private static readonly Label PublicHealth = new("public health points", Unit.Points, Basis + "(B)", "the public health objective is fulfilled: {v} points");
    private static readonly Label PartOfObjective = new("points of a report", Unit.Points, Basis + "(B)", "{s} shares the {0} points of the objective with {1} reports: {v}");
    private static readonly Label Reports = new("reports that share the objective", Unit.Measures, Basis + "(B)", "{v} reports share the points of the objective");
    private static readonly Label Bonus = new("bonus points", Unit.Points, Basis + "(C)", "{s} is reported: {v} bonus points");
    private static readonly Label AlreadyEarned = new("bonus points", Unit.Points, Basis + "(C)", "{s} is reported, but the bonus is earned once only");
    private static readonly Label RequiredPoints = new("points of required measures", Unit.Points, Basis, "{n} required measures and objectives earn {v} points");
    private static readonly Label BonusPoints = new("bonus points", Unit.Points, Basis + "(C)", "{n} bonuses bring {v} points");
    private static readonly Label Total = new("Promoting Interoperability points", Unit.Points, Basis, "{0} points of required measures and {1} bonus points: {v}");
    private static readonly Label PercentLabel = new("Promoting Interoperability performance category score", Unit.Percent, Basis, "{0} points, at most {1}");

    /// <summary>The score of a set.</summary>
    /// <param name="answers">The set as submitted.</param>
    /// <param name="law">The law of the year.</param>
    public static InteroperabilityScore For(InteroperabilityAnswers answers, YearLaw law)
    {
        var publicHealth = PublicHealthObjective.For(answers, law);
        var requirements = InteroperabilityRequirements.For(answers, publicHealth, law);
        if (!requirements.Flag)
        {
            return InteroperabilityScore.WithoutRequirements(answers, requirements);
        }

        var maxima = RedistributedMaxima.For(answers, publicHealth, law);
        var required = Required(answers, maxima, law);
        var points = new List<Finding>(required.Count + 1);
        foreach (var measure in required)
        {
            points.Add(measure.Points);
        }

        if (maxima[InteroperabilityRole.PublicHealth] is { } objective)
        {
            points.Add(Finding.Taken(PublicHealth, null, objective, publicHealth.IsFulfilled));
            AddParts(required, publicHealth, objective);
        }

        var bonuses = Bonuses(answers, law);
        var percent = Finding.Minimum(
            PercentLabel,
            null,
            Finding.Sum(
                Total,
                Finding.SumOf(RequiredPoints, [.. points]),
                Finding.SumOf(BonusPoints, bonuses.Count == 0 ? [] : [.. bonuses.FindAll(bonus => bonus.Points.HasNumber).ConvertAll(bonus => bonus.Points)])),
            law.PromotingInteroperability.MaximumPoints);
        return new(answers, [.. required, .. bonuses], requirements, percent);
    }

    private static List<InteroperabilityMeasureScore> Required(InteroperabilityAnswers answers, RedistributedMaxima maxima, YearLaw law)
    {
        var required = new List<InteroperabilityMeasureScore>(8);
        foreach (var role in RedistributedMaxima.RequiredRoles)
        {
            if (role == InteroperabilityRole.PublicHealth || maxima[role] is not { } maximum)
            {
                continue;
            }

            foreach (var measure in law.Catalogue.Interoperability.Of(role))
            {
                if (answers.IsReported(measure))
                {
                    required.Add(new(measure, Points(answers, measure, maximum, law), maximum, false));
                }
            }
        }

        return required;
    }

    /// <summary>Rate times maximum, multiplied before dividing and rounded to a whole number; one case earns at least one point.</summary>
    private static Finding Points(InteroperabilityAnswers answers, InteroperabilityMeasure measure, Finding maximum, YearLaw law)
    {
        if (!measure.IsProportion)
        {
            return Finding.Taken(Yes, measure.Id, maximum, answers.Answer(measure));
        }

        var (numerator, denominator) = answers.Counts(measure);
        var points = Finding.Rounding(
            Rounded,
            Finding.Proportion(Unrounded, numerator, maximum, denominator),
            law.PromotingInteroperability.MeasurePointsDecimals,
            measure.Id);
        return points.Number < law.PromotingInteroperability.MeasurePointsMinimum!.Number
            ? Finding.Maximum(AtLeastOne, measure.Id, points, law.PromotingInteroperability.MeasurePointsMinimum!)
            : points;
    }

    /// <summary>The reports that share the points of the objective, for display; the sum takes the objective.</summary>
    private static void AddParts(List<InteroperabilityMeasureScore> required, PublicHealthObjective publicHealth, Finding objective)
    {
        var count = Finding.Given(Reports, publicHealth.Reports.Length);
        foreach (var report in publicHealth.Reports)
        {
            var part = Finding.QuotientOf(PartOfObjective, report.Id, objective, count);
            required.Add(new(report, part, part, false));
        }
    }

    /// <summary>Bonus measures; the optional public health measures earn their bonus once, the first one by id carries it.</summary>
    private static List<InteroperabilityMeasureScore> Bonuses(InteroperabilityAnswers answers, YearLaw law)
    {
        var bonuses = new List<InteroperabilityMeasureScore>();
        foreach (var measure in law.Catalogue.Interoperability.Of(InteroperabilityRole.Bonus))
        {
            if (answers.IsReported(measure))
            {
                bonuses.Add(new(measure, Finding.Taken(Bonus, measure.Id, measure.Points), measure.Points, true));
            }
        }

        var publicHealthEarned = false;
        foreach (var measure in law.Catalogue.Interoperability.Of(InteroperabilityRole.OptionalPublicHealth))
        {
            if (EarnsPublicHealthBonus(answers, measure, law))
            {
                var once = publicHealthEarned && !(law.Settings.TefcaBonusIsSeparate && HasNoLevels(measure, law));
                var bonus = law.PromotingInteroperability.PublicHealthBonus!;
                bonuses.Add(new(measure, once ? Finding.NotScored(AlreadyEarned, measure.Id) : Finding.Taken(Bonus, measure.Id, bonus, answers.Answer(measure)), bonus, true));
                publicHealthEarned = true;
            }
        }

        return bonuses;
    }

    private static bool EarnsPublicHealthBonus(InteroperabilityAnswers answers, InteroperabilityMeasure measure, YearLaw law) =>
        answers.IsYes(measure) && (!law.PromotingInteroperability.EngagementLevels.Flag || answers.HasOneLevel(measure));

    private static bool HasNoLevels(InteroperabilityMeasure measure, YearLaw law) =>
        law.PromotingInteroperability.EngagementLevels.Flag && measure.BeforeProduction is null;
}
