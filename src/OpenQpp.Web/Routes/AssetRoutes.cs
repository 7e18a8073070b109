using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OpenQpp.Web;

/// <summary>Style sheets, fonts and the icon, which are part of the program.</summary>
internal static class AssetRoutes
{
    private const string Prefix = "wwwroot/";

    /// <summary>By path below <c>/assets/</c>.</summary>
    public static readonly FrozenDictionary<string, byte[]> Files = Read();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{**path}", (HttpContext http, string path) =>
    {
        if (!Files.TryGetValue(path, out var body))
        {
            return NotFoundPage.Result;
        }

        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Bytes(body, TypeOf(path));
    }).WithMetadata(new PublicRoute());

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".woff" => "font/woff",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };

    private static FrozenDictionary<string, byte[]> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[Prefix.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return bytes.ToArray();
            },
            StringComparer.Ordinal);
    }
}
