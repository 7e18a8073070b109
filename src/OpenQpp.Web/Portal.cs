using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenQpp.Law;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>The portal: pages, files and interfaces over a store.</summary>
public static class Portal
{
    private const int AttemptsAMinute = 20;

    /// <summary>Registers what the portal needs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="database">The store, migrated.</param>
    /// <param name="book">The law of all years.</param>
    /// <param name="demo">Sign-ins of the demonstration world, or none.</param>
    public static IServiceCollection AddPortal(this IServiceCollection services, StoreDatabase database, LawBook book, DemoSignIns demo)
    {
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
        services.AddScoped<Visitor>();
        services.AddScoped<PortalGate>();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "openqpp-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        PortalSignIn.Add(services, database);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsLimited(http.Request)
                ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = AttemptsAMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
        return services;
    }

    /// <summary>Sets up the portal's middleware and routes.</summary>
    /// <param name="app">The application.</param>
    /// <exception cref="InvalidOperationException">A route declares no resource of the access matrix.</exception>
    public static WebApplication UsePortal(this WebApplication app)
    {
        app.UseMiddleware<PortalHeaders>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAntiforgery();
        PortalMap.Map(app);
        PortalMap.RequireResources(app);
        app.MapFallback(() => NotFoundPage.Result).WithMetadata(new PublicRoute());
        return app;
    }

    private static bool IsLimited(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && (request.Path.StartsWithSegments("/sign-in", StringComparison.Ordinal) || request.Path.StartsWithSegments("/lookup", StringComparison.Ordinal));
}
