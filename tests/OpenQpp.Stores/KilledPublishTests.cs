using System.Diagnostics;
using OpenQpp.Explanations;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>A publisher that is killed at any moment leaves nothing that is seen, and nothing that stays.</summary>
public sealed class KilledPublishTests
{
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task WhatAKilledPublisherLeavesIsInvisibleAndGoesAway(string kind)
    {
        using var undisturbed = new TestStore(kind);
        PublishedNation.Publish(undisturbed);
        using var store = new TestStore(kind);
        var years = new Years(store.Database);
        var (chance, killed, left) = (new Random(5), 0, 0L);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var process = Start(store.Connection);
            // From the beginning of the run on, at any moment: to begin with early, then later and later.
            var began = Stopwatch.StartNew();
            while (!process.HasExited && store.Count("SELECT COUNT(*) FROM run WHERE state = 'loading'") == 0 && began.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(2, TestContext.Current.CancellationToken);
            }

            await Task.Delay(chance.Next(100 * (attempt + 1)), TestContext.Current.CancellationToken);
            if (!process.HasExited)
            {
                process.Kill();
                killed++;
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            left += store.Count("SELECT COUNT(*) FROM run WHERE state = 'loading'");
            foreach (var run in await years.All(TestContext.Current.CancellationToken))
            {
                Assert.Equal(undisturbed.Count("SELECT COUNT(*) FROM assignment"), store.Count($"SELECT COUNT(*) FROM assignment WHERE run_id = {run.Id}"));
            }
        }

        Assert.True(killed > 0 && left > 0, "the publisher was never killed while it was loading");
        var last = PublishedNation.Publish(store);
        Assert.Equal(0, store.Count("SELECT COUNT(*) FROM run WHERE state <> 'complete'"));
        var runs = await years.All(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, runs.Count).Reverse(), runs.Select(run => run.Version));
        foreach (var table in RunTables.All)
        {
            Assert.Equal(runs.Count * undisturbed.Count($"SELECT COUNT(*) FROM {table}"), store.Count($"SELECT COUNT(*) FROM {table}"));
            Assert.Equal(0, store.Count($"SELECT COUNT(*) FROM {table} WHERE run_id NOT IN (SELECT id FROM run)"));
        }

        Assert.Equal(undisturbed.Count("SELECT COUNT(*) FROM owner"), store.Count("SELECT COUNT(*) FROM owner"));
        Assert.Equal(undisturbed.Count("SELECT SUM(total_percent_e2) FROM assignment"), store.Count($"SELECT SUM(total_percent_e2) FROM assignment WHERE run_id = {last.Run.Id}"));
    }

    private static Process Start(string connection)
    {
        var program = Path.Combine(Root.Folder, "artifacts", "bin", "OpenQpp.Cli", Configuration, "openqpp.dll");
        return Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", "dotnet", program, "year", "publish", PublishedNation.Out, "--in", PublishedNation.In, "--store", connection]))!;
    }
}
