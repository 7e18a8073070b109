using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Quality measures that CMS computes from claims: scored beside the submitted ones, or left out of both sums.</summary>
[Cfr("414.1380(b)(1)(i)")]
[Cfr("414.1380(b)(1)(i)(A)(2)")]
[Cfr("414.1380(b)(1)(i)(A)(2)(ii)")]
[Cfr("414.1380(b)(1)(ii)(D)")]
public static class AdministrativeClaimsQuality
{
    private const string Basis = "414.1380(b)(1)(i)(A)(2)(ii)";

    private static readonly Label Rate = new("rate computed by CMS", Unit.MeasureUnit, "414.1380(b)(1)(i)", "CMS computed a rate of {v} for {s}");
    private static readonly Label Cases = new("case count", Unit.Cases, "414.1380(b)(1)(iii)", "CMS computed {s} on {v} cases");
    private static readonly Label Clinicians = new("eligible clinicians", Unit.Clinicians, Basis, "the participant has {v} eligible clinicians");
    private static readonly Label EnoughClinicians = new("enough clinicians", Unit.YesNo, Basis, "{s} is for participants with at least {1} eligible clinicians; there are {0}: {v}");
    private static readonly Label LeftOut = new("measure achievement points", Unit.Points, Basis, "{s} leaves both sums: it does not apply to the participant in this year");
    private static readonly Label NoCaseMinimum = new("measure achievement points", Unit.Points, Basis, "{s} leaves both sums: the case minimum is not met");
    private static readonly Label NoBenchmark = new("measure achievement points", Unit.Points, Basis, "{s} leaves both sums: it has no benchmark");
    private static readonly Label OtherMeasures = new("measure achievement points", Unit.Points, Basis, "{s} leaves both sums: the program scores other measures");
    private static readonly Label TooSmall = new("measure achievement points", Unit.Points, Basis, "{s} leaves both sums: the participant has too few clinicians");

    /// <summary>The points of a measure that CMS computed for the participant.</summary>
    /// <param name="computed">The measure and CMS's figures.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="isNamedByProgram">The program names the measure, so that it applies to groups that traditional MIPS does not score on it.</param>
    public static ScoredMeasure For(ReportedMeasure computed, Participant participant, YearLaw law, bool isNamedByProgram = false)
    {
        var subject = computed.Subject;
        var rate = Finding.Given(Rate, computed.Value.PerformanceRate ?? 0m, subject);
        var cases = Finding.Given(Cases, computed.Value.CaseCount ?? 0, subject);
        var benchmark = computed.Measure.BenchmarkFor(computed.Method);
        var applies = law.Catalogue.AdministrativeClaims.TryGetValue(computed.Measure.Id, out var measure) && (participant.IsIndividual ? measure.Individuals : measure.Groups || isNamedByProgram);
        var meetsCaseMinimum = measure is null ? null : CaseMinimum.For(cases, measure.CaseMinimum, subject);
        var earned = benchmark is not null && meetsCaseMinimum is { Flag: true }
            ? BenchmarkPoints.For(rate, benchmark, law.Quality.MeasurePointsFloor, law.Quality.MeasurePointsMaximum, subject)
            : ((Finding Points, int Decile)?)null;
        var tooFew = applies && HasEnoughClinicians(participant, measure!, law.Eligibility, subject) is { Flag: false } failed ? failed : null;
        var (points, reason) = (benchmark, earned) switch
        {
            _ when !applies => (Finding.NotScored(LeftOut, subject), "notApplicable"),
            _ when tooFew is not null => (Finding.NotScored(TooSmall, subject, tooFew), "tooFewClinicians"),
            (null, _) => (Finding.NotScored(NoBenchmark, subject, meetsCaseMinimum!), "noBenchmark"),
            (_, null) => (Finding.NotScored(NoCaseMinimum, subject, meetsCaseMinimum!), "belowCaseMinimum"),
            (_, { } scored) => (scored.Points, default(string)),
        };
        return new()
        {
            Measure = computed.Measure,
            Method = computed.Method,
            Class = reason is null ? MeasureClass.AgainstBenchmark : MeasureClass.LeftOut,
            Points = points,
            PotentialPoints = earned?.Points,
            Decile = earned?.Decile ?? -1,
            Rate = rate,
            Cases = cases,
            MeetsCaseMinimum = meetsCaseMinimum,
            Benchmark = benchmark,
            Reason = reason,
        };
    }

    /// <summary>The measure as one that leaves both sums because the program scores others.</summary>
    /// <param name="measure">The measure with its points.</param>
    /// <param name="reason">Why, a word.</param>
    public static ScoredMeasure LeaveOut(ScoredMeasure measure, string reason) =>
        measure.Class != MeasureClass.AgainstBenchmark ? measure : measure with
        {
            Class = MeasureClass.LeftOut,
            Points = Finding.NotScored(OtherMeasures, measure.Subject, measure.Points),
            PotentialPoints = measure.Points,
            Reason = reason,
        };

    /// <summary>The number of clinicians against the bound; a small practice of unknown size has at most its most. Null where nothing is known.</summary>
    private static Finding? HasEnoughClinicians(Participant participant, AdministrativeClaimsMeasure measure, EligibilityLaw law, string subject) =>
        participant.EligibleClinicians is { } clinicians ? Finding.AtLeast(EnoughClinicians, Finding.Given(Clinicians, clinicians), measure.Clinicians, subject)
        : participant.SmallPractice.Flag ? Finding.AtLeast(EnoughClinicians, law.SmallPracticeClinicians, measure.Clinicians, subject)
        : null;
}
