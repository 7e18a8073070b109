using System.Diagnostics;
using OpenQpp.Explanations;

namespace OpenQpp.NationalRuns;

/// <summary>The program that was built together with these tests.</summary>
internal static class BuiltProgram
{
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>Starts <c>openqpp year run</c>.</summary>
    public static Process Start(params string[] arguments)
    {
        var program = Path.Combine(Root.Folder, "artifacts", "bin", "OpenQpp.Cli", Configuration, "openqpp.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, "year", "run", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
    }

    /// <summary>Runs <c>openqpp year run</c> to its end.</summary>
    public static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
