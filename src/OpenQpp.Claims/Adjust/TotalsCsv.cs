using System.Globalization;
using System.Text;

namespace OpenQpp.Claims;

/// <summary>totals.csv: the lines of each payment year, TIN and NPI in one row, by year, TIN and NPI.</summary>
internal static class TotalsCsv
{
    private const string Header = "payment_year,tin,npi,lines,adjusted,not_adjusted,undecided,allowed,mips_program,mips_amount,mips_subtotal,seq_amount,mips_paid,undecided_allowed,undecided_program";

    private const int LongestLine = 512;
    private const int WholeColumns = 7;

    /// <summary>How the engine reads it: amounts as whole cents.</summary>
    public static string Types { get; } =
        $"auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', columns = {{{string.Join(", ", Header.Split(',').Select((name, place) => $"'{name}': '{TypeOf(place)}'"))}}}";

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="tally">What all threads saw.</param>
    /// <returns>How many rows it has.</returns>
    public static long Write(string path, LineTally tally)
    {
        var rows = 0L;
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 18) { NewLine = "\n" };
        file.WriteLine(Header);
        Span<char> line = stackalloc char[LongestLine];
        foreach (var (year, tin, npi, sums) in tally.ByPair())
        {
            file.Write(year == 0 ? "" : year.ToString(CultureInfo.InvariantCulture));
            file.Write(',');
            file.Write(Cell(tin));
            file.Write(',');
            file.Write(Cell(npi));
            line.TryWrite(CultureInfo.InvariantCulture, $",{sums.Lines},{sums.Adjusted},{sums.NotAdjusted},{sums.Undecided}", out var length);
            foreach (var cents in (ReadOnlySpan<long>)[sums.Allowed, sums.Program, sums.Adjustment, sums.Subtotal, sums.Sequestration, sums.Paid, sums.UndecidedAllowed, sums.UndecidedProgram])
            {
                line[length..].TryWrite(CultureInfo.InvariantCulture, $",{(cents < 0 ? "-" : "")}{Math.Abs(cents) / 100}.{Math.Abs(cents) % 100:D2}", out var more);
                length += more;
            }

            file.WriteLine(line[..length]);
            rows++;
        }

        return rows;
    }

    private static string TypeOf(int column) => column switch { 0 => "INTEGER", 1 or 2 => "VARCHAR", < WholeColumns => "BIGINT", _ => "DECIMAL(18, 2)" };

    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
