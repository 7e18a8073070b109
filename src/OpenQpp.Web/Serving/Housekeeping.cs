using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>What is done beside the requests: sessions and codes whose time has passed are deleted, the audit log is sealed, and cut where that is set.</summary>
/// <param name="store">The store.</param>
/// <param name="settings">The settings.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">The log.</param>
internal sealed partial class Housekeeping(PortalStore store, PortalSettings settings, TimeProvider clock, ILogger<SecurityLog> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    /// <summary>Does it once.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task Tidy(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await store.Sessions.EndOld(now - SessionDesk.Longest, now - SessionDesk.Idle, cancellation);
        await store.Invitations.DeleteOld(now, cancellation);
        if (await store.AuditSeals.Seal(now, cancellation) is { } seal)
        {
            Sealed(seal.ThroughId, seal.Hash);
        }

        if (settings.AuditYears is { } years)
        {
            await store.AuditSeals.DeleteOld(now.AddYears(-years), cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Tidy(stoppingToken);
            }
            catch (Exception fault) when (fault is System.Data.Common.DbException or StoreException or TimeoutException)
            {
                NotDone(fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(10, LogLevel.Information, "audit sealed through {Row}: {Hash}")]
    private partial void Sealed(long row, string hash);

    [LoggerMessage(11, LogLevel.Warning, "housekeeping not done: {Fault}")]
    private partial void NotDone(string fault);
}
