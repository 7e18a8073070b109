using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpenQpp.Drills;

/// <summary>The real server as a process of its own, on a port that it keeps when it is started again.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string connection;
    private readonly string law;
    private readonly string log;
    private Process? process;

    public ServerProcess(string connection, string law, string log)
    {
        (this.connection, this.law, this.log, Port) = (connection, law, log, FreePort());
    }

    /// <summary>The port on which it listens.</summary>
    public int Port { get; }

    /// <summary>Where it listens.</summary>
    public Uri Base => new($"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The most memory that it took, in bytes.</summary>
    public long PeakMemory => process?.PeakWorkingSet64 ?? 0;

    /// <summary>Starts it, and waits until it says that it is ready.</summary>
    public async Task Start()
    {
        process = Programs.OpenQpp(log, law, "serve", "--store", connection, "--urls", Base.OriginalString);
        using var client = new HttpClient { BaseAddress = Base };
        var began = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/health");
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            if (process.HasExited || began.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The server did not start: {File.ReadAllText(log)}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Ends it at once, without a word: SIGKILL.</summary>
    public void Kill()
    {
        if (process is { } running)
        {
            running.Kill();
            running.WaitForExit();
            running.Dispose();
            process = null;
        }
    }

    public void Dispose() => Kill();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
