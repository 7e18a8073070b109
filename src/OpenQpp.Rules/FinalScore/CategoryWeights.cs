using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The weights of the four categories after reweighting.</summary>
/// <param name="Weights">Percent, by category.</param>
/// <param name="ScoredCategories">The number of categories that weigh something.</param>
/// <param name="Reweighting">For each category that is weighted zero: that it is, and by what.</param>
/// <param name="IsSingleCategory">Whether fewer categories than two are left, so that the final score is the threshold.</param>
[Cfr("414.1380(c)(1)")]
[Cfr("414.1380(c)(1)(i)")]
[Cfr("414.1380(c)(1)(ii)")]
[Cfr("414.1380(c)(1)(iii)")]
[Cfr("414.1380(c)(1)(iv)")]
[Cfr("414.1380(c)(2)")]
[Cfr("414.1380(c)(2)(ii)")]
[Cfr("414.1380(c)(2)(ii)(A)")]
[Cfr("414.1380(c)(2)(ii)(B)")]
[Cfr("414.1380(c)(2)(ii)(C)")]
[Cfr("414.1380(c)(2)(ii)(D)")]
[Cfr("414.1380(c)(2)(ii)(E)")]
[Cfr("414.1380(c)(2)(ii)(F)")]
[Cfr("414.1380(c)(2)(ii)(G)")]
public sealed record CategoryWeights(Finding[] Weights, Finding ScoredCategories, Finding[] Reweighting, bool IsSingleCategory)
{
    private const string Basis = "414.1380(c)(2)(ii)";

    private static readonly Label[] WeightLabels =
        [.. PerformanceCategories.All.Select(category => new Label($"weight of {category.Title()}", Unit.Percent, Basis, $"the weight of {category.Title()} is {{v}} % of the final score"))];

    private static readonly Label Remaining = new("category with a weight", Unit.YesNo, "414.1380(c)", "{s} is scored");
    private static readonly Label Count = new("scored categories", Unit.Number, "414.1380(c)", "{v} categories are scored");
    private static readonly Label Alone = new("weight of the only category", Unit.Percent, "414.1380(c)", "the only scored category weighs {v} %");
    private static readonly Label Nothing = new("weight of a reweighted category", Unit.Percent, "414.1380(c)", "a category that is not scored weighs {v} %");
    private static readonly Finding Hundred = Finding.Parameter(Alone, 100m);
    private static readonly Finding Zero = Finding.Parameter(Nothing, 0m);

    /// <summary>How many categories are scored, for every set of them.</summary>
    private static readonly Finding[] Counts =
        [.. Enumerable.Range(0, (int)CategorySet.All + 1).Select(set => Finding.Count(
            Count,
            [.. PerformanceCategories.All.Where(category => ((CategorySet)set).Has(category)).Select(category => Finding.Given(Remaining, true, category.Title()))]))];

    /// <summary>The weight of a category, percent.</summary>
    /// <param name="category">The category.</param>
    public Finding this[PerformanceCategory category] => Weights[(int)category];

    /// <summary>The weights when a set of categories is weighted zero.</summary>
    /// <param name="option">The option, as in the table of weights.</param>
    /// <param name="smallPractice">Whether the participant is a small practice.</param>
    /// <param name="reweighting">What is reweighted, and why.</param>
    /// <param name="law">The law of the year.</param>
    /// <exception cref="LawDataException">The table has no such row.</exception>
    public static CategoryWeights For(string option, bool smallPractice, CategoryReweighting[] reweighting, YearLaw law)
    {
        var zeroed = CategorySet.None;
        foreach (var category in reweighting)
        {
            zeroed |= category.IsReweighted.Flag ? category.Category.Set() : CategorySet.None;
        }

        Finding[] evidence = zeroed == CategorySet.None ? [] : Array.ConvertAll(Array.FindAll(reweighting, category => category.IsReweighted.Flag), category => category.IsReweighted);

        var usual = law.Weights.Find(option, smallPractice, CategorySet.None)
            ?? throw new LawDataException($"The table of weights of {law.Name} has no option '{option}'.");
        var remaining = usual.Weighing & ~zeroed;
        var count = Counts[(int)remaining];
        if (count.Number < law.FinalScore.FewestCategories.Number)
        {
            return new(Taken(Sole(remaining), evidence), count, evidence, true);
        }

        // A category that the law of the year weighs zero for everybody (cost in 2017) is no key of the table.
        var key = usual.Weighing & zeroed;
        var row = law.Weights.Find(option, smallPractice, key)
            ?? throw new LawDataException($"The table of weights of {law.Name} has no row '{key.Words()}' for '{option}'.");
        return new(Taken(row.Weights, evidence), count, evidence, false);
    }

    private static Finding[] Sole(CategorySet remaining) => [.. PerformanceCategories.All.Select(category => remaining.Has(category) ? Hundred : Zero)];

    private static Finding[] Taken(Finding[] weights, Finding[] evidence)
    {
        var taken = new Finding[weights.Length];
        for (var category = 0; category < weights.Length; category++)
        {
            taken[category] = Finding.Taken(WeightLabels[category], null, weights[category], evidence);
        }

        return taken;
    }
}
