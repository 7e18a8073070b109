using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OpenQpp.Web;

/// <summary>All routes of the portal.</summary>
public static class PortalMap
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        AssetRoutes.Map(routes);
        SignInRoutes.Map(routes);
        ProviderRoutes.Map(routes);
        InvitationRoutes.Map(routes);
        PasskeyRoutes.Map(routes);
        HomeRoutes.Map(routes);
        AcknowledgementRoutes.Map(routes);
        FeedbackRoutes.Map(routes);
        WhatIfRoutes.Map(routes);
        ListRoutes.Map(routes);
        DownloadRoutes.Map(routes);
        EligibilityRoutes.Map(routes);
        AccessRoutes.Map(routes);
        ReviewRoutes.Map(routes);
        ReviewQueueRoutes.Map(routes);
        RegistrationRoutes.Map(routes);
        ExceptionRoutes.Map(routes);
        ReportRoutes.Map(routes);
        MeasureReportRoutes.Map(routes);
        ServicesRoutes.Map(routes);
        PreviewRoutes.Map(routes);
        DashboardRoutes.Map(routes);
        YearInterfaceRoutes.Map(routes);
        RemittanceRoutes.Map(routes);
        AccountRoutes.Map(routes);
        SecondFactorRoutes.Map(routes);
        AccountDataRoutes.Map(routes);
    }

    /// <summary>Every route with what it declares, by pattern; nothing is started for it.</summary>
    public static IReadOnlyList<(string Pattern, RouteResource Declared)> Declared()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddScoped<PortalGate>();
        var app = builder.Build();
        Map(app);
        return Declared(app);
    }

    /// <summary>Every route with what it declares, by pattern.</summary>
    /// <param name="routes">Where the routes are.</param>
    public static IReadOnlyList<(string Pattern, RouteResource Declared)> Declared(IEndpointRouteBuilder routes) =>
    [
        .. (from endpoint in routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            let declared = endpoint.Metadata.GetMetadata<RouteResource>()
            where declared is not null
            let pattern = endpoint.RoutePattern.RawText ?? ""
            select (Pattern: pattern, Declared: declared)).OrderBy(route => route.Pattern, StringComparer.Ordinal).ThenBy(route => route.Declared.Method, StringComparer.Ordinal),
    ];

    /// <summary>A route without a resource of the access matrix must not exist.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    internal static void RequireResources(IEndpointRouteBuilder routes)
    {
        foreach (var endpoint in routes.DataSources.SelectMany(source => source.Endpoints))
        {
            var declared = endpoint.Metadata.GetMetadata<RouteResource>();
            if (endpoint.Metadata.GetMetadata<PublicRoute>() is null && (declared is null || !Access.Matrix.Knows(declared.Resource, declared.Kind)))
            {
                throw new InvalidOperationException($"The route '{endpoint.DisplayName}' declares no resource of the access matrix.");
            }
        }
    }
}
