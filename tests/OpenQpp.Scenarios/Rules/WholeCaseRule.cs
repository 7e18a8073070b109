using System.Text;
using System.Text.Json;
using OpenQpp.Explanations;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;

namespace OpenQpp.Scenarios;

/// <summary>A whole case: the submission in CMS's form, the result by the names that users read.</summary>
internal static class WholeCaseRule
{
    public static Answer Score(Given given, YearLaw law, LawBook book)
    {
        var bytes = Encoding.UTF8.GetBytes(given.AllAsJson().ToJsonString());
        var scorer = new CaseScorer(book, CheckOptions.Strict, null, law.Variant, law.Settings.Changed.ToDictionary(StringComparer.Ordinal));
        var outcome = scorer.Score(bytes);
        if (outcome.Result is not { } result)
        {
            throw new InvalidDataException(string.Join('\n', outcome.Problems.Select(problem => $"{problem.Code} {problem.Path}: {problem.Message}")));
        }

        var answer = new Answer();
        using var document = JsonDocument.Parse(Results.BytesOf(result, bytes), new JsonDocumentOptions { MaxDepth = 512 });
        foreach (var (place, value) in Places.Of(document.RootElement))
        {
            answer.With(place, value);
        }

        foreach (var one in result.OtherScores.Select(other => other.Result).Prepend(result))
        {
            answer.Findings.Add(one.FinalScore);
            answer.Findings.AddRange(one.Categories.Select(category => category.Percent));
            if (one.PaymentAdjustment is { } adjustment)
            {
                answer.Findings.Add(adjustment.TotalPercent);
            }
        }

        return answer;
    }
}
