using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>2017 and 2018: base score, performance score and bonus.</summary>
/// <remarks>
/// A submission is scored once with the full measure set (2015 edition CEHRT) and once with the transition set (2014 edition);
/// the sets are not mixed, the attestations serve both, and the higher score counts.
/// </remarks>
[Cfr("414.1380(b)(4)(i)")]
[Cfr("414.1380(b)(4)(i)(A)")]
[Cfr("414.1380(b)(4)(i)(B)")]
[Cfr("414.1380(b)(4)(i)(C)")]
[Cfr("414.1380(b)(4)(i)(C)(1)")]
[Cfr("414.1380(b)(4)(i)(C)(2)")]
[Cfr("414.1380(b)(4)(i)(C)(3)")]
public static class BasePerformanceBonus
{
    private const string Basis = "414.1380(b)(4)(i)";

    private static readonly Label BaseMet = new("base requirements", Unit.YesNo, Basis + "(A)", "every base requirement of the {s} set is met: {v}");
    private static readonly Label Requirement = new("base requirement", Unit.YesNo, Basis + "(A)", "{s} is reported or excluded: {v}");
    private static readonly Label RequirementReported = new("measure reported", Unit.YesNo, Basis + "(A)", "{s} is reported: {v}");
    private static readonly Label RequirementExcluded = new("measure excluded", Unit.YesNo, Basis + "(A)", "an exclusion of {s} is claimed: {v}");
    private static readonly Label Days = new("days of the performance period", Unit.Days, "414.1320", "the performance period has {v} days");
    private static readonly Label LongEnough = new("performance period is long enough", Unit.YesNo, "414.1320", "{0} days, at least {1}: {v}");
    private static readonly Label Edition = new("CEHRT edition allows the set", Unit.YesNo, "414.1305, CEHRT", "the CEHRT edition allows the {s} set: {v}");
    private static readonly Label Rate = new("performance rate", Unit.Percent, Basis + "(B)", "{0} of {1}: {v} %");
    private static readonly Label WholeRate = new("performance rate, whole percent", Unit.Percent, Basis + "(B)", "{0} %, rounded to {1} decimals: {v}");
    private static readonly Label BandsAsFraction = new("bands, with parts", Unit.Number, Basis + "(B)", "{0} % are {v} bands of {1} %");
    private static readonly Label Bands = new("bands begun", Unit.Number, Basis + "(B)", "{v} bands are begun");
    private static readonly Label AllBands = new("all bands", Unit.Number, Basis + "(B)", "100 % are {v} bands");
    private static readonly Label Performance = new("performance points", Unit.Points, Basis + "(B)", "{0} of {2} bands for {1} points: {s} earns {v}");
    private static readonly Label Registry = new("performance points of a registry", Unit.Points, Basis + "(B)", "{s} is reported: {v} points");
    private static readonly Label PerformanceScore = new("performance score", Unit.Points, Basis + "(B)", "{n} measures earn {v} points");
    private static readonly Label FurtherRegistry = new("bonus for a further registry", Unit.Points, Basis + "(C)(1)", "{s} is one more registry: {v} points");
    private static readonly Label Activity = new("bonus for an activity done with CEHRT", Unit.Points, Basis + "(C)(2)", "{s} is attested: {v} points");
    private static readonly Label NewerCehrt = new("bonus for newer CEHRT", Unit.Points, Basis + "(C)(3)", "the full set was reported from CEHRT of the 2015 edition only: {v} points");
    private static readonly Label BonusScore = new("bonus score", Unit.Points, Basis + "(C)", "{n} bonuses bring {v} points");
    private static readonly Label Total = new("base, performance and bonus score", Unit.Points, Basis, "{0} base, {1} performance and {2} bonus points: {v}");
    private static readonly Label PercentLabel = new("Promoting Interoperability performance category score", Unit.Percent, Basis, "{0} points, at most {1}");
    private static readonly Label Higher = new("Promoting Interoperability performance category score", Unit.Percent, Basis, "{v} %: the higher of the full and the transition measure set");
    private static readonly Finding Hundred = Finding.Parameter(new("whole", Unit.Percent, Basis + "(B)", "the whole is {v} %"), 100m);

    /// <summary>The score of a set.</summary>
    /// <param name="answers">The set as submitted.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    public static InteroperabilityScore For(InteroperabilityAnswers answers, Participant participant, YearLaw law)
    {
        var full = Score(answers, InteroperabilitySet.Full, participant, law);
        var transition = Score(answers, InteroperabilitySet.Transition, participant, law);
        var (taken, other) = transition.Percent.Number > full.Percent.Number ? (transition, full) : (full, transition);
        return taken with
        {
            Percent = Finding.Choice(Higher, null, taken.Percent, [], [new Rejection(other.Percent, "{v} %: the other measure set scores no more")]),
        };
    }

