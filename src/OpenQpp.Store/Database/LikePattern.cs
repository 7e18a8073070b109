namespace OpenQpp.Store;

/// <summary>Patterns for LIKE … ESCAPE '\'.</summary>
internal static class LikePattern
{
    /// <summary>Texts that hold the words somewhere, in small letters.</summary>
    /// <param name="words">What is looked for.</param>
    public static string Holding(string words) => $"%{Escaped(words.Trim().ToLowerInvariant())}%";

    private static string Escaped(string words) =>
        words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
