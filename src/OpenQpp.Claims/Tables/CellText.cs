using System.Runtime.CompilerServices;
using System.Text;

namespace OpenQpp.Claims;

/// <summary>Reads the cells of tables, UTF-8. Spaces around a value do not belong to it.</summary>
internal static class CellText
{
    /// <summary>The highest amount of a line, cents: the sum of several still has twelve digits.</summary>
    public const long MostCents = 99_999_999_999;

    /// <summary>What stands for no code.</summary>
    public const ulong NoCode = 0;

    /// <summary>What stands for a text that is longer than any code.</summary>
    public const ulong LongCode = ulong.MaxValue;

    private const int CentsScale = 2;
    private const int UnitsScale = 3;
    private const int MostDigits = 15;
    private const int LongestCode = 8;
    private const int BitsOfByte = 8;

    /// <summary>Digits of a TIN.</summary>
    public const int TinDigits = 9;

    /// <summary>Digits of an NPI.</summary>
    public const int NpiDigits = 10;

    /// <summary>Digits of a ZIP code that count.</summary>
    public const int ZipDigits = 5;

    private static readonly long[] Powers = [.. Enumerable.Range(0, MostDigits + 1).Select(digits => (long)System.Numerics.BigInteger.Pow(10, digits))];

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>A value without spaces around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell) => cell.IsEmpty || (cell[0] != ' ' && cell[^1] != ' ') ? cell : cell.Trim((byte)' ');

    /// <summary>An amount in cents, at most <see cref="MostCents"/> either way.</summary>
    public static bool TryCents(ReadOnlySpan<byte> cell, out long cents) => TryScaled(cell, CentsScale, out cents) && IsAmount(cents);

    /// <summary>A number of units in thousandths.</summary>
    public static bool TryUnits(ReadOnlySpan<byte> cell, out long thousandths) => TryScaled(cell, UnitsScale, out thousandths) && IsAmount(thousandths);

    /// <summary>Whether an amount is one that a line can have.</summary>
    public static bool IsAmount(long cents) => cents is >= -MostCents and <= MostCents;

    /// <summary>A decimal number with a point and no more decimals than the scale, unless they are 0; without thousands separators or exponents.</summary>
    public static bool TryScaled(ReadOnlySpan<byte> cell, int scale, out long value)
    {
        value = 0;
        var text = Trim(cell);
        var isNegative = text is [(byte)'-', ..];
        if (isNegative || text is [(byte)'+', ..])
        {
            text = text[1..];
        }

        var (digits, decimals) = (0, -1);
        foreach (var letter in text)
        {
            if (letter == '.' && decimals < 0)
            {
                decimals = 0;
                continue;
            }

            if (!char.IsAsciiDigit((char)letter))
            {
                return false;
            }

            digits++;
            if (decimals == scale)
            {
                if (letter != '0')
                {
                    return false;
                }

                continue;
            }

            decimals += decimals < 0 ? 0 : 1;
            value = (value * 10) + (letter - '0');
            if (value >= Powers[MostDigits])
            {
                return false;
            }
        }

        value *= Powers[scale - (decimals < 0 ? 0 : decimals)];
        value = isNegative ? -value : value;
        return digits > 0;
    }

    /// <summary>A day of the form YYYY-MM-DD, as days since 1970-01-01.</summary>
    public static bool TryDay(ReadOnlySpan<byte> cell, out int day)
    {
        var text = Trim(cell);
        day = 0;
        return text.Length == 10 && text[4] == '-' && text[7] == '-' && TryDay(text[..4], text[5..7], text[8..], out day);
    }

    /// <summary>A day as CMS's files of claims write it: 27-OCT-1999, 19991027, or YYYY-MM-DD.</summary>
    public static bool TryCarrierDay(ReadOnlySpan<byte> cell, out int day)
    {
        var text = Trim(cell);
        day = 0;
        return text.Length switch
        {
            8 => TryDay(text[..4], text[4..6], text[6..], out day),
            11 when text[2] == '-' && text[6] == '-' => Month(text[3..6]) is var month && month > 0 && TryDay(text[7..], [(byte)('0' + (month / 10)), (byte)('0' + (month % 10))], text[..2], out day),
            _ => TryDay(text, out day),
        };
    }

    /// <summary>A year of four digits.</summary>
    public static bool TryYear(ReadOnlySpan<byte> cell, out int year)
    {
        year = (int)(Digits(cell, 4) ?? 0);
        return year > 0;
    }

    /// <summary>A month, 1 to 12.</summary>
    public static bool TryMonth(ReadOnlySpan<byte> cell, out int month)
    {
        month = (int)(Digits(cell, 1) ?? Digits(cell, 2) ?? 0);
        return month is >= 1 and <= 12;
    }

    /// <summary>A TIN as a number.</summary>
    public static bool TryTin(ReadOnlySpan<byte> cell, out long tin)
    {
        tin = Digits(cell, TinDigits) ?? PairId.Odd;
        return tin >= 0;
    }

    /// <summary>An NPI as a number.</summary>
    public static bool TryNpi(ReadOnlySpan<byte> cell, out long npi)
    {
        npi = Digits(cell, NpiDigits) ?? PairId.Odd;
        return npi >= 0;
    }

    /// <summary>Whether a cell begins with the five digits of a ZIP code.</summary>
    public static bool IsZip(ReadOnlySpan<byte> cell) => Trim(cell) is { Length: >= ZipDigits } zip && Digits(zip[..ZipDigits], ZipDigits) is not null;

    /// <summary>1 for Y, 0 for N, -1 for a blank; null for anything else.</summary>
    public static sbyte? FlagOf(ReadOnlySpan<byte> cell) => Trim(cell) switch
    {
        [] => LineCells.NoFlag,
        [(byte)'Y'] => 1,
        [(byte)'N'] => 0,
        _ => null,
    };

    /// <summary>A code of up to eight letters, in capitals; 0 for none, <see cref="LongCode"/> for a longer one.</summary>
    public static ulong Code(ReadOnlySpan<byte> cell)
    {
        var text = Trim(cell);
        if (text.Length > LongestCode)
        {
            return LongCode;
        }

        var code = NoCode;
        foreach (var letter in text)
        {
            code = (code << BitsOfByte) | (letter is >= (byte)'a' and <= (byte)'z' ? (byte)(letter - ('a' - 'A')) : letter);
        }

        return code;
    }

    /// <summary>A number of exactly so many digits, or null.</summary>
    public static long? Digits(ReadOnlySpan<byte> cell, int count)
    {
        var text = Trim(cell);
        if (text.Length != count)
        {
            return null;
        }

        var number = 0L;
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit((char)letter))
            {
                return null;
            }

            number = (number * 10) + (letter - '0');
        }

        return number;
    }

    private static bool TryDay(ReadOnlySpan<byte> year, ReadOnlySpan<byte> month, ReadOnlySpan<byte> day, out int days)
    {
        days = 0;
        if (Digits(year, 4) is not ({ } y and > 0) || Digits(month, 2) is not ({ } m and >= 1 and <= 12) || Digits(day, 2) is not ({ } d and >= 1) || d > DateTime.DaysInMonth((int)y, (int)m))
        {
            return false;
        }

        days = new DateOnly((int)y, (int)m, (int)d).DayNumber - Epoch.DayNumber;
        return true;
    }

    /// <summary>The day of a number of days since 1970-01-01.</summary>
    public static DateOnly Date(int day) => Epoch.AddDays(day);

    /// <summary>Days since 1970-01-01.</summary>
    public static int Day(DateOnly date) => date.DayNumber - Epoch.DayNumber;

    private static int Month(ReadOnlySpan<byte> name)
    {
        for (var month = 0; month < Months.Length; month++)
        {
            if (Ascii.EqualsIgnoreCase(name, Months[month]))
            {
                return month + 1;
            }
        }

        return 0;
    }
}
