using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>A PostgreSQL server of these tests, in a folder of its own and on a free port, begun when it is first needed and gone at the end.</summary>
public sealed class PostgreSqlServer : IDisposable
{
    private const string User = "postgres";

    private static readonly Lock Starting = new();

    private static string? folder;
    private static int port;
    private static int databases;

    public PostgreSqlServer() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();

    /// <summary>The connection to a new database without tables. Without a server the test is skipped, or fails where every test must run.</summary>
    public static string NewDatabase()
    {
        lock (Starting)
        {
            if (folder is null)
            {
                Start();
            }

            var name = $"test_{++databases}";
            using var connection = new NpgsqlConnection(Connection(User) + ";Pooling=false");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"CREATE DATABASE {name}";
            command.ExecuteNonQuery();
            return Connection(name);
        }
    }

    public void Dispose() => Stop();

    private static string Connection(string database) => $"Host=127.0.0.1;Port={port};Database={database};Username={User}";

    private static void Start()
    {
        if (Find("initdb") is not { } initdb || Find("pg_ctl") is not { } control)
        {
            const string Absent = "PostgreSQL is not here: install its server, with initdb and pg_ctl on PATH or below /usr/lib/postgresql";
            Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("OPENQPP_TESTS"), "all", StringComparison.Ordinal), Absent);
            Assert.Fail(Absent);
            return;
        }

        var made = Directory.CreateTempSubdirectory("openqpp-postgresql-").FullName;
        if (IsRoot)
        {
            // The server refuses to run as root.
            Run("chown", User, made);
        }

        port = FreePort();
        var data = Path.Combine(made, "data");
        RunAsUser(initdb, "-D", data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C");
        RunAsUser(
            control, "-D", data, "-w", "-l", Path.Combine(made, "log"), "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={made} -c fsync=off -c synchronous_commit=off -c full_page_writes=off", "start");
        folder = made;
    }

    private static void Stop()
    {
        lock (Starting)
        {
            if (folder is null)
            {
                return;
            }

            NpgsqlConnection.ClearAllPools();
            RunAsUser(Find("pg_ctl")!, "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
            folder = null;
        }
    }

    private static bool IsRoot => Environment.UserName is "root";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Find(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")) : [];
        return folders.Concat(installed).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }

    private static void RunAsUser(string program, params string[] arguments)
    {
        if (IsRoot)
        {
            Run("runuser", ["-u", User, "--", program, .. arguments]);
        }
        else
        {
            Run(program, arguments);
        }
    }

    /// <summary>What a program says goes nowhere: the server would hold a pipe open.</summary>
    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)} ended with {process.ExitCode}");
    }
}
