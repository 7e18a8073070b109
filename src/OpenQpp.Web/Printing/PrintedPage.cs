using System.Text;
using System.Text.RegularExpressions;

namespace OpenQpp.Web;

/// <summary>A page as files: its style sheets beside it, its links back to the portal.</summary>
internal static partial class PrintedPage
{
    private const string Name = "page.html";

    /// <summary>No script, and nothing but the files beside the page.</summary>
    private const string Policy = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src file:; font-src file:; img-src file:\">";

    public static string AddressIn(string folder) => new Uri(Path.Combine(folder, Name)).AbsoluteUri;

    public static void Write(string folder, string html, string origin)
    {
        foreach (var (path, body) in AssetRoutes.Files)
        {
            var file = Path.Combine(folder, "assets", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, body);
        }

        var rooted = Rooted().Replace(html, match => match.Groups[2].Success ? $"{match.Groups[1].Value}\"assets/" : $"{match.Groups[1].Value}\"{origin}/");
        File.WriteAllText(Path.Combine(folder, Name), rooted.Replace("<head>", Policy, StringComparison.Ordinal), Encoding.UTF8);
    }

    [GeneratedRegex("( (?:href|src|action)=)\"/(assets/)?")]
    private static partial Regex Rooted();
}
