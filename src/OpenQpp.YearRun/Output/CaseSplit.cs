using System.Text;

namespace OpenQpp.YearRun;

/// <summary>
/// Parts results that carry their case: the results into one file, the cases, with the identifiers that stand before the result,
/// into another, line by line.
/// </summary>
internal static class CaseSplit
{
    private static readonly byte[] Mark = Encoding.UTF8.GetBytes(",\"case\":{\"entityType\":");
    private static readonly byte[] Year = Encoding.UTF8.GetBytes("\"performanceYear\":");

    /// <summary>Parts them.</summary>
    /// <param name="from">Results with cases.</param>
    /// <param name="results">Takes the results.</param>
    /// <param name="cases">Takes the cases.</param>
    public static void Write(Stream from, Stream results, Stream cases)
    {
        foreach (var (_, bytes) in Files.Lines.Of(from, int.MaxValue - 1))
        {
            var line = bytes.Span;
            var place = line.LastIndexOf(Mark);
            var given = line[(place + 1)..^1];
            results.Write(line[..place]);
            results.Write("}\n"u8);
            cases.Write(line[..line.IndexOf(Year)]);
            cases.Write(given[given.IndexOf(Year)..]);
            cases.WriteByte((byte)'\n');
        }
    }
}
