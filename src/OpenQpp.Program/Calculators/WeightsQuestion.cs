using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What the categories weigh when some are reweighted.</summary>
/// <param name="Option">The reporting option.</param>
/// <param name="ApmModel">Under the APM scoring standard: webInterface or other.</param>
/// <param name="SmallPractice">Whether the participant is a small practice.</param>
/// <param name="Reweighted">The categories that are reweighted.</param>
public sealed record WeightsQuestion(ReportingOption Option, string ApmModel, bool SmallPractice, CategorySet Reweighted)
{
    private static readonly Label Given = new("category is reweighted", Unit.YesNo, "414.1380(c)(2)(i)", "{s} is weighted zero, as asked: {v}");
    private static readonly Label ByLaw = new("category is reweighted", Unit.YesNo, "414.1380(c)(2)(i)(A)(2)", "{s} is weighted zero for everybody in this year: {v}");

    /// <summary>The weights, or null where the year does not know the option.</summary>
    /// <param name="law">The law of the year.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public CategoryWeights? Answer(YearLaw law, ProblemList problems)
    {
        var option = Option == ReportingOption.ApmScoringStandard ? $"{Option.Word()}:{ApmModel}" : Option.Word();
        if (law.Weights.Find(option, SmallPractice, CategorySet.None) is null)
        {
            problems.Add(ProblemCode.OPTION_NOT_IN_YEAR, "$.option", $"There was no '{option}' in {law.Year.Year}. Choose an option of the year: {string.Join(", ", law.Weights.Rows.Select(row => row.Option).Distinct(StringComparer.Ordinal))}.");
            return null;
        }

        return CategoryWeights.For(option, SmallPractice, [.. PerformanceCategories.All.Select(category => ReweightingOf(category, law))], law);
    }

    private CategoryReweighting ReweightingOf(PerformanceCategory category, YearLaw law)
    {
        var byLaw = Option == ReportingOption.Traditional && law.Reweighting.ForEverybody.Has(category);
        return new(category, Finding.Given(byLaw ? ByLaw : Given, byLaw || Reweighted.Has(category), category.Title()), []);
    }
}
