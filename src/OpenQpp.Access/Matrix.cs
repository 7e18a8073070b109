using System.Collections.Frozen;
using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Access;

/// <summary>The access matrix as the library carries it (<c>matrix.tsv</c>, <c>years.tsv</c>). What does not stand in it is denied.</summary>
public static class Matrix
{
    private const string Always = "always";
    private const string All = "all";
    private const string WithoutYear = "without-year";

    private static readonly FrozenDictionary<int, YearVariant> Variants = EmbeddedTable.Rows("years.tsv", ["year", "variant"])
        .ToFrozenDictionary(row => int.Parse(row[0], CultureInfo.InvariantCulture), row => Known(YearVariants.Of(row[1]), row[1]));

    private static readonly FrozenDictionary<(YearVariant?, Resource, OwnerKind), MatrixLine[]> Lines = Read();

    /// <summary>The variant of a performance year; null for a year of which nothing is recorded.</summary>
    /// <param name="year">The performance year.</param>
    public static YearVariant? VariantOf(PerformanceYear year) => Variants.TryGetValue(year.Year, out var variant) ? variant : null;

    /// <summary>The lines for a resource of a kind of owner in a year; none where it does not exist in that year.</summary>
    /// <param name="year">The performance year; null where the address names none.</param>
    /// <param name="resource">What is asked for.</param>
    /// <param name="owner">The kind of owner.</param>
    public static IReadOnlyList<MatrixLine> LinesOf(PerformanceYear? year, Resource resource, OwnerKind owner)
    {
        YearVariant? variant = null;
        if (year is { } known)
        {
            variant = VariantOf(known);
            if (variant is null)
            {
                return [];
            }
        }

        return Lines.TryGetValue((variant, resource, owner), out var lines) ? lines : [];
    }

    /// <summary>Whether a resource of a kind of owner exists in any year: what an address may declare.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="owner">The kind of owner.</param>
    public static bool Knows(Resource resource, OwnerKind owner) => Lines.Keys.Any(key => key.Item2 == resource && key.Item3 == owner);

    private static FrozenDictionary<(YearVariant?, Resource, OwnerKind), MatrixLine[]> Read() =>
        EmbeddedTable.Rows("matrix.tsv", ["resource", "owner", "relation", "years", "only", .. RoleColumns.All.Select(column => column.Word()), "from"])
            .SelectMany(row => Years(row[3]).Select(variant => (Variant: variant, Line: LineOf(row))))
            .GroupBy(row => (row.Variant, row.Line.Resource, row.Line.Owner), row => row.Line)
            .ToFrozenDictionary(group => group.Key, Distinct);

    private static MatrixLine[] Distinct(IEnumerable<MatrixLine> lines)
    {
        var all = lines.ToArray();
        return all.Select(line => line.Relation).Distinct().Count() == all.Length
            ? all
            : throw new FormatException($"matrix.tsv has {all[0].Resource.Word()} of {all[0].Owner.Word()} twice in one relation and year.");
    }

    private static MatrixLine LineOf(string[] row) => new(
        Known(Resources.Of(row[0]), row[0]),
        Known(OwnerKinds.Of(row[1]), row[1]),
        Known(Relations.Of(row[2]), row[2]),
        Known(MatrixConditions.Of(row[4]), row[4]),
        row[^1],
        RoleColumns.All.Where(column => Cell(row[5 + (int)column])).ToFrozenSet());

    private static bool Cell(string text) => text switch { "Y" => true, "N" => false, _ => throw new FormatException($"A cell of matrix.tsv is Y or N, not '{text}'.") };

    private static IEnumerable<YearVariant?> Years(string words) => words switch
    {
        Always => [null, .. YearVariants.All],
        All => YearVariants.All.Cast<YearVariant?>(),
        _ => words.Split(' ').Select(word => string.Equals(word, WithoutYear, StringComparison.Ordinal) ? null : (YearVariant?)Known(YearVariants.Of(word), word)),
    };

    private static T Known<T>(T? value, string word)
        where T : struct => value ?? throw new FormatException($"The access tables do not know '{word}'.");
}
