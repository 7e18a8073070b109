using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A cost measure that CMS computed for a participant.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Score">Its amount, dollars.</param>
/// <param name="CaseCount">Its cases.</param>
public sealed record ComputedCost(CostMeasure Measure, decimal Score, long CaseCount);

/// <summary>A cost measure with its points.</summary>
/// <remarks>
/// Until 2023 the bounds of the benchmark are deciles, from 2024 they are the median plus or minus standard deviations,
/// (b)(2)(i)(A) and (B); either way they arrive as bounds and are used alike.
/// </remarks>
/// <param name="Computed">The measure as computed.</param>
/// <param name="Points">Points; without value where it is not scored.</param>
/// <param name="PotentialPoints">What a measure that is left out would have earned; null without benchmark or with too few cases.</param>
/// <param name="Decile">The decile that gave the points; −1 where none did.</param>
/// <param name="Reason">Why it is left out, or null.</param>
[Cfr("414.1380(b)(2)")]
[Cfr("414.1380(b)(2)(i)")]
[Cfr("414.1380(b)(2)(i)(A)")]
[Cfr("414.1380(b)(2)(i)(B)")]
[Cfr("414.1380(b)(2)(ii)")]
[Cfr("414.1380(b)(2)(v)(A)")]
[Cfr("414.1380(b)(2)(v)(B)")]
public sealed record CostMeasureScore(ComputedCost Computed, Finding Points, Finding? PotentialPoints, int Decile, string? Reason)
{
    private const string Basis = "414.1380(b)(2)";

    private static readonly Label Amount = new("cost measure score", Unit.Dollars, Basis, "CMS computed {v} dollars for {s}");
    private static readonly Label Cases = new("case count", Unit.Cases, "414.1380(b)(2)(ii)", "CMS computed {s} on {v} cases");
    private static readonly Label NoBenchmark = new("cost measure points", Unit.Points, "414.1380(b)(2)(i)", "{s} has no benchmark and is not scored");
    private static readonly Label TooFewCases = new("cost measure points", Unit.Points, "414.1380(b)(2)(ii)", "{s} does not reach its case minimum and is not scored");
    private static readonly Label Suppressed = new("cost measure points", Unit.Points, "414.1380(b)(2)(v)", "{s} is left out for the year because of changes external to care");
    private static readonly Label NotInPathway = new("cost measure points", Unit.Points, "414.1365(c)(2)", "{s} is no cost measure of the pathway");
    private static readonly Label GroupsOnly = new("cost measure points", Unit.Points, "414.1350(a)", "{s} is scored for groups only");

    /// <summary>Whether it is scored.</summary>
    public bool IsScored => Points.HasNumber;

    /// <summary>The points of a measure.</summary>
    /// <param name="computed">The measure as computed.</param>
    /// <param name="option">The level that takes part.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="pathway">The MIPS Value Pathway whose measures alone are scored, or null.</param>
    public static CostMeasureScore For(ComputedCost computed, ParticipationOption option, YearLaw law, Mvp? pathway = null)
    {
        var measure = computed.Measure;
        var meetsCaseMinimum = CaseMinimum.ForCost(Finding.Given(Cases, computed.CaseCount, measure.Id), measure.CaseMinimum, measure.Id);
        if (measure.Benchmark is not { } benchmark)
        {
            return new(computed, Finding.NotScored(NoBenchmark, measure.Id, meetsCaseMinimum), null, -1, "noBenchmark");
        }

        var (points, decile) = BenchmarkPoints.ForCost(Finding.Given(Amount, computed.Score, measure.Id), benchmark, law.Cost, measure.Id);
        return (measure, meetsCaseMinimum.Flag) switch
        {
            (_, true) when pathway is not null && !(measure.Programs?.Contains(pathway.Id, StringComparer.Ordinal) ?? false) =>
                new(computed, Finding.NotScored(NotInPathway, measure.Id, points), points, decile, "notInProgram"),
            ({ Suppressed: true }, true) => new(computed, Finding.NotScored(Suppressed, measure.Id, points), points, decile, "suppressed"),
            ({ GroupsOnly: true }, true) when option == ParticipationOption.Individual =>
                new(computed, Finding.NotScored(GroupsOnly, measure.Id, points), points, decile, "groupsOnly"),
            (_, false) => new(computed, Finding.NotScored(TooFewCases, measure.Id, meetsCaseMinimum, points), null, -1, "belowCaseMinimum"),
            _ => new(computed, points, null, decile, null),
        };
    }
}
