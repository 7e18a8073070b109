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
        Add(answer, "", document.RootElement);
        answer.Findings.Add(result.FinalScore);
        answer.Findings.AddRange(result.Categories.Select(category => category.Percent));
        if (result.PaymentAdjustment is { } adjustment)
        {
            answer.Findings.Add(adjustment.TotalPercent);
        }

        return answer;
    }

    /// <summary>Names every value by its place: <c>categories.quality.measures[236 electronicHealthRecord].points</c>.</summary>
    private static void Add(Answer answer, string place, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject().Where(property => property.Name is not "explanation"))
                {
                    Add(answer, place.Length == 0 ? property.Name : $"{place}.{property.Name}", property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (item, index) in element.EnumerateArray().Select((item, index) => (item, index)))
                {
                    Add(answer, $"{place}[{NameOf(item) ?? index.ToString()}]", item);
                }

                break;
            default:
                answer.With(place, element.ValueKind switch
                {
                    JsonValueKind.Number => element.GetDecimal(),
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    JsonValueKind.String => element.GetString(),
                    _ => (object?)null,
                });
                break;
        }
    }

    private static string? NameOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (item.TryGetProperty("measureId", out var measure))
        {
            return item.TryGetProperty("submissionMethod", out var method) ? $"{measure.GetString()} {method.GetString()}" : measure.GetString();
        }

        return item.TryGetProperty("activityId", out var activity) ? activity.GetString()
            : item.TryGetProperty("what", out var what) ? what.GetString()
            : item.TryGetProperty("code", out var code) ? code.GetString()
            : null;
    }
}
