using System.Globalization;
using System.Text;

namespace OpenQpp.Claims;

/// <summary>totals.csv: the lines of each payment year, TIN and NPI in one row, by year, TIN and NPI.</summary>
internal static class TotalsCsv
{
    private const string Header = "payment_year,tin,npi,lines,adjusted,not_adjusted,undecided,allowed,mips_program,mips_amount,mips_subtotal,seq_amount,mips_paid,undecided_allowed,undecided_program";

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="tallies">What each thread saw.</param>
    /// <returns>How many rows it has.</returns>
    public static long Write(string path, IReadOnlyList<LineTally> tallies)
    {
        var all = new Dictionary<(string Tin, string Npi, short Year), PairSums>();
        foreach (var tally in tallies)
        {
            tally.AddTo(all);
        }

        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 18) { NewLine = "\n" };
        file.WriteLine(Header);
        foreach (var ((tin, npi, year), sums) in all.OrderBy(pair => pair.Key.Year).ThenBy(pair => pair.Key.Tin, StringComparer.Ordinal).ThenBy(pair => pair.Key.Npi, StringComparer.Ordinal))
        {
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(year == 0 ? "" : year)},{Cell(tin)},{Cell(npi)},{sums.Lines},{sums.Adjusted},{sums.NotAdjusted},{sums.Undecided},{Dollars(sums.Allowed)},{Dollars(sums.Program)},{Dollars(sums.Adjustment)},{Dollars(sums.Subtotal)},{Dollars(sums.Sequestration)},{Dollars(sums.Paid)},{Dollars(sums.UndecidedAllowed)},{Dollars(sums.UndecidedProgram)}"));
        }

        return all.Count;
    }

    private static string Dollars(long cents) => AdjustSummary.Dollars(cents).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
