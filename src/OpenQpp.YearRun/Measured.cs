using System.Diagnostics;

namespace OpenQpp.YearRun;

/// <summary>How long something took.</summary>
/// <param name="Seconds">Seconds on the clock.</param>
/// <param name="ProcessorSeconds">Seconds of processor time of the whole program, all threads: what others do on the machine touches it less.</param>
public sealed record Measured(double Seconds, double ProcessorSeconds)
{
    /// <summary>Does something and measures it.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="took">How long it took.</param>
    public static T Of<T>(Func<T> work, out Measured took)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var result = work();
        took = new(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        return result;
    }
}
