using System.Text;

namespace OpenQpp.Web;

/// <summary>The words with which a result says why, as sentences for pages.</summary>
public static class ReasonWords
{
    /// <summary>A word such as <c>belowCaseMinimum</c> as plain text; a sentence stays as it is.</summary>
    /// <param name="reason">The word; null or empty where there is nothing to say.</param>
    public static string Text(string? reason)
    {
        if (reason is null || reason.Contains(' ', StringComparison.Ordinal))
        {
            return reason ?? "";
        }

        var text = new StringBuilder(reason.Length + 8);
        foreach (var letter in reason.Replace('_', ' '))
        {
            if (char.IsUpper(letter) && text.Length > 0 && !reason.Contains('_', StringComparison.Ordinal))
            {
                text.Append(' ');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
