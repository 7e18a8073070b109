using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenQpp.Law;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>The portal: pages, files and interfaces over a store.</summary>
public static class Portal
{
    /// <summary>Registers what the portal needs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="database">The store, migrated.</param>
    /// <param name="book">The law of all years.</param>
    /// <param name="demo">Sign-ins of the demonstration world, or none.</param>
    /// <param name="settings">What whoever runs the portal has set.</param>
    public static IServiceCollection AddPortal(this IServiceCollection services, StoreDatabase database, LawBook book, DemoSignIns demo, PortalSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<RequestCounts>();
        services.AddSingleton<Housekeeping>();
        services.AddHostedService(provider => provider.GetRequiredService<Housekeeping>());
        services.AddSingleton(database);
        services.AddSingleton(book);
        services.AddSingleton(demo);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PortalStore>();
        services.AddSingleton<Rescoring>();
        services.AddSingleton<FeedbackReader>();
        services.AddSingleton<PagePrinter>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<RegistrationDesk>();
        services.AddSingleton<RegistryDesk>();
        services.AddSingleton<RemittanceDesk>();
        services.AddScoped<Visitor>();
        services.AddScoped<PortalGate>();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = PortalSignIn.CookieName(settings, "openqpp-form");
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = PortalSignIn.Secure(settings);
        });
        PortalSignIn.Add(services, database, settings);
        return services;
    }

    /// <summary>Sets up the portal's middleware and routes.</summary>
    /// <param name="app">The application.</param>
    /// <exception cref="InvalidOperationException">A route declares no resource of the access matrix.</exception>
    public static WebApplication UsePortal(this WebApplication app)
    {
        if (app.Services.GetRequiredService<PortalSettings>().TrustedProxies is { Count: > 0 } proxies)
        {
            app.UseForwardedHeaders(Forwarded(proxies));
        }

        app.UseMiddleware<PortalHeaders>();
        app.UseMiddleware<LastResort>();
        app.UseMiddleware<AttemptLimit>();
        app.UseAuthentication();
        app.UseAntiforgery();
        PortalMap.Map(app);
        PortalMap.RequireResources(app);
        app.MapFallback(() => NotFoundPage.Result).WithMetadata(new PublicRoute());
        return app;
    }

    /// <summary>The address of who asks and the scheme, from these proxies alone; one proxy stands before the portal.</summary>
    private static ForwardedHeadersOptions Forwarded(IReadOnlyList<IPAddress> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownProxies.Add(proxy);
        }

        return options;
    }
}
