using System.Buffers.Text;

namespace OpenQpp.Files;

/// <summary>The digits of a number as results have them: all of them.</summary>
internal static class NumberDigits
{
    /// <summary>The most bytes of a number: a sign, 29 digits, a zero before the point and the point.</summary>
    public const int Most = 32;

    private const int MostDigits = 29;
    private const int Block = 9;
    private const uint BlockSize = 1_000_000_000;

    /// <summary>Writes a number without zeros at its end.</summary>
    /// <param name="value">The number.</param>
    /// <param name="to">At least <see cref="Most"/> bytes.</param>
    /// <returns>The bytes written.</returns>
    public static int Write(decimal value, Span<byte> to)
    {
        if (value == 0m)
        {
            to[0] = (byte)'0';
            return 1;
        }

        Span<byte> digits = stackalloc byte[MostDigits];
        digits = digits[..WriteAll(value, digits)];
        var decimals = (int)value.Scale;
        while (decimals > 0 && digits is [.., (byte)'0'])
        {
            digits = digits[..^1];
            decimals--;
        }

        return Write(decimal.IsNegative(value), digits, decimals, to);
    }

    /// <summary>Writes a number as it stands, with zeros at its end.</summary>
    /// <param name="value">The number.</param>
    /// <param name="to">At least <see cref="Most"/> bytes.</param>
    /// <returns>The bytes written.</returns>
    public static int WriteAsItStands(decimal value, Span<byte> to)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        digits = digits[..WriteAll(value, digits)];
        return Write(decimal.IsNegative(value) && value != 0m, digits, value.Scale, to);
    }

    private static int Write(bool isNegative, ReadOnlySpan<byte> digits, int decimals, Span<byte> to)
    {
        var written = 0;
        if (isNegative)
        {
            to[written++] = (byte)'-';
        }

        var wholes = digits.Length - decimals;
        if (wholes > 0)
        {
            digits[..wholes].CopyTo(to[written..]);
            written += wholes;
        }
        else
        {
            to[written++] = (byte)'0';
        }

        if (decimals == 0)
        {
            return written;
        }

        to[written++] = (byte)'.';
        var zeros = int.Max(0, -wholes);
        to.Slice(written, zeros).Fill((byte)'0');
        written += zeros;
        digits[int.Max(0, wholes)..].CopyTo(to[written..]);
        return written + decimals - zeros;
    }

    /// <summary>The digits without sign and point, those of a fraction without the zeros before them.</summary>
    private static int WriteAll(decimal value, Span<byte> to)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var (low, middle, high) = unchecked(((uint)parts[0], (uint)parts[1], (uint)parts[2]));
        if (high == 0)
        {
            Utf8Formatter.TryFormat(((ulong)middle << 32) | low, to, out var written);
            return written;
        }

        // Two blocks of nine digits leave a number of 64 bits.
        var last = TakeBlock(ref high, ref middle, ref low);
        var before = TakeBlock(ref high, ref middle, ref low);
        Utf8Formatter.TryFormat(((ulong)middle << 32) | low, to, out var first);
        WriteBlock(before, to.Slice(first, Block));
        WriteBlock(last, to.Slice(first + Block, Block));
        return first + Block + Block;
    }

    /// <summary>Divides by the size of a block; the remainder is the block.</summary>
    private static uint TakeBlock(ref uint high, ref uint middle, ref uint low)
    {
        var rest = (ulong)high;
        high = (uint)(rest / BlockSize);
        rest = ((rest % BlockSize) << 32) | middle;
        middle = (uint)(rest / BlockSize);
        rest = ((rest % BlockSize) << 32) | low;
        low = (uint)(rest / BlockSize);
        return (uint)(rest % BlockSize);
    }

    private static void WriteBlock(uint block, Span<byte> to)
    {
        for (var place = Block - 1; place >= 0; place--)
        {
            to[place] = (byte)('0' + (block % 10));
            block /= 10;
        }
    }
}
