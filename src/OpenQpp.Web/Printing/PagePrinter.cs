using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace OpenQpp.Web;

/// <summary>
/// Makes tagged PDF files of pages by a Chromium of this machine, one at a time. The setting <c>Portal:Chromium</c> names the program,
/// or says <c>none</c>; without it the usual places are looked at. Chromium gets the page as a file, no network and no script, and of
/// the environment only what it needs.
/// </summary>
/// <param name="configuration">The settings of the portal.</param>
public sealed class PagePrinter(IConfiguration configuration) : IDisposable
{
    private const string None = "none";
    private const int MostWaiting = 4;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

    private static readonly string[] Arguments =
    [
        "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
    ];

    private readonly string? program = configuration["Portal:Chromium"] switch
    {
        null or "" => Array.Find(UsualPlaces, File.Exists),
        None => null,
        var named => named,
    };

    private readonly SemaphoreSlim turn = new(1);
    private int waiting;

    /// <summary>There is a Chromium: pages offer a PDF.</summary>
    public bool IsThere => program is not null;

    /// <summary>The PDF of a page.</summary>
    /// <param name="html">The page, complete.</param>
    /// <param name="origin">Where its links lead, for example <c>https://portal.example</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The bytes; null where too many wait already, or Chromium does not come to an end.</returns>
    public async Task<byte[]?> Print(string html, string origin, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > MostWaiting)
            {
                return null;
            }

            await turn.WaitAsync(cancellation);
            try
            {
                return await PrintNow(html, origin, cancellation);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<byte[]?> PrintNow(string html, string origin, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("openqpp-print-").FullName;
        try
        {
            PrintedPage.Write(folder, html, origin);
            var output = Path.Combine(folder, "page.pdf");
            await Run(folder, output, cancellation);
            return File.Exists(output) ? await File.ReadAllBytesAsync(output, cancellation) : null;
        }
        finally
        {
            Remove(folder);
        }
    }

    private async Task Run(string folder, string output, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program!, [.. Arguments, .. Environment.IsPrivilegedProcess ? (string[])["--no-sandbox"] : [], $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={output}", PrintedPage.AddressIn(folder)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        // Not the settings of the portal: they may hold secrets.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = folder;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(MostTime);
        try
        {
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            await said;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Time is up: what there is of a file is not complete.
            File.Delete(output);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>A process of Chromium may still write into its profile for a moment.</summary>
    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(200));
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // The system's own cleaning of temporary files takes it; only the owner can read it.
            }
        }
    }
}
