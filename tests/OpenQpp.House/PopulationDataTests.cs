using Xunit;

namespace OpenQpp.House;

/// <summary>Every figure of the synthetic nation has its source, and none stands there unused.</summary>
public sealed class PopulationDataTests
{
    private static readonly string Code = string.Join('\n', Sources.CSharp("src/OpenQpp.Population").SelectMany(file => file.Lines));

    [Theory]
    [InlineData("data/population/shares.tsv", 3)]
    [InlineData("data/population/final-scores.tsv", 4)]
    public void EveryFigureHasItsSource(string file, int columns) =>
        Assert.Empty(Rows(file).Where(row => row.Length != columns || row[^1].Length < 10));

    /// <summary>A share is asked for by its whole name, or together with all whose names begin alike.</summary>
    [Fact]
    public void EveryShareIsAskedFor() =>
        Assert.Empty(
            from row in Rows("data/population/shares.tsv")
            let parts = row[0].Split('.')
            where !Code.Contains($"\"{row[0]}\"", StringComparison.Ordinal) && !Code.Contains($"\"{parts[0]}.", StringComparison.Ordinal)
            select row[0]);

    [Fact]
    public void SharesOfWaysSizesAndTypesAreWhole()
    {
        foreach (var kind in (string[])["way.", "size.", "type."])
        {
            Assert.Equal(10000, Rows("data/population/shares.tsv").Where(row => row[0].StartsWith(kind, StringComparison.Ordinal)).Sum(row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private static IEnumerable<string[]> Rows(string file) =>
        Sources.Text(file).Split('\n').Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t'));
}
