using System.Text;

namespace OpenQpp.Inputs;

/// <summary>Spoils a document in one of the ways in which documents are spoiled; now and then in several.</summary>
public static class Mutation
{
    private static readonly Func<byte[], Dice, byte[]>[] Ways =
    [
        Truncated, WithoutAByte, WithAnotherByte, WithAPieceTwice, WithInvalidUtf8, WithAHugeNumber, WithAnotherType, WithAnotherType,
        WithDuplicateKeys, DeeplyNested, WithOddText, WithAPieceMoved, OfNothingButNoise,
    ];

    public static byte[] Of(byte[] document, Dice dice)
    {
        var spoiled = document;
        for (var left = dice.Of(1, 1, 1, 2, 3); left > 0; left--)
        {
            spoiled = dice.Of(Ways)(spoiled, dice);
        }

        return spoiled;
    }

    private static byte[] Truncated(byte[] bytes, Dice dice) => bytes[..dice.Whole(0, bytes.Length)];

    private static byte[] WithoutAByte(byte[] bytes, Dice dice) => With(bytes, dice, 1, []);

    private static byte[] WithAnotherByte(byte[] bytes, Dice dice) => With(bytes, dice, 1, [(byte)dice.Whole(0, 255)]);

    private static byte[] WithAPieceTwice(byte[] bytes, Dice dice)
    {
        var (from, to) = Piece(bytes, dice);
        return [.. bytes[..to], .. bytes[from..]];
    }

    private static byte[] WithAPieceMoved(byte[] bytes, Dice dice)
    {
        var (from, to) = Piece(bytes, dice);
        byte[] rest = [.. bytes[..from], .. bytes[to..]];
        var place = dice.Whole(0, rest.Length);
        return [.. rest[..place], .. bytes[from..to], .. rest[place..]];
    }

    private static byte[] WithInvalidUtf8(byte[] bytes, Dice dice) =>
        InAText(bytes, dice, dice.Of<byte[]>([0xC3, 0x28], [0xED, 0xA0, 0x80], [0xFF], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC0, 0x80]));

    private static byte[] WithOddText(byte[] bytes, Dice dice) =>
        InAText(bytes, dice, Encoding.UTF8.GetBytes(dice.Of("\\u0000", "\\ud800", "‮", "😀", new string('x', 20_000), "{0}", "'; --", "000112233", "\\")));

    private static byte[] WithAHugeNumber(byte[] bytes, Dice dice) =>
        InPlaceOfANumber(bytes, dice, dice.Of("1e400", "-1e400", "99999999999999999999999999999999", "1e-400", "0." + new string('3', 400), new string('9', 5000), "-0", "1E+29", "79228162514264337593543950336", "00", "1.", "NaN", "-1"));

    private static byte[] WithAnotherType(byte[] bytes, Dice dice) =>
        InPlaceOfANumber(bytes, dice, dice.Of("null", "true", "\"12\"", "[]", "{}", "[[1]]", "{\"stratum\":1}", "\"\"", "\"2024-02-30\""));

    private static byte[] WithDuplicateKeys(byte[] bytes, Dice dice) =>
        AfterABrace(bytes, dice, Encoding.UTF8.GetBytes(dice.Of("\"category\":\"quality\",\"category\":\"cost\",", "\"entityType\":1,\"entityType\":\"group\",", "\"value\":1,\"value\":2,", "\"stratum\":\"a\",\"stratum\":\"a\",", "\"\":0,\"\":0,")));

    private static byte[] DeeplyNested(byte[] bytes, Dice dice)
    {
        var depth = dice.Of(62, 70, 1000, 100_000);
        var isList = dice.Chance(50);
        var nest = Encoding.UTF8.GetBytes(isList ? new string('[', depth) + new string(']', depth) : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));
        return InPlaceOfANumber(bytes, dice, Encoding.UTF8.GetString(nest));
    }

    private static byte[] OfNothingButNoise(byte[] bytes, Dice dice) =>
        dice.Chance(80) ? WithAnotherByte(bytes, dice) : [.. Enumerable.Range(0, dice.Whole(0, 300)).Select(_ => (byte)dice.Whole(0, 255))];

    private static byte[] InPlaceOfANumber(byte[] bytes, Dice dice, string text)
    {
        var starts = Enumerable.Range(1, Math.Max(0, bytes.Length - 1)).Where(place => bytes[place - 1] == ':' && (char.IsAsciiDigit((char)bytes[place]) || dice.Chance(3))).ToArray();
        if (starts.Length == 0)
        {
            return Truncated(bytes, dice);
        }

        var start = dice.Of(starts);
        var end = start;
        while (end < bytes.Length && bytes[end] is not ((byte)',' or (byte)'}' or (byte)']'))
        {
            end++;
        }

        return [.. bytes[..start], .. Encoding.UTF8.GetBytes(text), .. bytes[end..]];
    }

    private static byte[] InAText(byte[] bytes, Dice dice, byte[] piece) => After(bytes, dice, (byte)'"', piece);

    private static byte[] AfterABrace(byte[] bytes, Dice dice, byte[] piece) => After(bytes, dice, (byte)'{', piece);

    private static byte[] After(byte[] bytes, Dice dice, byte mark, byte[] piece)
    {
        var places = Enumerable.Range(0, bytes.Length).Where(place => bytes[place] == mark).ToArray();
        if (places.Length == 0)
        {
            return [.. bytes, .. piece];
        }

        var after = dice.Of(places) + 1;
        return [.. bytes[..after], .. piece, .. bytes[after..]];
    }

    private static byte[] With(byte[] bytes, Dice dice, int length, byte[] piece)
    {
        if (bytes.Length == 0)
        {
            return piece;
        }

        var place = dice.Whole(0, bytes.Length - 1);
        return [.. bytes[..place], .. piece, .. bytes[Math.Min(bytes.Length, place + length)..]];
    }

    private static (int From, int To) Piece(byte[] bytes, Dice dice)
    {
        var from = dice.Whole(0, bytes.Length);
        return (from, Math.Min(bytes.Length, from + dice.Whole(0, 200)));
    }
}
