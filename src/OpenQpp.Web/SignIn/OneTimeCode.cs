using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace OpenQpp.Web;

/// <summary>Codes by time (RFC 6238): six digits, a new one every thirty seconds, by HMAC with SHA-1 as authenticator apps have it.</summary>
public static class OneTimeCode
{
    private const int Seconds = 30;
    private const int Modulus = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfLetter = 5;

    /// <summary>The number of the step in which a time lies.</summary>
    /// <param name="time">The time.</param>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of a step.</summary>
    /// <param name="key">The key, base32.</param>
    /// <param name="step">The number of the step.</param>
    public static string Of(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var secret = Bytes(key);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 and the apps have it so; HMAC does not rest on what SHA-1 lacks.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        CryptographicOperations.ZeroMemory(secret);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var letters = base32.TrimEnd('=').ToUpperInvariant();
        var bytes = new byte[letters.Length * BitsOfLetter / 8];
        var (bits, held, place) = (0, 0, 0);
        foreach (var letter in letters)
        {
            (held, bits) = ((held << BitsOfLetter) | Alphabet.IndexOf(letter, StringComparison.Ordinal), bits + BitsOfLetter);
            if (bits >= 8)
            {
                bits -= 8;
                bytes[place++] = (byte)(held >> bits);
                held &= (1 << bits) - 1;
            }
        }

        return bytes;
    }
}
