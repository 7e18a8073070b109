using System.Diagnostics;
using System.Net;

namespace OpenQpp.Benchmarks;

/// <summary>
/// Requests at a fixed rate, whether or not those before were answered. The time of each counts from the moment at which it was due to
/// the last byte of its answer, so that waiting is not hidden.
/// </summary>
internal static class OpenLoop
{
    /// <summary>Drives, and prints a line of figures.</summary>
    /// <param name="name">What is asked.</param>
    /// <param name="perSecond">Requests a second.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="server">The server.</param>
    /// <param name="ask">Sends request number n.</param>
    public static async Task Drive(string name, double perSecond, double seconds, Process server, Func<int, Task<HttpResponseMessage>> ask)
    {
        await Once(perSecond, Math.Min(seconds, Math.Max(5, 10 / perSecond)), ask);
        server.Refresh();
        var before = server.TotalProcessorTime;
        var (times, errors, bytes, elapsed) = await Once(perSecond, seconds, ask);
        server.Refresh();
        var processor = (server.TotalProcessorTime - before).TotalMilliseconds / times.Length;
        Array.Sort(times);
        Console.WriteLine(
            $"{name,-44} {perSecond,6:0.#} {times.Length / elapsed,8:0.0} {At(times, 0.5),9:0.0} {At(times, 0.9),9:0.0} {At(times, 0.99),9:0.0} {times[^1],9:0.0} {processor,8:0.0} {errors,6} {bytes / Math.Max(1, times.Length) / 1024,8:#,##0} {server.PeakWorkingSet64 >> 20,8:#,##0}");
    }

    /// <summary>The head of the lines.</summary>
    public static string Head => $"{"what",-44} {"due/s",6} {"done/s",8} {"p50 ms",9} {"p90 ms",9} {"p99 ms",9} {"max ms",9} {"CPU ms",8} {"errors",6} {"KiB",8} {"peak MiB",8}";

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * share) - 1)];

    private static async Task<(double[] Times, int Errors, long Bytes, double Seconds)> Once(double perSecond, double seconds, Func<int, Task<HttpResponseMessage>> ask)
    {
        var count = Math.Max(1, (int)(perSecond * seconds));
        var (times, running, errors, bytes) = (new double[count], new Task[count], 0, 0L);
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < count; number++)
        {
            var due = TimeSpan.FromSeconds(number / perSecond);
            for (var early = due - watch.Elapsed; early > TimeSpan.Zero; early = due - watch.Elapsed)
            {
                await Task.Delay(early);
            }

            var own = number;
            running[number] = Task.Run(async () =>
            {
                try
                {
                    using var answer = await ask(own);
                    var length = await Drain(answer);
                    Interlocked.Add(ref bytes, length);
                    if (answer.StatusCode != HttpStatusCode.OK)
                    {
                        Interlocked.Increment(ref errors);
                    }
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref errors);
                }

                times[own] = (watch.Elapsed - due).TotalMilliseconds;
            });
        }

        await Task.WhenAll(running);
        return (times, errors, bytes, watch.Elapsed.TotalSeconds);
    }

    private static async Task<long> Drain(HttpResponseMessage answer)
    {
        var (buffer, length) = (new byte[64 * 1024], 0L);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        for (var read = await stream.ReadAsync(buffer); read > 0; read = await stream.ReadAsync(buffer))
        {
            length += read;
        }

        return length;
    }
}
