using System.Diagnostics;
using OpenQpp.Vocabulary;

namespace OpenQpp.Benchmarks;

/// <summary>How long something takes.</summary>
internal static class Clock
{
    /// <summary>The median.</summary>
    public static double Median(IEnumerable<double> seconds) => seconds.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    /// <summary>Time on the clock, and of all processors together, which a busy machine disturbs less.</summary>
    public static (double Wall, double Cpu) Timed(Action action)
    {
        GC.Collect();
        var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        action();
        return (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }

    /// <summary>Goes on only where nothing is wrong.</summary>
    public static void Check(ProblemList problems)
    {
        if (!problems.IsEmpty)
        {
            throw new InvalidOperationException(string.Join('\n', problems.Found));
        }
    }
}
