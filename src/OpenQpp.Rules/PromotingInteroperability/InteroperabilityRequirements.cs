using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>2019 on: what a set must hold to score above 0, and (2024 on) to be a submission at all.</summary>
[Cfr("414.1380(b)(4)(ii)(A)")]
[Cfr("414.1375(b)")]
public static class InteroperabilityRequirements
{
    private const string Basis = "414.1375(b)";

    private static readonly Label All = new("requirements", Unit.YesNo, Basis, "all requirements are met: {v}");
    private static readonly Label CehrtId = new("valid CEHRT ID", Unit.YesNo, Basis + "(1)", "the CEHRT ID is of the form of the year: {v}");
    private static readonly Label Days = new("days of the performance period", Unit.Days, "414.1320", "the performance period has {v} days");
    private static readonly Label LongEnough = new("performance period is long enough", Unit.YesNo, "414.1320", "{0} continuous days, at least {1}: {v}");
    private static readonly Label Attested = new("attestation", Unit.YesNo, Basis + "(3)", "{s} is answered as required: {v}");
    private static readonly Label Measure = new("required measure", Unit.YesNo, Basis + "(2)", "{s} is reported or excluded: {v}");
    private static readonly Label Reported = new("measure reported", Unit.YesNo, "414.1380(b)(4)(ii)(A)", "{s} is reported with at least one case or a yes: {v}");
    private static readonly Label Excluded = new("measure excluded", Unit.YesNo, "414.1380(b)(4)(ii)(A)", "an exclusion of {s} is claimed: {v}");
    private static readonly Label Exchange = new("health information exchange", Unit.YesNo, Basis + "(2)", "one way of health information exchange is reported: {v}");
    private static readonly Label BothWays = new("sending and receiving", Unit.YesNo, Basis + "(2)", "sending and receiving are each reported or excluded: {v}");
    private static readonly Label Level = new("level of active engagement", Unit.YesNo, Basis + "(2)", "{s} carries exactly one level of active engagement, where it is answered yes: {v}");

    /// <summary>Whether a set meets all requirements.</summary>
    /// <param name="answers">The set.</param>
    /// <param name="publicHealth">The public health objective.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(InteroperabilityAnswers answers, PublicHealthObjective publicHealth, YearLaw law)
    {
        var interoperability = law.PromotingInteroperability;
        var measures = law.Catalogue.InteroperabilityMeasures.Values;
        var tests = new List<Finding>
        {
            Finding.Given(CehrtId, !interoperability.CehrtIdRequired.Flag || (answers.CehrtId is { } id && interoperability.IsCehrtId(id))),
            Finding.AtLeast(LongEnough, Finding.Given(Days, answers.Days ?? 0), interoperability.MinimumDays),
        };
        tests.AddRange(measures
            .Where(measure => IsAttestation(measure, interoperability))
            .OrderBy(measure => measure.Id, StringComparer.Ordinal)
            .Select(measure => Finding.Given(Attested, IsAnswered(answers, measure, interoperability), measure.Id)));
        tests.AddRange(measures
            .Where(measure => measure.Role is InteroperabilityRole.EPrescribing or InteroperabilityRole.Pdmp or InteroperabilityRole.PatientAccess)
            .OrderBy(measure => measure.Id, StringComparer.Ordinal)
            .Select(measure => ReportedOrExcluded(answers, measure)));
        tests.Add(ExchangeOf(answers, measures));
        tests.Add(publicHealth.IsFulfilled);
        if (interoperability.EngagementLevels.Flag)
        {
            tests.AddRange(measures
                .Where(measure => measure.Role == InteroperabilityRole.PublicHealth && answers.IsYes(measure.Id))
                .Select(measure => Finding.Given(Level, HasOneLevel(answers, measure), measure.Id)));
        }

        return Finding.AllOf(All, [.. tests]);
    }