    private static InteroperabilityScore Score(InteroperabilityAnswers answers, InteroperabilitySet set, Participant participant, YearLaw law)
    {
        var measures = law.Catalogue.Interoperability.In(set);
        var requirements = Requirements(answers, set, measures, participant, law.PromotingInteroperability);
        if (!requirements.Flag)
        {
            return InteroperabilityScore.WithoutRequirements(answers, requirements);
        }

        var registry = EarningRegistry(answers, measures, law.PromotingInteroperability);
        var scores = measures
            .Where(measure => measure.IsProportion && measure.Points.Number > 0m && answers.HasNumerator(measure))
            .Select(measure => new InteroperabilityMeasureScore(measure, PerformancePoints(answers, measure, law.PromotingInteroperability), measure.Points, false))
            .ToList();
        if (registry is not null)
        {
            scores.Add(new(registry, Finding.Taken(Registry, registry.Id, registry.Points, answers.Answer(registry)), registry.Points, false));
        }

        var bonuses = Bonuses(answers, set, measures, registry, law.PromotingInteroperability);
        var percent = Finding.Minimum(
            PercentLabel,
            null,
            Finding.Sum(
                Total,
                law.PromotingInteroperability.BaseScore!,
                Finding.SumOf(PerformanceScore, [.. scores.Select(score => score.Points)]),
                Finding.SumOf(BonusScore, [.. bonuses])),
            law.PromotingInteroperability.MaximumPoints);
        scores.AddRange(measures
            .Where(measure => measure.Role == InteroperabilityRole.CehrtActivity && answers.IsYes(measure))
            .Select(measure => new InteroperabilityMeasureScore(measure, law.PromotingInteroperability.CehrtActivityBonus!, law.PromotingInteroperability.CehrtActivityBonus!, true)));
        return new(answers, [.. scores], requirements, percent);
    }

    private static Finding Requirements(
        InteroperabilityAnswers answers,
        InteroperabilitySet set,
        IReadOnlyList<InteroperabilityMeasure> measures,
        Participant participant,
        PromotingInteroperabilityLaw law)
    {
        var tests = new List<Finding>
        {
            Finding.AtLeast(LongEnough, Finding.Given(Days, answers.Days ?? 0), law.MinimumDays),
            Finding.Given(Edition, set != InteroperabilitySet.Full || participant.CehrtEdition is not "2014", Name(set)),
        };
        tests.AddRange(measures
            .Where(measure => measure.Role is InteroperabilityRole.Base or InteroperabilityRole.Attestation)
            .Select(measure => Finding.AnyOfSubject(
                Requirement,
                measure.Id,
                [
                    Finding.Given(RequirementReported, answers.IsReported(measure), measure.Id),
                    Finding.Given(RequirementExcluded, answers.IsExcluded(measure), measure.Id),
                ])));
        return Finding.AllOfSubject(BaseMet, Name(set), [.. tests]);
    }

    /// <summary>A tenth of the points for each begun ten percent of the rate in whole percent: 45 % are 5 bands, 0 % none.</summary>
    private static Finding PerformancePoints(InteroperabilityAnswers answers, InteroperabilityMeasure measure, PromotingInteroperabilityLaw law)
    {
        var (numerator, denominator) = answers.Counts(measure);
        var rate = Finding.Rounding(WholeRate, Finding.Percentage(Rate, numerator, denominator), law.MeasurePointsDecimals);
        var bands = Finding.Ceiling(Bands, Finding.Quotient(BandsAsFraction, rate, law.PerformanceBand!));
        return Finding.Proportion(Performance, bands, measure.Points, Finding.Quotient(AllBands, Hundred, law.PerformanceBand!), measure.Id);
    }

    /// <summary>The registry that earns performance points: immunization, or in 2018 the first other one where immunization is not reported.</summary>
    private static InteroperabilityMeasure? EarningRegistry(InteroperabilityAnswers answers, IReadOnlyList<InteroperabilityMeasure> measures, PromotingInteroperabilityLaw law) =>
        measures.FirstOrDefault(measure => measure.Role == InteroperabilityRole.Immunization && answers.IsYes(measure))
        ?? (law.RegistryStandsIn.Flag
            ? measures.FirstOrDefault(measure => measure.Role == InteroperabilityRole.Registry && answers.IsYes(measure))
            : null);

    private static List<Finding> Bonuses(
        InteroperabilityAnswers answers,
        InteroperabilitySet set,
        IReadOnlyList<InteroperabilityMeasure> measures,
        InteroperabilityMeasure? registry,
        PromotingInteroperabilityLaw law)
    {
        var bonuses = new List<Finding>();
        var further = measures.FirstOrDefault(
            measure => measure.Role is InteroperabilityRole.Registry or InteroperabilityRole.FurtherRegistry && !ReferenceEquals(measure, registry) && answers.IsYes(measure));
        if (further is not null)
        {
            bonuses.Add(Finding.Taken(FurtherRegistry, further.Id, law.RegistryBonus!, answers.Answer(further)));
        }

        var activity = measures.FirstOrDefault(measure => measure.Role == InteroperabilityRole.CehrtActivity && answers.IsYes(measure));
        if (activity is not null)
        {
            bonuses.Add(Finding.Taken(Activity, activity.Id, law.CehrtActivityBonus!, answers.Answer(activity)));
        }

        if (law.NewerCehrtBonus is { } newer && set == InteroperabilitySet.Full && answers.CehrtId is { } id && law.IsNewerCehrtId(id))
        {
            bonuses.Add(Finding.Taken(NewerCehrt, null, newer));
        }

        return bonuses;
    }

    private static string Name(InteroperabilitySet set) => set == InteroperabilitySet.Full ? "full" : "transition";
}
