using System.Text.Json;
using OpenQpp.Explanations;
using OpenQpp.Program;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>
/// A thousand random cases of every year: every node of every explanation is computed anew by a program that knows only the
/// words of docs/explanation.md, and what must always hold does.
/// </summary>
public sealed class RandomCaseTests
{
    private const int Cases = 1000;

    /// <summary>So many are tried until a thousand are scored: few may be refused, or the cases would show nothing.</summary>
    private const int MostTried = 1150;

    public static TheoryData<int> Years() => [.. Known.Book.Years.Select(year => year.Year)];

    [Theory]
    [MemberData(nameof(Years))]
    public void EveryNumberFollowsFromItsParts(int year)
    {
        var scored = 0;
        foreach (var (name, bytes, result) in Known.Scored(year, 0, MostTried).Take(Cases))
        {
            scored++;
            using var document = JsonDocument.Parse(Results.BytesOf(result, bytes), new JsonDocumentOptions { MaxDepth = 512 });
            foreach (var explanation in ExplanationsIn(document.RootElement))
            {
                var faults = Recomputation.FaultsOf(explanation);
                Assert.True(faults.Count == 0, $"{name}: {string.Join('\n', faults)}");
            }
        }

        Assert.Equal(Cases, scored);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void ScoresStayWithinTheirBounds(int year)
    {
        foreach (var (name, result) in EveryResult(year))
        {
            Assert.True(result.FinalScore.NumberOrNull is null or (>= 0m and <= 100m), name);
            foreach (var category in result.Categories)
            {
                Assert.True(category.Percent.NumberOrNull is null or (>= 0m and <= 100m), name);
                Assert.True(category.Contribution.NumberOrNull is not { } contribution || contribution <= category.Weight.Number, name);
            }

            foreach (var measure in result.Quality.Measures)
            {
                Assert.True(measure.Measure.Points.NumberOrNull is null or (>= 0m and <= 10m), name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void WeightsSumToAHundred(int year)
    {
        foreach (var (name, result) in EveryResult(year))
        {
            Assert.True(result.SingleCategory || !result.Participated || result.Categories.Sum(category => category.Weight.Number) == 100m, name);
        }
    }

    /// <summary>The other properties would show nothing of an option that no case has.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void EveryOptionOfTheYearIsAmongThem(int year)
    {
        var law = Known.Book.Of(new(year));
        var catalogue = law.Catalogue;
        string[] expected =
        [
            "traditional individual", "traditional group",
            .. law.Eligibility.VirtualGroups.Flag ? ["traditional virtualGroup"] : (string[])[],
            .. catalogue.AppMeasures("app1").Length > 0 ? ["app individual", "app group", "app apmEntity", "traditional apmEntity"] : (string[])["apmScoringStandard apmEntity"],
            .. catalogue.Pathways.Count > 0 ? ["mvp individual", "mvp group", "mvp subgroup", "mvp apmEntity"] : (string[])[],
            .. law.Eligibility.SpecialStatuses.FacilityBased.Flag ? ["facility-based"] : (string[])[],
        ];
        var found = EveryResult(year).SelectMany(one => new[] { $"{one.Result.ReportingOption.Word()} {one.Result.ParticipationOption.Word()}", one.Result.Facility is null ? "" : "facility-based" }).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(expected.Except(found));
    }

    /// <summary>Whoever asks for the paragraph of a number finds it in the coverage.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void EveryBasisIsAKnownParagraph(int year)
    {
        var listed = Program.ParagraphAnswer.Coverage(Known.Book).Select(paragraph => paragraph.Paragraph).ToHashSet(StringComparer.Ordinal);
        var bases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, _, result) in Known.Scored(year, 0, Cases / 10))
        {
            AddBases(result.FinalScore, bases);
        }

        Assert.NotEmpty(bases);
        Assert.Empty(bases.Select(Program.ParagraphAnswer.Normalise).Where(basis => (basis.StartsWith("414.1380", StringComparison.Ordinal) || basis.StartsWith("414.1405", StringComparison.Ordinal)) && !listed.Contains(basis)));
    }

    /// <summary>Results that give the final score, and the others beside them.</summary>
    private static IEnumerable<(string Name, ScoredCase Result)> EveryResult(int year) =>
        Known.Scored(year, MostTried, Cases / 2).SelectMany(one => one.Result.OtherScores.Select(other => other.Result).Prepend(one.Result).Select(result => (one.Name, result)));

    private static void AddBases(Finding finding, HashSet<string> bases)
    {
        bases.Add(finding.Label.Basis);
        foreach (var part in finding.Parts)
        {
            AddBases(part, bases);
        }
    }

    private static IEnumerable<JsonElement> ExplanationsIn(JsonElement result)
    {
        foreach (var explanation in result.GetProperty("otherScores").EnumerateArray().SelectMany(ExplanationsIn))
        {
            yield return explanation;
        }

        yield return result.GetProperty("explanation");
        if (result.GetProperty("paymentAdjustment") is { ValueKind: JsonValueKind.Object } adjustment)
        {
            yield return adjustment.GetProperty("explanation");
        }
    }
}
