using System.Diagnostics;
using System.Globalization;
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

    /// <summary>Prints the medians of the rounds in which one came first, and of those in which the other did.</summary>
    public static void ByOrder(double[] theirs, double[] ours, string their, string our)
    {
        foreach (var (first, rest) in new[] { (their, 0), (our, 1) }.Where(order => order.Item2 < ours.Length))
        {
            var (a, b) = (Median(theirs.Where((_, round) => round % 2 == rest)), Median(ours.Where((_, round) => round % 2 == rest)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first} first: {a:0.00} s and {b:0.00} s, ratio {b / a:0.00}"));
        }
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
