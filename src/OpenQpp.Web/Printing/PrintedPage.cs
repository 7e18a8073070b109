using System.Text;

namespace OpenQpp.Web;

/// <summary>A page as files: its style sheets beside it, its links back to the portal.</summary>
internal static class PrintedPage
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

        // Quotes within text and attributes are written as entities: what looks like an attribute is one.
        var page = new StringBuilder(html).Replace("=\"/assets/", "=\"assets/").Replace("<head>", Policy);
        foreach (var attribute in (string[])["href", "action"])
        {
            page.Replace($" {attribute}=\"/", $" {attribute}=\"{origin}/");
        }

        File.WriteAllText(Path.Combine(folder, Name), page.ToString(), Encoding.UTF8);
    }
}
