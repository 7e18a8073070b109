using System.Globalization;

namespace OpenQpp.Population;

/// <summary>Identifiers of people and practices that do not exist: TINs that begin with 00, NPIs with valid check digits.</summary>
/// <param name="seed">The seed of the nation.</param>
internal sealed class SyntheticIdentifiers(long seed)
{
    /// <summary>Has no divisor with a power of ten, so that different clinicians have different numbers.</summary>
    private const long Stride = 61803399;
    private const long Numbers = 100000000;
    private const int LuhnStart = 24;

    private readonly long offset = RandomStream.Of(seed, -1).Below(Numbers);

    /// <summary>The NPI of a clinician: ten digits that begin with 1, the last one the Luhn digit of 80840 and the others.</summary>
    /// <param name="clinician">The clinician's number, from 0.</param>
    public string Npi(long clinician)
    {
        var digits = "1" + ((offset + (clinician * Stride)) % Numbers).ToString("D8", CultureInfo.InvariantCulture);
        var sum = LuhnStart;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[place] - '0';
            var doubled = place % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return digits + (char)('0' + ((10 - (sum % 10)) % 10));
    }

    /// <summary>A TIN, nine digits.</summary>
    /// <param name="number">Below ten million.</param>
    public static string Tin(long number) => number.ToString("D9", CultureInfo.InvariantCulture);
}
