using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenQpp.Law;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>Runs the portal until it is told to stop.</summary>
public static class PortalServer
{
    /// <summary>Builds the portal over a store.</summary>
    /// <param name="database">The store, migrated.</param>
    /// <param name="book">The law of all years.</param>
    /// <param name="demo">Sign-ins of the demonstration world, or none.</param>
    /// <param name="urls">Where to listen, as ASP.NET Core has it.</param>
    /// <param name="clock">The time; null for that of the machine.</param>
    /// <param name="settings">What is set; null for what the configuration says.</param>
    /// <exception cref="PortalSettingsException">Settings are not what they must be.</exception>
    public static WebApplication Build(StoreDatabase database, LawBook book, DemoSignIns demo, string urls, TimeProvider? clock = null, PortalSettings? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls(urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter(SecurityLog.Category, LogLevel.Information);
        if (demo.People.Count > 0)
        {
            // Its keys are gone with its store: that nothing encrypts them is of no interest there, and elsewhere it is.
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        }

        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddPortal(database, book, demo, settings ?? PortalSettings.Of(builder.Configuration));
        return builder.Build().UsePortal();
    }

    /// <summary>The addresses on which a started portal listens.</summary>
    /// <param name="app">The portal.</param>
    public static IReadOnlyList<string> Addresses(WebApplication app) =>
        [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
}
