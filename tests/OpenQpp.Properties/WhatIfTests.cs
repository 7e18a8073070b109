using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>A case with something changed: another case, scored by the same engine; the case itself stays as it was.</summary>
public sealed class WhatIfTests
{
    private const int Cases = 40;
    private const string Registry = """{"category":"quality","submissionMethod":"registry","measurements":[{"measureId":"065","value":{"isEndToEndReported":false,"eligiblePopulation":468,"performanceMet":464,"performanceNotMet":4}},{"measureId":"453","value":{"isEndToEndReported":false,"eligiblePopulation":669,"performanceMet":44,"performanceNotMet":625}}]}""";

    private static readonly YearLaw Law = Known.Book.Of(new(2024));

    public static TheoryData<int> Years() => [.. Known.Book.Years.Select(year => year.Year)];

    /// <summary>468 patients at 95 % are 444.6: 445 meet the measure, so that the rate is no worse than asked for.</summary>
    [Fact]
    public void ARateIsReachedOnTheSamePatients()
    {
        var value = Value(new CaseChange.Rate("065", SubmissionMethod.Registry, 95m).Apply(Case(), Law), "065");
        Assert.Equal((445, 23, 468), (value.PerformanceMet, value.PerformanceNotMet, value.EligiblePopulation));
    }

    /// <summary>Measure 453 is better the lower it is: 669 patients at 5 % are 33.45, so 33 at most.</summary>
    [Fact]
    public void WhereLowerIsBetterItIsRoundedDown()
    {
        var value = Value(new CaseChange.Rate("453", SubmissionMethod.Registry, 5m).Apply(Case(), Law), "453");
        Assert.Equal((33, 636), (value.PerformanceMet, value.PerformanceNotMet));
    }

    [Fact]
    public void ADroppedMeasureIsNotSentAndTheOthersStay()
    {
        var changed = new CaseChange.Drop("065", SubmissionMethod.Registry).Apply(Case(), Law);
        Assert.Equal("453", Assert.Single(Assert.Single(changed.MeasurementSets).Measurements).MeasureId);
    }

    [Fact]
    public void AnActivityIsAddedOnceAlsoWithoutASet()
    {
        var change = new CaseChange.AddActivity("IA_EPA_1");
        var changed = change.Apply(change.Apply(Case(), Law), Law);
        var set = Assert.Single(changed.MeasurementSets, set => set.Category == PerformanceCategory.ImprovementActivities);
        Assert.Equal((true, new DateOnly(2024, 1, 1)), (Assert.Single(set.Measurements).Value.Answer, set.PerformanceStart));
    }

    [Fact]
    public void AnExclusionTakesThePlaceOfItsMeasure()
    {
        var measure = Law.Catalogue.Interoperability.All.First(one => one.Exclusions.Length > 0);
        var sent = new CaseChange.Exclude(measure.Exclusions[0].Id).Apply(Read($$"""{"category":"pi","submissionMethod":"registry","measurements":[{"measureId":"{{measure.Id}}","value":true}]}"""), Law);
        Assert.Equal(measure.Exclusions[0].Id, Assert.Single(Assert.Single(sent.MeasurementSets).Measurements).MeasureId);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void WhatWouldHelpIsWhatTheChangedCaseScores(int year)
    {
        var (law, scoring, improved) = (Known.Book.Of(new(year)), new CaseScoring(Known.Book, Rules.GivenScalingFactors.None), 0);
        foreach (var (name, bytes, result) in Known.Scored(year, 70_000, Cases))
        {
            var submission = CaseReader.Read(bytes, new ProblemList())!;
            var before = CaseJson.Document(submission);
            foreach (var improvement in Improvement.Of(submission, result, changed => scoring.For(changed, law)))
            {
                improved++;
                var anew = Known.Scorer.Score(CaseJson.Document(improvement.Change.Apply(submission, law)));
                Assert.True(improvement.Points > 0m, name);
                Assert.Equal(result.FinalScore.NumberOrZero + improvement.Points, improvement.Result.FinalScore.Number);
                Assert.True(anew.Result is null || anew.Result.FinalScore.Number == improvement.Result.FinalScore.Number, $"{name}: {improvement.Says}");
            }

            Assert.True(before.AsSpan().SequenceEqual(CaseJson.Document(submission)), name);
        }

        Assert.True(improved > Cases, "Hardly anything would help anybody: the test shows nothing.");
    }

    private static Submission Case() => Read(Registry);

    private static Submission Read(string set) =>
        CaseReader.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"entityType":"group","taxpayerIdentificationNumber":"000123456","performanceYear":2024,"measurementSets":[{{set}}]}"""), new ProblemList())!;

    private static MeasurementValue Value(Submission submission, string measure) => submission.MeasurementSets.SelectMany(set => set.Measurements).Single(one => one.MeasureId == measure).Value;
}
