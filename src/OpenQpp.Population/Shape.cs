using System.Globalization;

namespace OpenQpp.Population;

/// <summary>The shape of the nation: how final scores are spread, and shares per ten thousand, each with its source in the data.</summary>
internal sealed class Shape
{
    private const string YearWithoutFigures = "shape-year-without-figures";

    private readonly Dictionary<string, int> shares = Rows("shares.tsv").ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The shape of a performance year.</summary>
    /// <param name="year">The performance year.</param>
    public Shape(int year)
    {
        var points = Rows("final-scores.tsv")
            .Select(row => (Year: int.Parse(row[0], CultureInfo.InvariantCulture), Point: new QuantilePoint(Number(row[1]), Number(row[2]))))
            .ToLookup(row => row.Year, row => row.Point);
        var taken = points.Contains(year) ? year : Share(YearWithoutFigures);
        Scores = new([.. points[taken]]);
    }

    /// <summary>How the final scores of clinicians are spread.</summary>
    public Quantiles Scores { get; }

    /// <summary>A share per ten thousand.</summary>
    /// <param name="name">Its name in the data.</param>
    public int Share(string name) => shares[name];

    /// <summary>All shares whose names begin alike, in the order of the data, without that beginning.</summary>
    /// <param name="beginning">For example <c>type.</c></param>
    public IReadOnlyList<(string Name, int Share)> Shares(string beginning) =>
        [.. shares.Where(share => share.Key.StartsWith(beginning, StringComparison.Ordinal)).Select(share => (share.Key[beginning.Length..], share.Value))];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The rows of a table of the data, without its header.</summary>
    /// <param name="name">Name of the table.</param>
    internal static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(Shape).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"'{name}' is not in the program.");
        using var reader = new StreamReader(stream);
        var isHeader = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!isHeader)
            {
                yield return line.Split('\t');
            }

            isHeader = false;
        }
    }
}
