using System.Diagnostics;

namespace OpenQpp.Benchmarks;

/// <summary>The time from the call of the script to its end, freshness check included.</summary>
internal static class StartUp
{
    private const int Times = 15;

    public static void Measure(string script)
    {
        Once(script);
        Console.WriteLine($"./openqpp adjustment, machine otherwise idle: {Median(script):0} ms");
        using var stop = new CancellationTokenSource();
        var busy = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() => Spin(stop.Token)) { IsBackground = true }).ToList();
        busy.ForEach(thread => thread.Start());
        Console.WriteLine($"./openqpp adjustment, every core busy: {Median(script):0} ms");
        stop.Cancel();
        busy.ForEach(thread => thread.Join());
    }

    private static double Median(string script) => Enumerable.Range(0, Times).Select(_ => Once(script)).Order().ElementAt(Times / 2);

    private static double Once(string script)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(script, ["adjustment", "--year", "2024", "--score", "80"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException("The script failed.");
    }

    private static void Spin(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Thread.SpinWait(1000);
        }
    }
}
