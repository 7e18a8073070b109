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
public sealed record PublicHealthObjective(Finding IsFulfilled, bool IsExcluded, IReadOnlyList<InteroperabilityMeasure> Reports, Finding Maximum)
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
        var measures = law.Catalogue.InteroperabilityMeasures.Values
            .Where(measure => measure.Role == InteroperabilityRole.PublicHealth)
            .OrderBy(measure => measure.Id, StringComparer.Ordinal)
            .ToArray();
        return law.PromotingInteroperability.PublicHealth == PublicHealthMethod.AnyTwo
            ? OfAnyTwo(answers, measures, law)
            : OfBoth(answers, measures, law);
    }

    /// <summary>
    /// 2019 to 2021: two reports (of two measures, or of one measure to two registries), or one report and one exclusion;
    /// with two exclusions and no report the points move.
    /// </summary>
    private static PublicHealthObjective OfAnyTwo(InteroperabilityAnswers answers, InteroperabilityMeasure[] measures, YearLaw law)
    {
        var reports = new List<InteroperabilityMeasure>();
        foreach (var measure in measures.Where(measure => answers.IsYes(measure.Id)))
        {
            reports.Add(measure);
            if (law.Catalogue.InteroperabilityMeasures.TryGetValue(measure.Id + "_MULTI", out var second) && answers.IsYes(second.Id))
            {
                reports.Add(second);
            }
        }

        var exclusions = measures.Where(measure => !answers.IsYes(measure.Id) && answers.IsExcluded(measure));
        var both = reports.Concat(exclusions).Select(measure => Finding.Given(OneReport, true, measure.Id)).ToArray();
        return new(
            Finding.AtLeast(TwoReports, Finding.Count(Enough, both), Two),
            reports.Count == 0,
            [.. reports.Take(2)],
            measures[0].Points);
    }

    /// <summary>2022 on: the immunization registry and electronic case reporting, each reported or excluded.</summary>
    private static PublicHealthObjective OfBoth(InteroperabilityAnswers answers, InteroperabilityMeasure[] measures, YearLaw law)
    {
        bool IsSuppressed(InteroperabilityMeasure measure) => law.PromotingInteroperability.SuppressedMeasures.Contains(measure.Id, StringComparer.Ordinal);
        bool IsFulfilled(InteroperabilityMeasure measure) =>
            answers.IsYes(measure.Id) || answers.IsExcluded(measure) || (IsSuppressed(measure) && answers.Has(measure.Id));

        var tests = Array.ConvertAll(measures, measure => Finding.Given(IsSuppressed(measure) ? AnyAnswer : OneMeasure, IsFulfilled(measure), measure.Id));
        var keepsPoints = measures.Any(IsSuppressed) && !law.Settings.SuppressedExclusionsMove;
        return new(
            Finding.AllOf(BothMeasures, tests),
            Array.TrueForAll(measures, answers.IsExcluded) && !keepsPoints,
            [.. measures.Where(measure => answers.IsYes(measure.Id) || (IsSuppressed(measure) && answers.Has(measure.Id) && !answers.IsExcluded(measure)))],
            measures[0].Points);
    }
}
