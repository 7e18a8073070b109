using System.Buffers;
using System.Globalization;
using System.Text;

namespace OpenQpp.Claims;

/// <summary>totals.csv: the lines of each payment year, TIN and NPI in one row, by year, TIN and NPI.</summary>
internal static class TotalsCsv
{
    private const string Header = "payment_year,tin,npi,lines,adjusted,not_adjusted,undecided,allowed,mips_program,mips_amount,mips_subtotal,seq_amount,mips_paid,undecided_allowed,undecided_program";

    private const int LongestNumbers = 512;
    private const int UsualLine = 128;
    private const int RowsAtOnce = 1 << 14;
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
        var (rows, odd) = (tally.Places.InOrder(), tally.Places.Odd());
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(Encoding.UTF8.GetBytes(Header + "\n"));
        foreach (var text in rows.Chunk(RowsAtOnce).AsParallel().AsOrdered().Select(some => Rows(some, tally, odd)))
        {
            file.Write(text.WrittenSpan);
        }

        return rows.Count;
    }

    private static ArrayBufferWriter<byte> Rows(int[] places, LineTally tally, IReadOnlyDictionary<int, (string Npi, string Tin, short Year)> odd)
    {
        var text = new ArrayBufferWriter<byte>(places.Length * UsualLine);
        foreach (var place in places)
        {
            var (npi, tin, year) = odd.TryGetValue(place, out var key) ? key : tally.Places.KeyOf(place);
            Encoding.UTF8.GetBytes($"{(year == 0 ? "" : year.ToString(CultureInfo.InvariantCulture))},{Cell(tin)},{Cell(npi)}", text);
            var numbers = text.GetSpan(LongestNumbers);
            ref readonly var sums = ref tally.SumsOf(place);
            var length = 0;
            foreach (var count in (ReadOnlySpan<long>)[sums.Lines, sums.Adjusted, sums.NotAdjusted, sums.Undecided])
            {
                numbers[length] = (byte)',';
                count.TryFormat(numbers[(length + 1)..], out var digits, provider: CultureInfo.InvariantCulture);
                length += digits + 1;
            }

            foreach (var cents in (ReadOnlySpan<long>)[sums.Allowed, sums.Program, sums.Adjustment, sums.Subtotal, sums.Sequestration, sums.Paid, sums.UndecidedAllowed, sums.UndecidedProgram])
            {
                length += WriteCents(numbers[length..], cents);
            }

            numbers[length] = (byte)'\n';
            text.Advance(length + 1);
        }

        return text;
    }

    private static int WriteCents(Span<byte> to, long cents)
    {
        var (units, rest) = Math.DivRem(Math.Abs(cents), 100L);
        to[0] = (byte)',';
        to[1] = (byte)'-';
        var length = cents < 0 ? 2 : 1;
        units.TryFormat(to[length..], out var digits, provider: CultureInfo.InvariantCulture);
        length += digits;
        to[length] = (byte)'.';
        to[length + 1] = (byte)('0' + (rest / 10));
        to[length + 2] = (byte)('0' + (rest % 10));
        return length + 3;
    }

    private static string TypeOf(int column) => column switch { 0 => "INTEGER", 1 or 2 => "VARCHAR", < WholeColumns => "BIGINT", _ => "DECIMAL(18, 2)" };

    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