    /// <summary>Whether a set is a qualifying submission: all elements are present, whatever they say (414.1325(a)(1)(iii)).</summary>
    /// <param name="answers">The set.</param>
    /// <param name="law">The law of the year.</param>
    [Cfr("414.1325(a)(1)(iii)")]
    public static bool IsQualifying(InteroperabilityAnswers answers, YearLaw law)
    {
        var measures = law.Catalogue.InteroperabilityMeasures.Values;
        bool Present(InteroperabilityMeasure measure) => answers.Has(measure.Id) || answers.IsExcluded(measure);
        bool PresentAll(params ReadOnlySpan<InteroperabilityRole> roles)
        {
            foreach (var role in roles)
            {
                if (!measures.Where(measure => measure.Role == role).All(Present))
                {
                    return false;
                }
            }

            return true;
        }

        var hasExchange = measures.Any(measure => measure.Role == InteroperabilityRole.SingleExchange && answers.Has(measure.Id))
            || PresentAll(InteroperabilityRole.Sending, InteroperabilityRole.Receiving);
        return answers.Days is not null
            && answers.CehrtId is not null
            && hasExchange
            && PresentAll(
                InteroperabilityRole.Attestation,
                InteroperabilityRole.SecurityRiskAnalysis,
                InteroperabilityRole.SaferGuides,
                InteroperabilityRole.EPrescribing,
                InteroperabilityRole.Pdmp,
                InteroperabilityRole.PatientAccess,
                InteroperabilityRole.PublicHealth);
    }

    /// <summary>Whether the exchange is reported by one measure for the whole objective.</summary>
    /// <param name="answers">The set.</param>
    /// <param name="law">The law of the year.</param>
    public static bool UsesSingleExchange(InteroperabilityAnswers answers, YearLaw law) =>
        law.Catalogue.InteroperabilityMeasures.Values.Any(measure => measure.Role == InteroperabilityRole.SingleExchange && answers.IsYes(measure.Id));

    /// <summary>Whether a registry measure carries exactly one level of active engagement; a measure without levels always does.</summary>
    /// <param name="answers">The set.</param>
    /// <param name="measure">The registry measure.</param>
    /// <param name="levels">The levels that exist in the year.</param>
    public static bool HasOneLevel(InteroperabilityAnswers answers, InteroperabilityMeasure measure, IReadOnlyDictionary<string, InteroperabilityMeasure>? levels = null)
    {
        var (before, production) = (measure.Id + "_PRE", measure.Id + "_PROD");
        return (levels is not null && !levels.ContainsKey(before)) || (answers.IsYes(before) != answers.IsYes(production));
    }

    private static bool IsAttestation(InteroperabilityMeasure measure, PromotingInteroperabilityLaw law) => measure.Role switch
    {
        InteroperabilityRole.Attestation or InteroperabilityRole.SecurityRiskAnalysis => true,
        InteroperabilityRole.SaferGuides => law.SaferGuides != SaferGuides.NotRequired,
        _ => false,
    };

    private static bool IsAnswered(InteroperabilityAnswers answers, InteroperabilityMeasure measure, PromotingInteroperabilityLaw law) =>
        measure.Role == InteroperabilityRole.SaferGuides && law.SaferGuides == SaferGuides.Answer
            ? answers.Has(measure.Id)
            : answers.IsYes(measure.Id);

    private static Finding ReportedOrExcluded(InteroperabilityAnswers answers, InteroperabilityMeasure measure) =>
        Finding.AnyOfSubject(
            Measure,
            measure.Id,
            [Finding.Given(Reported, answers.IsReported(measure), measure.Id), Finding.Given(Excluded, answers.IsExcluded(measure), measure.Id)]);

    private static Finding ExchangeOf(InteroperabilityAnswers answers, IEnumerable<InteroperabilityMeasure> measures)
    {
        var all = measures.OrderBy(measure => measure.Id, StringComparer.Ordinal).ToArray();
        var single = all.Where(measure => measure.Role == InteroperabilityRole.SingleExchange).Select(measure => answers.Answer(measure.Id));
        var loops = all.Where(measure => measure.Role is InteroperabilityRole.Sending or InteroperabilityRole.Receiving).Select(measure => ReportedOrExcluded(answers, measure));
        return Finding.AnyOf(Exchange, [.. single, Finding.AllOf(BothWays, [.. loops])]);
    }
}
