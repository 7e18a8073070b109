using System.Diagnostics;
using OpenQpp.Explanations;

namespace OpenQpp.Drills;

/// <summary>The programs that were built together with these tests.</summary>
internal static class Programs
{
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>The folder of a program.</summary>
    public static string Folder(string project) => Path.Combine(Root.Folder, "artifacts", "bin", project, Configuration);

    /// <summary>Starts <c>openqpp</c>; what it says goes into a file.</summary>
    public static Process OpenQpp(string log, string? law, params string[] arguments) => Start(log, law, [Path.Combine(Folder("OpenQpp.Cli"), "openqpp.dll"), .. arguments]);

    /// <summary>Packs the law of a folder.</summary>
    public static void PackLaw(string law, string pack, string log)
    {
        using var process = Start(log, null, [Path.Combine(Folder("OpenQpp.LawPacker"), "OpenQpp.LawPacker.dll"), law, Path.Combine(Root.Folder, "tests", "scenarios"), pack]);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(File.ReadAllText(log));
        }
    }

    private static Process Start(string log, string? law, string[] arguments)
    {
        // The shell is replaced by the program: what is killed is the program itself.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", log, "dotnet", .. arguments]) { UseShellExecute = false };
        // The people of the drills have passwords alone.
        start.Environment["Portal__SecondFactorForAdministration"] = "false";
        if (law is not null)
        {
            start.Environment["OPENQPP_LAW"] = law;
        }

        return Process.Start(start)!;
    }
}
