using System.ComponentModel;
using System.Diagnostics;

namespace OpenQpp.DuckDb;

/// <summary>Fetches the library by npm, which holds it to the checksum of the lock file.</summary>
public static class AnalyticsInstallation
{
    private static readonly string[] Files = ["package.json", "package-lock.json", ".npmrc"];

    /// <summary>Installs the library into <see cref="AnalyticsLibrary.Folder"/>.</summary>
    /// <returns>What is wrong and what to do; null where it is installed.</returns>
    public static string? Install()
    {
        var folder = AnalyticsLibrary.Folder;
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var name in Files)
            {
                using var source = typeof(AnalyticsInstallation).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"'{name}' is not in the program.");
                using var file = File.Create(Path.Combine(folder, name));
                source.CopyTo(file);
            }

            return Fetch(folder) ? null : "npm could not fetch the library. It needs a network, and Linux on x64. " + Otherwise;
        }
        catch (Win32Exception)
        {
            return "npm is needed to fetch the library. Install it. " + Otherwise;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "The folder of the library cannot be written. Check its permissions. " + Otherwise;
        }
    }

    private const string Otherwise = "Or name the library (libduckdb, version 1.5) in " + AnalyticsLibrary.Variable + ".";

    private static bool Fetch(string folder)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent", "--ignore-scripts"]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode == 0;
    }
}
