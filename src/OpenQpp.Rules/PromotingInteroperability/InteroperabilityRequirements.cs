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

    private static readonly InteroperabilityRole[] Attestations = [InteroperabilityRole.Attestation, InteroperabilityRole.SecurityRiskAnalysis, InteroperabilityRole.SaferGuides];
    private static readonly InteroperabilityRole[] Measures = [InteroperabilityRole.EPrescribing, InteroperabilityRole.Pdmp, InteroperabilityRole.PatientAccess];
    private static readonly InteroperabilityRole[] ReferralLoops = [InteroperabilityRole.Sending, InteroperabilityRole.Receiving];

    /// <summary>Whether a set meets all requirements.</summary>
    /// <param name="answers">The set.</param>
    /// <param name="publicHealth">The public health objective.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(InteroperabilityAnswers answers, PublicHealthObjective publicHealth, YearLaw law)
    {
        var (interoperability, catalogue) = (law.PromotingInteroperability, law.Catalogue.Interoperability);
        var tests = new List<Finding>(16)
        {
            Finding.Given(CehrtId, !interoperability.CehrtIdRequired.Flag || (answers.CehrtId is { } id && interoperability.IsCehrtId(id))),
            Finding.AtLeast(LongEnough, Finding.Given(Days, answers.Days ?? 0), interoperability.MinimumDays),
        };
        foreach (var role in Attestations)
        {
            if (role != InteroperabilityRole.SaferGuides || interoperability.SaferGuides != SaferGuides.NotRequired)
            {
                foreach (var measure in catalogue.Of(role))
                {
                    tests.Add(Finding.Given(Attested, IsAnswered(answers, measure, interoperability), measure.Id));
                }
            }
        }

        foreach (var role in Measures)
        {
            AddReportedOrExcluded(tests, answers, catalogue.Of(role));
        }

        tests.Add(ExchangeOf(answers, catalogue));
        tests.Add(publicHealth.IsFulfilled);
        if (interoperability.EngagementLevels.Flag)
        {
            foreach (var measure in catalogue.Of(InteroperabilityRole.PublicHealth))
            {
                if (answers.IsYes(measure))
                {
                    tests.Add(Finding.Given(Level, answers.HasOneLevel(measure), measure.Id));
                }
            }
        }

        return Finding.AllOfSubject(All, null, [.. tests]);
    }

    /// <summary>Whether a set among several is a qualifying submission.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="law">The law of the year.</param>
    public static bool AnyQualifying(InteroperabilityAnswers[] sets, YearLaw law)
    {
        foreach (var set in sets)
        {
            if (IsQualifying(set, law))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a set is a qualifying submission: all elements are present, whatever they say (414.1325(a)(1)(iii)).</summary>
    /// <param name="answers">The set.</param>
    /// <param name="law">The law of the year.</param>
    [Cfr("414.1325(a)(1)(iii)")]
    public static bool IsQualifying(InteroperabilityAnswers answers, YearLaw law)
    {
        var catalogue = law.Catalogue.Interoperability;
        bool PresentAll(ReadOnlySpan<InteroperabilityRole> roles)
        {
            foreach (var role in roles)
            {
                foreach (var measure in catalogue.Of(role))
                {
                    if (!answers.Has(measure) && !answers.IsExcluded(measure))
                    {
                        return false;
                    }
                }
            }

            return true;
        }

        bool HasSingleExchange()
        {
            foreach (var measure in catalogue.Of(InteroperabilityRole.SingleExchange))
            {
                if (answers.Has(measure))
                {
                    return true;
                }
            }

            return false;
        }

        return answers.Days is not null
            && answers.CehrtId is not null
            && PresentAll(Attestations)
            && PresentAll(Measures)
            && PresentAll([InteroperabilityRole.PublicHealth])
            && (HasSingleExchange() || PresentAll(ReferralLoops));
    }

    /// <summary>Whether the exchange is reported by one measure for the whole objective.</summary>
    /// <param name="answers">The set.</param>
    /// <param name="law">The law of the year.</param>
    public static bool UsesSingleExchange(InteroperabilityAnswers answers, YearLaw law)
    {
        foreach (var measure in law.Catalogue.Interoperability.Of(InteroperabilityRole.SingleExchange))
        {
            if (answers.IsYes(measure))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAnswered(InteroperabilityAnswers answers, InteroperabilityMeasure measure, PromotingInteroperabilityLaw law) =>
        measure.Role == InteroperabilityRole.SaferGuides && law.SaferGuides == SaferGuides.Answer
            ? answers.Has(measure)
            : answers.IsYes(measure);

    private static void AddReportedOrExcluded(List<Finding> tests, InteroperabilityAnswers answers, ReadOnlySpan<InteroperabilityMeasure> measures)
    {
        foreach (var measure in measures)
        {
            tests.Add(Finding.AnyOfSubject(
                Measure,
                measure.Id,
                [Finding.Given(Reported, answers.IsReported(measure), measure.Id), Finding.Given(Excluded, answers.IsExcluded(measure), measure.Id)]));
        }
    }

    private static Finding ExchangeOf(InteroperabilityAnswers answers, InteroperabilityCatalogue catalogue)
    {
        var singles = catalogue.Of(InteroperabilityRole.SingleExchange);
        var (ways, loops) = (new Finding[singles.Length + 1], new List<Finding>(2));
        for (var place = 0; place < singles.Length; place++)
        {
            ways[place] = answers.Answer(singles[place]);
        }

        foreach (var role in ReferralLoops)
        {
            AddReportedOrExcluded(loops, answers, catalogue.Of(role));
        }

        ways[^1] = Finding.AllOfSubject(BothWays, null, [.. loops]);
        return Finding.AnyOfSubject(Exchange, null, ways);
    }
}
