using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The public health objective of one set (2019 on).</summary>
/// <param name="IsFulfilled">Whether the objective is fulfilled.</param>
/// <param name="IsExcluded">Whether all of it is excluded, so that its points move.</param>
/// <param name="Reports">The reports that share its points.</param>
/// <param name="Maximum">The points of the whole objective.</param>
[Cfr("414.1380(b)(4)(ii)(A)")]
[Cfr("414.1380(b)(4)(ii)(B)")]
public sealed record PublicHealthObjective(Finding IsFulfilled, bool IsExcluded, InteroperabilityMeasure[] Reports, Finding Maximum)
{
    private const string Basis = "414.1380(b)(4)(ii)";

    private static readonly Label TwoReports = new("public health objective", Unit.YesNo, Basis, "two reports or exclusions of different measures, or one measure to two registries: {v}");
    private static readonly Label OneReport = new("report or exclusion", Unit.YesNo, Basis, "{s}");
    private static readonly Label Enough = new("reports and exclusions", Unit.Measures, Basis, "{v} reports and exclusions");
    private static readonly Label Needed = new("reports needed", Unit.Measures, Basis, "{v} reports or exclusions are needed");
    private static readonly Label BothMeasures = new("public health objective", Unit.YesNo, Basis, "both required registry measures are reported or excluded: {v}");
    private static readonly Label OneMeasure = new("required registry measure", Unit.YesNo, Basis, "{s} is reported or excluded: {v}");
    private static readonly Label AnyAnswer = new("suppressed registry measure", Unit.YesNo, Basis, "{s} is suppressed: any answer fulfils it: {v}");
    private static readonly Finding Two = Finding.Parameter(Needed, 2m);

    /// <summary>The objective of a set.</summary>
    /// <param name="answers">The set.</param>
    /// <param name="law">The law of the year.</param>
    public static PublicHealthObjective For(InteroperabilityAnswers answers, YearLaw law)
    {
        var measures = law.Catalogue.Interoperability.Of(InteroperabilityRole.PublicHealth);
        return law.PromotingInteroperability.PublicHealth == PublicHealthMethod.AnyTwo
            ? OfAnyTwo(answers, measures)
            : OfBoth(answers, measures, law);
    }

    /// <summary>
    /// 2019 to 2021: two reports (of two measures, or of one measure to two registries), or one report and one exclusion;
    /// with two exclusions and no report the points move.
    /// </summary>
    private static PublicHealthObjective OfAnyTwo(InteroperabilityAnswers answers, ReadOnlySpan<InteroperabilityMeasure> measures)
    {
        var (reports, both) = (new List<InteroperabilityMeasure>(), new List<Finding>());
        foreach (var measure in measures)
        {
            if (answers.IsYes(measure))
            {
                reports.Add(measure);
                if (measure.SecondRegistry is { } second && answers.IsYes(second))
                {
                    reports.Add(second);
                }
            }
            else if (answers.IsExcluded(measure))
            {
                both.Add(Finding.Given(OneReport, true, measure.Id));
            }
        }

        both.AddRange(reports.Select(report => Finding.Given(OneReport, true, report.Id)));
        return new(
            Finding.AtLeast(TwoReports, Finding.Count(Enough, [.. both]), Two),
            reports.Count == 0,
            [.. reports.Take(2)],
            measures[0].Points);
    }

    /// <summary>2022 on: the immunization registry and electronic case reporting, each reported or excluded.</summary>
    private static PublicHealthObjective OfBoth(InteroperabilityAnswers answers, ReadOnlySpan<InteroperabilityMeasure> measures, YearLaw law)
    {
        var (tests, reports) = (new Finding[measures.Length], new List<InteroperabilityMeasure>(measures.Length));
        var (allExcluded, keepsPoints) = (true, false);
        for (var index = 0; index < measures.Length; index++)
        {
            var measure = measures[index];
            var (isExcluded, isSuppressed) = (answers.IsExcluded(measure), law.PromotingInteroperability.IsSuppressed(measure.Id));
            var isReported = answers.IsYes(measure) || (isSuppressed && answers.Has(measure));
            tests[index] = Finding.Given(isSuppressed ? AnyAnswer : OneMeasure, isReported || isExcluded, measure.Id);
            allExcluded &= isExcluded;
            keepsPoints |= isSuppressed && !law.Settings.SuppressedExclusionsMove;
            if (answers.IsYes(measure) || (isReported && !isExcluded))
            {
                reports.Add(measure);
            }
        }

        return new(Finding.AllOfSubject(BothMeasures, null, tests), allExcluded && !keepsPoints, [.. reports], measures[0].Points);
    }
}
