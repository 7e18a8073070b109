using System.Diagnostics;
using System.Globalization;

namespace OpenQpp.YearRun;

/// <summary>Tells how far a run is, how fast and how long it will take. Nothing of it reaches an output.</summary>
/// <param name="tell">Takes one line of text; null where nobody listens.</param>
public sealed class Progress(Action<string>? tell)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock telling = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan told;
    private string step = "";
    private string unit = "";
    private long total;
    private long done;

    /// <summary>Begins a step.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="all">How much there is to do; 0 where that is not known.</param>
    /// <param name="of">What is counted.</param>
    public void Begin(string name, long all, string of)
    {
        lock (telling)
        {
            (step, total, unit, done) = (name, all, of, 0);
            watch.Restart();
            told = TimeSpan.Zero;
        }
    }

    /// <summary>More was done.</summary>
    /// <param name="more">How much.</param>
    public void Add(long more)
    {
        var now = Interlocked.Add(ref done, more);
        if (tell is not null && watch.Elapsed - told > Pause)
        {
            lock (telling)
            {
                if (watch.Elapsed - told > Pause)
                {
                    told = watch.Elapsed;
                    tell(Text(now));
                }
            }
        }
    }

    private string Text(long now)
    {
        var rate = now / Math.Max(watch.Elapsed.TotalSeconds, 0.001);
        var left = total > now && rate > 0 ? string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds((total - now) / rate):h\\:mm\\:ss} left") : "";
        return total > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{step}: {now:N0} of {total:N0} {unit}, {rate:N0} a second{left}")
            : string.Create(CultureInfo.InvariantCulture, $"{step}: {now:N0} {unit}, {rate:N0} a second");
    }
}
