using OpenQpp.Law;

namespace OpenQpp.Rules;

/// <summary>In which range of HCPCS codes a service is shown.</summary>
public static class RangeOfHcpcs
{
    /// <summary>The key of services that are in no range, where they are shown.</summary>
    public const string Unclassified = "unclassified";

    private const int Length = 5;

    /// <summary>The key of the range; null where the service is not shown. A code that ends with a letter is in none.</summary>
    /// <param name="hcpcs">The code, or null.</param>
    /// <param name="law">The law.</param>
    public static string? For(string? hcpcs, YearLaw law)
    {
        var code = (hcpcs ?? "").Trim(' ');
        if (code.Length == 0)
        {
            return null;
        }

        var begins = code[0] is >= 'a' and <= 'z' ? (char)(code[0] - ('a' - 'A')) : code[0];
        var isForm = code.Length == Length && (begins is >= '0' and <= '9' or >= 'A' and <= 'Z') && code[1..].All(char.IsAsciiDigit);
        var range = isForm ? law.Services.Ranges.FirstOrDefault(range => range.Begins == begins) : null;
        return range?.Key ?? (law.Settings.UnclassifiedServicesAreShown ? Unclassified : null);
    }
}
