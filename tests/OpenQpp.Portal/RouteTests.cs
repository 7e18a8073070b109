using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using OpenQpp.Access;
using OpenQpp.Explanations;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>No address of the portal answers without a resource of the access matrix.</summary>
public sealed class RouteTests(PortalWorld world)
{
    [Fact]
    public void EveryDeclaredRouteHasAResourceThatTheMatrixKnows() =>
        Assert.Empty(PortalMap.Declared().Where(route => !Matrix.Knows(route.Declared.Resource, route.Declared.Kind)).Select(route => route.Pattern));

    [Fact]
    public void NoEndpointAnswersWithoutOne()
    {
        var silent = from endpoint in ((IEndpointRouteBuilder)world.Portal.Routes).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                     where endpoint.Metadata.GetMetadata<RouteResource>() is null
                     select endpoint.RoutePattern.RawText;
        Assert.Equal(["/assets/{**path}", "{*path:nonfile}"], silent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheRunningPortalHasTheRoutesThatAreListed() =>
        Assert.Equal(PortalMap.Declared(), PortalMap.Declared(world.Portal.Routes));

    [Fact]
    public void EveryAddressNamesItsYearAndItsOwnerByKindAndId() =>
        Assert.All(PortalMap.Declared(), route => Assert.True(
            (route.Declared.Kind != OwnerKind.Portal) == route.Pattern.Contains($"/{route.Declared.Kind.Word()}/{{id}}/", StringComparison.Ordinal)
                && route.Declared.IsInterface == route.Pattern.StartsWith("/api/", StringComparison.Ordinal)
                && route.Declared.IsDownload == (Path.GetExtension(route.Pattern) is ".csv" or ".json" or ".pdf" || Path.GetFileName(route.Pattern) is "{file}" or "{document}"),
            route.Pattern));

    [Fact]
    public void TheCommandLineListsTheSameRoutes()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Root.Folder, "artifacts", "bin", "OpenQpp.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "openqpp.dll"), "access", "routes", "--json"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        using var listed = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(
            PortalMap.Declared().Select(route => (route.Pattern, route.Declared.Method, route.Declared.Resource.Word(), route.Declared.Kind.Word(), route.Declared.IsDownload, route.Declared.IsInterface)),
            listed.RootElement.EnumerateArray().Select(route => (
                route.GetProperty("pattern").GetString()!,
                route.GetProperty("method").GetString()!,
                route.GetProperty("resource").GetString()!,
                route.GetProperty("ownerKind").GetString()!,
                route.GetProperty("download").GetBoolean(),
                route.GetProperty("interface").GetBoolean())));
    }
}
