using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OpenQpp.Inputs;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>What may change in a submission without any effect.</summary>
public sealed class OrderTests
{
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(2026, 11);

    private static readonly Arbitrary<(int Year, int Number)> Numbers =
        (from year in Gen.Choose(2017, 2026) from number in Gen.Choose(10_000, 1_000_000) select (year, number)).ToArbitrary();

    [Fact]
    public void TheOrderOfMeasurementsNeverMatters() =>
        Check.One(Cases, Prop.ForAll(Numbers, one =>
        {
            var submission = RandomCase.Of(Known.Book.Of(new(one.Year)), one.Number);
            Assert.Equal(Outcome(submission), Outcome(Shuffled(submission, new(one.Number))));
            return true;
        }));

    /// <summary>Cost and administrative claims measures that the law leaves out might as well not be there.</summary>
    [Fact]
    public void RemovingAnExcludedMeasureChangesNothing()
    {
        var removed = 0;
        Check.One(Cases, Prop.ForAll(Numbers, one =>
        {
            var submission = RandomCase.Of(Known.Book.Of(new(one.Year)), one.Number);
            if (Known.Scorer.Score(RandomCase.Bytes(submission)).Result is not { } before)
            {
                return true;
            }

            // A measure that one program leaves out may count in another.
            var counted = before.OtherScores.SelectMany(other => other.Result.Quality.Measures.Where(measure => measure.Status == MeasureStatus.Counted).Select(measure => measure.Measure.Id)
                .Concat(other.Result.Cost.Measures.Where(measure => measure.IsScored).Select(measure => measure.Computed.Measure.Id))).ToArray();
            var excluded = before.Quality.Measures.Where(measure => measure is { Status: MeasureStatus.Excluded, Measure.Method: SubmissionMethod.AdministrativeClaims }).Select(measure => measure.Measure.Id)
                .Concat(before.Cost.Measures.Where(measure => !measure.IsScored).Select(measure => measure.Computed.Measure.Id))
                .Except(counted)
                .ToHashSet(StringComparer.Ordinal);
            var less = Without(submission, excluded);
            removed += excluded.Count;
            var after = Known.Scorer.Score(RandomCase.Bytes(less)).Result;
            return after is not null && Figures(before) == Figures(after);
        }));
        Assert.True(removed > 100, $"only {removed} measures were excluded");
    }

    [Fact]
    public void TheSameCaseHasTheSameOutcome() =>
        Check.One(Cases.WithMaxTest(200), Prop.ForAll(Numbers, one =>
        {
            var submission = RandomCase.Of(Known.Book.Of(new(one.Year)), one.Number);
            return Outcome(submission) == Outcome(submission);
        }));

    private static string Outcome(JsonObject submission)
    {
        var outcome = Known.Scorer.Score(RandomCase.Bytes(submission));
        return outcome.Result is { } result
            ? string.Concat(result.OtherScores.Select(other => other.Reason + Figures(other.Result))) + Figures(result) + string.Join(';', result.Quality.Measures.Select(measure => $"{measure.Measure.Subject} {measure.Status} {measure.Measure.Points.NumberOrNull}").Order(StringComparer.Ordinal))
            : string.Join(';', outcome.Problems.Select(problem => problem.Code.ToString()).Order(StringComparer.Ordinal));
    }

    private static string Figures(ScoredCase result) =>
        $"{result.FinalScore.NumberOrNull} {string.Join(' ', result.Categories.Select(category => $"{category.Category} {category.Status} {category.Weight.Number} {category.Percent.NumberOrNull} {category.Contribution.NumberOrNull}"))};";

    private static JsonObject Shuffled(JsonObject submission, Dice dice)
    {
        var copy = (JsonObject)submission.DeepClone();
        Shuffle(copy, "measurementSets", dice);
        foreach (var set in copy["measurementSets"]!.AsArray())
        {
            Shuffle(set!.AsObject(), "measurements", dice);
            foreach (var measurement in set["measurements"]!.AsArray())
            {
                if (measurement!["value"] is JsonObject value && value.ContainsKey("strata"))
                {
                    Shuffle(value, "strata", dice);
                }
            }
        }

        return copy;
    }

    private static void Shuffle(JsonObject parent, string name, Dice dice) =>
        parent[name] = new JsonArray([.. dice.Shuffled(parent[name]!.AsArray().Select(item => item!.DeepClone()))]);

    private static JsonObject Without(JsonObject submission, HashSet<string> measures)
    {
        var copy = (JsonObject)submission.DeepClone();
        foreach (var set in copy["measurementSets"]!.AsArray().Where(set => (string?)set!["submissionMethod"] is "administrativeClaims"))
        {
            set!["measurements"] = new JsonArray([.. set["measurements"]!.AsArray().Where(measurement => !measures.Contains((string)measurement!["measureId"]!)).Select(measurement => measurement!.DeepClone())]);
        }

        return copy;
    }
}
