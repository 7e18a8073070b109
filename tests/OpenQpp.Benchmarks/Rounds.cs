using System.Diagnostics;
using OpenQpp.Files;

namespace OpenQpp.Benchmarks;

/// <summary>What one action costs.</summary>
/// <param name="Microseconds">Median over the rounds.</param>
/// <param name="Spread">Slowest round over the fastest.</param>
/// <param name="Kilobytes">Allocated each time.</param>
internal sealed record Cost(double Microseconds, double Spread, double Kilobytes);

/// <summary>Measures in rounds that take turns, so that what disturbs one disturbs the other.</summary>
internal static class Rounds
{
    private const int Count = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.6);

    public static (Cost A, Cost B) Compare(Action a, Action b)
    {
        Run(a, WarmUp);
        Run(b, WarmUp);
        var (roundsA, roundsB) = (new double[Count], new double[Count]);
        for (var round = 0; round < Count; round++)
        {
            roundsA[round] = Run(a, Round);
            roundsB[round] = Run(b, Round);
        }

        return (CostOf(roundsA, a), CostOf(roundsB, b));
    }

    public static double Throughput(byte[][] cases, CaseScorer scorer, int threads)
    {
        double Once()
        {
            long done = 0;
            var watch = Stopwatch.StartNew();
            Parallel.For(0, threads, new() { MaxDegreeOfParallelism = threads }, _ =>
            {
                long mine = 0;
                while (watch.Elapsed < Round * 2)
                {
                    scorer.Score(cases[mine % cases.Length]);
                    mine++;
                }

                Interlocked.Add(ref done, mine);
            });
            return done / watch.Elapsed.TotalSeconds;
        }

        Once();
        return Enumerable.Range(0, Count).Select(_ => Once()).Order().ElementAt(Count / 2);
    }

    private static double Run(Action action, TimeSpan time)
    {
        var (watch, times) = (Stopwatch.StartNew(), 0L);
        do
        {
            action();
            times++;
        }
        while (watch.Elapsed < time);
        return watch.Elapsed.TotalMicroseconds / times;
    }

    private static Cost CostOf(double[] rounds, Action action)
    {
        Array.Sort(rounds);
        var before = GC.GetAllocatedBytesForCurrentThread();
        const int Times = 100;
        for (var time = 0; time < Times; time++)
        {
            action();
        }

        return new(rounds[Count / 2], rounds[^1] / rounds[0], (GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0 / Times);
    }
}
