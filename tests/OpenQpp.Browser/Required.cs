namespace OpenQpp.Browser;

/// <summary>Whether a missing program is a failure.</summary>
internal static class Required
{
    /// <summary>Everything must be there: what runs the tests has installed it.</summary>
    public static bool Everything { get; } = string.Equals(Environment.GetEnvironmentVariable("OPENQPP_TESTS"), "all", StringComparison.Ordinal);
}
