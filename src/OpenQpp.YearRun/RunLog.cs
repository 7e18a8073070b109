using System.Diagnostics;
using System.Text.Json;

namespace OpenQpp.YearRun;

/// <summary>run.log: when what was done, how fast, with how much memory. The only output with times in it; never with a TIN or an NPI.</summary>
internal sealed class RunLog(string path)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan last;

    /// <summary>A step is done.</summary>
    /// <param name="step">The step.</param>
    /// <param name="count">How much was done.</param>
    /// <param name="unit">What was counted.</param>
    public void Step(string step, long count, string unit)
    {
        var (now, took) = (watch.Elapsed, (watch.Elapsed - last).TotalSeconds);
        last = now;
        Write(step, json =>
        {
            json.WriteNumber("seconds", Math.Round(took, 3));
            json.WriteNumber("secondsSinceStart", Math.Round(now.TotalSeconds, 3));
            json.WriteNumber(unit, count);
            json.WriteNumber("aSecond", Math.Round(count / Math.Max(took, 0.001)));
            json.WriteNumber("collectingSeconds", Math.Round(GC.GetTotalPauseDuration().TotalSeconds, 3));
            json.WriteNumber("allocatedMiB", GC.GetTotalAllocatedBytes() >> 20);
            json.WriteNumber("processorSeconds", Math.Round(Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds, 3));
            json.WriteNumber("memoryMiB", Process.GetCurrentProcess().WorkingSet64 >> 20);
            json.WriteNumber("memoryAtMostMiB", Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
        });
    }

    /// <summary>A line.</summary>
    /// <param name="what">What happened.</param>
    /// <param name="write">Writes what is to be known of it.</param>
    public void Write(string what, Action<Utf8JsonWriter> write)
    {
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("time", TimeProvider.System.GetUtcNow());
            json.WriteString("event", what);
            write(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }
}
