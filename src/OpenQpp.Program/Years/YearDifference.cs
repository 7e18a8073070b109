using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>A parameter that differs between two laws.</summary>
/// <param name="Definition">The parameter.</param>
/// <param name="Before">Its value in the first law.</param>
/// <param name="After">Its value in the second law.</param>
public sealed record ChangedParameter(ParameterDefinition Definition, ParameterValue Before, ParameterValue After);

/// <summary>A row of the table of weights that differs between two laws.</summary>
/// <param name="Option">The option.</param>
/// <param name="SmallPractice">For small practices only, for others only, or both.</param>
/// <param name="Zeroed">The categories weighted zero.</param>
/// <param name="Before">Weights in the first law, or null where it has no such row.</param>
/// <param name="After">Weights in the second law, or null where it has no such row.</param>
public sealed record ChangedWeights(string Option, bool? SmallPractice, CategorySet Zeroed, Finding[]? Before, Finding[]? After);

/// <summary>Measures or activities that came and went.</summary>
/// <param name="What">Which list.</param>
/// <param name="Added">Ids only in the second law.</param>
/// <param name="Removed">Ids only in the first law.</param>
public sealed record ChangedList(string What, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);

/// <summary>What differs between the laws of two years, or between a law and a proposed variant of it.</summary>
/// <param name="Before">The first law.</param>
/// <param name="After">The second law.</param>
/// <param name="Parameters">Parameters that differ.</param>
/// <param name="Weights">Rows of weights that differ.</param>
/// <param name="Lists">Measures and activities that came and went.</param>
public sealed record YearDifference(
    YearLaw Before,
    YearLaw After,
    IReadOnlyList<ChangedParameter> Parameters,
    IReadOnlyList<ChangedWeights> Weights,
    IReadOnlyList<ChangedList> Lists)
{
    /// <summary>The differences of two laws.</summary>
    /// <param name="before">The first law.</param>
    /// <param name="after">The second law.</param>
    /// <param name="book">The law of all years.</param>
    public static YearDifference Of(YearLaw before, YearLaw after, LawBook book) =>
        new(
            before,
            after,
            [.. book.Definitions
                .Select(definition => new ChangedParameter(definition, before.Parameter(definition.Key).Value, after.Parameter(definition.Key).Value))
                .Where(one => one.Before.Kind != one.After.Kind || (HasValue(one.Before) && !string.Equals(one.Before.Text, one.After.Text, StringComparison.Ordinal)))],
            WeightsOf(before, after),
            [.. ListsOf(before).Zip(ListsOf(after), (left, right) => Compare(left.What, left.Ids, right.Ids)).Where(list => list.Added.Count + list.Removed.Count > 0)]);

    /// <summary>The reason why there is no value is no value.</summary>
    private static bool HasValue(ParameterValue value) => value.Kind is not (ParameterKind.None or ParameterKind.Unknown);

    private static List<ChangedWeights> WeightsOf(YearLaw before, YearLaw after)
    {
        var changed = new List<ChangedWeights>();
        foreach (var (option, practice, zeroed) in before.Weights.Rows.Concat(after.Weights.Rows).SelectMany(Keys).Distinct())
        {
            var left = before.Weights.Find(option, practice, zeroed)?.Weights;
            var right = after.Weights.Find(option, practice, zeroed)?.Weights;
            if (left is null || right is null || !left.Select(weight => weight.Number).SequenceEqual(right.Select(weight => weight.Number)))
            {
                changed.Add(new(option, practice, zeroed, left, right));
            }
        }

        return changed;
    }

    private static IEnumerable<(string Option, bool Practice, CategorySet Zeroed)> Keys(WeightsRow row) =>
        row.SmallPractice is { } one ? [(row.Option, one, row.Zeroed)] : [(row.Option, false, row.Zeroed), (row.Option, true, row.Zeroed)];

    private static (string What, IEnumerable<string> Ids)[] ListsOf(YearLaw law) =>
    [
        ("quality measures", law.Catalogue.QualityMeasures.Keys),
        ("cost measures", law.Catalogue.CostMeasures.Keys),
        ("improvement activities", law.Catalogue.Activities.Keys),
        ("Promoting Interoperability measures", law.Catalogue.Interoperability.All.Select(measure => measure.Id)),
        ("administrative claims quality measures", law.Catalogue.AdministrativeClaims.Keys),
        ("MIPS eligible clinician types", law.Reweighting.ClinicianTypes.Where(type => type.Eligible).Select(type => type.Name)),
        ("reasons for reweighting", law.Reweighting.Triggers.Select(trigger => $"{trigger.Name} ({trigger.Category.Word()})")),
    ];

    private static ChangedList Compare(string what, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (left, right) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
        return new(
            what,
            [.. right.Where(id => !left.Contains(id)).Order(StringComparer.Ordinal)],
            [.. left.Where(id => !right.Contains(id)).Order(StringComparer.Ordinal)]);
    }
}
