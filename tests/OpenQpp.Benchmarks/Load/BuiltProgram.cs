using System.Diagnostics;

namespace OpenQpp.Benchmarks;

/// <summary>The program that was built together with the benchmarks, as a process of its own.</summary>
internal static class BuiltProgram
{
    /// <summary>What the last command said.</summary>
    private static readonly string Log = Path.Combine(Path.GetTempPath(), "openqpp-load.log");

    /// <summary>Runs a command to its end, and tells how long it took and how much memory.</summary>
    public static void Run(string root, params string[] arguments)
    {
        var (watch, peak) = (Stopwatch.StartNew(), 0L);
        using var process = Start(root, arguments);
        while (!process.WaitForExit(200))
        {
            process.Refresh();
            peak = process.HasExited ? peak : Math.Max(peak, process.PeakWorkingSet64);
        }

        Console.WriteLine($"{string.Join(' ', arguments.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal) && !word.Contains('/', StringComparison.Ordinal))),-24} {watch.Elapsed.TotalSeconds,8:0.0} s {peak >> 20,8:#,##0} MiB");
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"openqpp {arguments[0]} {arguments[1]} ended with {process.ExitCode}: {File.ReadAllText(Log)}");
        }
    }

    /// <summary>Starts a command. One person may ask as often as it takes: a few stand for many.</summary>
    public static Process Start(string root, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >\"$log\" 2>&1", "sh", Log, "dotnet", Path.Combine(root, "artifacts", "bin", "OpenQpp.Cli", "release", "openqpp.dll"), .. arguments]) { UseShellExecute = false, Environment = { ["Portal__RequestsAMinute"] = "1000000" } })!;
}
