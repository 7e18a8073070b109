using System.Diagnostics;
using System.Text.Json;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.Browser;

/// <summary>The Nu HTML checker finds no error in any page, as the server sends it.</summary>
public sealed class CheckerTests(Chromium chromium)
{
    private const string Absent = "The Nu HTML checker is not here: './.ci/run' fetches it into artifacts/browser-tools; it needs Java 17.";

    private static readonly string Jar = Path.Combine(Root.Folder, "artifacts", "browser-tools", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    private static bool HasJava => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "java")));

    [Fact]
    public void NoPageHasAnError()
    {
        var isThere = File.Exists(Jar) && HasJava;
        Assert.SkipUnless(isThere || Required.Everything, Absent);
        Assert.True(isThere, Absent);
        var folder = Directory.CreateTempSubdirectory("openqpp-pages-").FullName;
        try
        {
            var pages = chromium.Inventory.Distinct;
            for (var place = 0; place < pages.Count; place++)
            {
                File.WriteAllText(Path.Combine(folder, $"{place:D3}.html"), pages[place].Html);
            }

            Chromium.None([.. ErrorsIn(folder).Select(error => $"{pages[error.Page]}: {error.Text}").Distinct()]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<(int Page, string Text)> ErrorsIn(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("java", ["-jar", Jar, "--errors-only", "--format", "json", .. Directory.GetFiles(folder)]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        using var said = JsonDocument.Parse(process.StandardError.ReadToEnd());
        process.WaitForExit();
        return
        [
            .. from message in said.RootElement.GetProperty("messages").EnumerateArray()
               where message.GetProperty("type").GetString() == "error"
               select (
                   int.Parse(Path.GetFileNameWithoutExtension(message.GetProperty("url").GetString()!), System.Globalization.CultureInfo.InvariantCulture),
                   $"{message.GetProperty("message").GetString()} {(message.TryGetProperty("extract", out var extract) ? extract.GetString()!.ReplaceLineEndings(" ") : "")}"),
        ];
    }
}
