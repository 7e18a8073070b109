using OpenQpp.Law;

namespace OpenQpp.Population;

/// <summary>CEHRT IDs of made-up products, in the form of the year.</summary>
internal static class CehrtIds
{
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int DrawnLetters = 10;

    private static readonly string[] Editions = ["0015C", "0015E", "0014E"];

    /// <summary>An id.</summary>
    public static string Of(YearLaw law, RandomStream random)
    {
        var letters = string.Concat(Enumerable.Range(0, DrawnLetters).Select(_ => Letters[random.Below(Letters.Length)]));
        return Array.ConvertAll(Editions, edition => edition + letters).First(law.PromotingInteroperability.IsCehrtId);
    }
}
