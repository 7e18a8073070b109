using System.Diagnostics;
using System.Globalization;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Drills;

/// <summary>A corrected version of a year is published beside the server, which goes on answering; both are killed.</summary>
internal sealed class RescoringDrill : IDrill, IDisposable
{
    private Process? publisher;
    private long before;
    private long rows;

    public string Name => "a re-scoring, and the publication of a year";

    public async Task Begin(DrillWorld world, int time) => before = (await Current(world)).Version;

    public async Task<bool> Act(DrillWorld world)
    {
        var released = DateTimeOffset.UtcNow.AddMinutes(-1).ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture);
        var own = publisher = Programs.OpenQpp(
            world.At("publish.log"), null, "year", "publish", world.Shared.Out, "--in", world.Shared.In, "--store", world.Connection, "--scores-at", released, "--adjustments-at", released, "--note", "after a targeted review");
        var session = await world.As("reviewer");
        while (!own.HasExited)
        {
            // The version is the former or the new one, and the page is there.
            using var answer = await session.Get("/review-queue");
            answer.EnsureSuccessStatusCode();
            await Task.Delay(10);
        }

        return own.ExitCode == 0;
    }

    public async Task<bool> IsDone(DrillWorld world)
    {
        Stop();
        var current = await Current(world);
        if (current.Version == before)
        {
            return false;
        }

        // All of it is there, as much as every time.
        var held = world.Count($"SELECT (SELECT COUNT(*) FROM assignment WHERE run_id = {current.Id}) + (SELECT COUNT(*) FROM result WHERE run_id = {current.Id}) + (SELECT COUNT(*) FROM eligibility WHERE run_id = {current.Id})");
        rows = rows == 0 ? held : rows;
        Assert.Equal(rows, held);
        return true;
    }

    /// <summary>Ends the publisher at once. It is looked at afterwards still.</summary>
    public void Stop()
    {
        if (publisher is { HasExited: false } running)
        {
            running.Kill();
            running.WaitForExit();
        }
    }

    public void Dispose()
    {
        Stop();
        publisher?.Dispose();
    }

    private static async Task<PublishedRun> Current(DrillWorld world) => (await world.Store.Years.Current(new(DrillWorlds.Year), ReleaseKind.Scores, DateTimeOffset.UtcNow))!;
}
