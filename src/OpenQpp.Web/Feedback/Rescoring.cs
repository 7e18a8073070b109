using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>
/// Computes a published score again from its case, so that every number can say why. What was published is what counts: where
/// today's engine or law comes to something else, the pages say so and show the published score beside it.
/// </summary>
/// <param name="book">The law of all years.</param>
public sealed class Rescoring(LawBook book)
{
    /// <summary>The case of a unit with its identifiers; null where none was published.</summary>
    /// <param name="result">What was published.</param>
    /// <param name="owner">Whose it is.</param>
    public static Submission? CaseOf(StoredResult result, StoredOwner owner)
    {
        if (result.Case is not { } body || CaseReader.Read(body, new ProblemList()) is not { } submission)
        {
            return null;
        }

        return submission.EntityType switch
        {
            ParticipationOption.Individual => submission.Of(null, owner.Tin, owner.Npi),
            ParticipationOption.Group => submission.Of(null, owner.Tin, null),
            ParticipationOption.Subgroup => submission.Of(owner.OwnIdentifier, owner.Tin, null),
            _ => submission.Of(owner.OwnIdentifier, null, null),
        };
    }

    /// <summary>What gives the result of a case under the law of a run's year with its scaling factors.</summary>
    /// <param name="run">The run.</param>
    public Func<Submission, ScoredCase> ScorerOf(PublishedRun run)
    {
        var (scoring, law) = (new CaseScoring(book, FactorsOf(run)), book.Of(run.Year));
        return submission => scoring.For(submission, law);
    }

    /// <summary>What the reader must know where the computation of today does not agree with what was published; null where it does.</summary>
    /// <param name="published">What was published.</param>
    /// <param name="result">The computation of today.</param>
    public static string? Difference(StoredResult published, ScoredCase result)
    {
        using var document = JsonDocument.Parse(published.Body, new() { MaxDepth = 512 });
        var root = document.RootElement;
        var score = NumberOf(root, "finalScore");
        var categories = root.GetProperty("categories");
        var same = score == result.FinalScore.NumberOrNull
            && result.Categories.All(category => categories.GetProperty(category.Category.Word()) is var one
                && NumberOf(one, "weight") == category.Weight.NumberOrNull
                && (category.Status != CategoryStatus.Scored || NumberOf(one, "percent") == category.Percent.NumberOrNull));
        return same ? null
            : $"The published final score is {Display.Score(score)}. The program of today comes to the numbers below. The published score counts.";
    }

    /// <summary>The scaling factors with which a run was neutral.</summary>
    /// <param name="run">The run.</param>
    public static GivenScalingFactors FactorsOf(PublishedRun run)
    {
        using var document = JsonDocument.Parse(run.Scaling);
        return new(NumberOf(document.RootElement, "scalingFactor"), NumberOf(document.RootElement, "additionalScalingFactor"));
    }

    private static decimal? NumberOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}
