namespace OpenQpp.Files;

/// <summary>What an input may be at most. Everything beyond is refused with a problem, so that no input can hold up the program.</summary>
public static class CaseLimits
{
    /// <summary>Bytes of one case.</summary>
    public const int Bytes = 16 * 1024 * 1024;

    /// <summary>Objects and lists within each other.</summary>
    public const int Depth = 64;

    /// <summary>The largest number, and with a minus sign the smallest: a million millions.</summary>
    public const decimal Number = 1_000_000_000_000m;

    /// <summary>Digits after the decimal point.</summary>
    public const int Decimals = 20;
}
