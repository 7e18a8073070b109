using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace OpenQpp.Drills;

/// <summary>
/// The server is killed at random moments: nothing that it answered with success is lost, nothing is half written, sessions go on, and
/// what was not answered can be done again. OPENQPP_DRILLS says how many times each; a few unless said.
/// </summary>
public sealed class KillTests(DrillWorlds worlds)
{
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("OPENQPP_DRILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : 2;

    [Theory]
    [MemberData(nameof(DrillWorld.Kinds), MemberType = typeof(DrillWorld))]
    public Task AReviewRequestWithDocuments(string kind) => Drill(kind, new ReviewRequestDrill());

    [Theory]
    [MemberData(nameof(DrillWorld.Kinds), MemberType = typeof(DrillWorld))]
    public Task AReviewDecision(string kind) => Drill(kind, new ReviewDecisionDrill());

    [Theory]
    [MemberData(nameof(DrillWorld.Kinds), MemberType = typeof(DrillWorld))]
    public Task AnAccessDecision(string kind) => Drill(kind, new AccessDecisionDrill());

    [Theory]
    [MemberData(nameof(DrillWorld.Kinds), MemberType = typeof(DrillWorld))]
    public async Task ARescoring(string kind)
    {
        using var drill = new RescoringDrill();
        await Drill(kind, drill, drill.Stop);
    }

    private async Task Drill(string kind, IDrill drill, Action? alsoKill = null)
    {
        using var world = worlds.Of(kind);
        await world.Server.Start();
        var (usual, chance, unanswered, halfway) = (await Undisturbed(world, drill), new Random(7), 0, 0);
        for (var time = 1; time <= Times; time++)
        {
            await drill.Begin(world, time);
            var act = Answered(drill, world);
            await Task.Delay(usual * chance.NextDouble(), TestContext.Current.CancellationToken);
            alsoKill?.Invoke();
            world.Server.Kill();
            var answered = await act;
            Soundness.Check(world);
            var isDone = await drill.IsDone(world);
            Assert.True(isDone || !answered, $"{drill.Name} was answered with success and is lost");
            unanswered += answered ? 0 : 1;
            halfway += isDone && !answered ? 1 : 0;
            await world.Server.Start();
            if (!isDone)
            {
                Assert.True(await drill.Act(world), $"{drill.Name} cannot be done again");
                Assert.True(await drill.IsDone(world));
                Soundness.Check(world);
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{drill.Name}, {kind}: {Times} kills within {usual.TotalMilliseconds:0} ms, {unanswered} without an answer, {halfway} of them done all the same");
        Assert.True(unanswered > 0 || Times < 10, "the server was never killed before it answered");
    }

    /// <summary>How long it takes when nobody is killed; the second time, for the first is slower.</summary>
    private static async Task<TimeSpan> Undisturbed(DrillWorld world, IDrill drill)
    {
        var watch = new Stopwatch();
        foreach (var time in (int[])[-1, 0])
        {
            await drill.Begin(world, time);
            watch.Restart();
            Assert.True(await drill.Act(world));
            watch.Stop();
            Assert.True(await drill.IsDone(world));
            Soundness.Check(world);
        }

        return watch.Elapsed;
    }

    private static async Task<bool> Answered(IDrill drill, DrillWorld world)
    {
        try
        {
            return await drill.Act(world);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
