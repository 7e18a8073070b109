using System.Net;
using System.Text.RegularExpressions;

namespace OpenQpp.Portal;

/// <summary>What a page without script gives: its links, forms, tables and words.</summary>
public static partial class HtmlPage
{
    /// <summary>Where its links lead, as they stand.</summary>
    public static IReadOnlyList<string> Links(string page) => [.. Link().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    /// <summary>Where its forms are sent.</summary>
    public static IReadOnlyList<string> Forms(string page) => [.. Form().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    /// <summary>The rows of the bodies of its tables, each as the words of its cells.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string page) =>
    [
        .. from body in Body().Matches(page)
           from row in Row().Matches(body.Value)
           select (IReadOnlyList<string>)[.. Cell().Matches(row.Value).Select(cell => Words(cell.Groups[1].Value))],
    ];

    /// <summary>The words of a piece of a page.</summary>
    public static string Words(string piece) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(piece, " ")), " ").Trim();

    /// <summary>The final score on an overview.</summary>
    public static string? FinalScore(string page) => Score().Match(page) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<form [^>]*action=\"([^\"]*)\"")]
    private static partial Regex Form();

    [GeneratedRegex("<tbody>.*?</tbody>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<tr[ >].*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("<span class=\"score\">([^<]*)</span>")]
    private static partial Regex Score();
}
