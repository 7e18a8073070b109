using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What a quality measure earns at a given rate.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Method">The collection type.</param>
/// <param name="Rate">The rate, in the unit of the measure's benchmark.</param>
/// <param name="Cases">The cases; null means enough.</param>
/// <param name="Completeness">Data completeness in percent; null means enough.</param>
/// <param name="SmallPractice">Whether the participant is a small practice.</param>
public sealed record MeasurePointsQuestion(string MeasureId, SubmissionMethod Method, decimal Rate, decimal? Cases, decimal? Completeness, bool SmallPractice)
{
    private const string Basis = "414.1380(b)(1)(i)";

    private static readonly Label Given = new("performance rate given", Unit.MeasureUnit, Basis, "a rate of {v} was given for {s}");
    private static readonly Label Rounded = new("performance rate", Unit.Percent, Basis, "the rate of {s}, rounded to {1} decimals, is {v} %");
    private static readonly Label CasesGiven = new("case count", Unit.Cases, "414.1380(b)(1)(iii)", "{s} has {v} cases");
    private static readonly Label CompletenessGiven = new("data completeness", Unit.Percent, "414.1340", "{v} % of the cases of {s} were reported");

    /// <summary>The points, or null where the question has problems.</summary>
    /// <param name="law">The law of the year.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public MeasureResult? Answer(YearLaw law, ProblemList problems)
    {
        if (Find(law, problems) is not { } measure)
        {
            return null;
        }

        var reported = new ReportedMeasure(measure, Method, ValueOf(law, measure));
        return Method switch
        {
            SubmissionMethod.AdministrativeClaims => QualityCategoryScore.OfAdministrativeClaims(AdministrativeClaimsQuality.For(reported, Participant.Of(ParticipationOption.Group, StatusOf()), law)),
            SubmissionMethod.CertifiedSurveyVendor => OfChosen(CahpsSurvey.SummaryMeasure(reported, law)),
            SubmissionMethod.CmsWebInterface => QualityCategoryScore.OfRequired(WebInterface.For(reported, DataOf(reported, law), law)),
            _ => OfChosen(MeasureAchievementPoints.For(reported, DataOf(reported, law), Participant.Of(ParticipationOption.Group, StatusOf()).SmallPractice, law)),
        };
    }

    private QualityMeasure? Find(YearLaw law, ProblemList problems)
    {
        if (!law.Catalogue.QualityMeasures.TryGetValue(MeasureId, out var measure))
        {
            problems.Add(ProblemCode.UNKNOWN_MEASURE, "$.measure", $"There is no quality measure '{ShownText.Of(MeasureId)}' in {law.Year.Year}. Correct the id.");
        }
        else if (!measure.IsOfferedBy(Method))
        {
            var offered = string.Join(", ", SubmissionMethods.All.Where(measure.IsOfferedBy).Select(one => one.Word()));
            problems.Add(ProblemCode.MEASURE_NOT_FOR_METHOD, "$.method", $"{MeasureId} is not offered by '{Method.Word()}' in {law.Year.Year}, only by {offered}. Choose one of them.");
        }
        else if (IsPercent(measure) && Rate is < 0m or > 100m)
        {
            problems.Add(ProblemCode.PERCENT_OUT_OF_RANGE, "$.rate", "The rate of this measure lies between 0 and 100 percent. Give 76.92 for 76.92 percent.");
        }
        else if (Completeness is < 0m or > 100m)
        {
            problems.Add(ProblemCode.PERCENT_OUT_OF_RANGE, "$.completeness", "Data completeness lies between 0 and 100 percent. Correct it.");
        }
        else if (Cases is < 0m)
        {
            problems.Add(ProblemCode.IMPOSSIBLE_COUNT, "$.cases", "A number of cases is not negative. Correct it.");
        }

        return problems.IsEmpty ? measure : null;
    }

    private static bool IsPercent(QualityMeasure measure) => measure.Metric is not (MetricType.NonProportion or MetricType.CostScore);

    private SpecialStatus StatusOf() => SmallPractice ? SpecialStatus.SmallPractice : SpecialStatus.None;

    private MeasurementValue ValueOf(YearLaw law, QualityMeasure measure) => new()
    {
        PerformanceRate = Rate,
        Score = Rate,
        CaseCount = (long)(Cases ?? (law.Catalogue.AdministrativeClaims.TryGetValue(measure.Id, out var known) ? known.CaseMinimum.Number : 0m)),
        IsBelowMinimum = Cases is 0m,
    };

    /// <summary>Rates in percent are rounded as those of a submission; observations are not.</summary>
    private ReportedRate DataOf(ReportedMeasure reported, YearLaw law)
    {
        var rate = Finding.Given(Given, Rate, reported.Subject);
        return new(
            IsPercent(reported.Measure) ? Finding.Rounding(Rounded, rate, law.Quality.RateDecimals, reported.Subject) : rate,
            Finding.Given(CasesGiven, Cases ?? law.Quality.CaseMinimum.Number, reported.Subject),
            Finding.Given(CompletenessGiven, Completeness ?? 100m, reported.Subject));
    }

    private static MeasureResult OfChosen(ScoredMeasure measure) => measure switch
    {
        { IsSuppressed: true } => new(measure, MeasureStatus.Excluded, "suppressed"),
        { HasCases: false } => new(measure, MeasureStatus.NotCounted, "noCases"),
        { Points.HasNumber: false } => new(measure, MeasureStatus.Excluded, measure.Reason),
        _ => new(measure, MeasureStatus.Counted, measure.Reason),
    };
}
