using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.Drills;

/// <summary>A Slurm of two nodes on this machine, in a folder of its own and on free ports. Everything that it started ends with it.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private const int MemoryOfNode = 2000;

    private static readonly string[] Needed = ["munged", "munge", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Process> daemons = new(StringComparer.Ordinal);

    /// <summary>Begins a cluster. Without its programs the test is skipped, or fails where every test must run.</summary>
    public SlurmCluster()
    {
        if (Needed.Where(name => Find(name) is null).ToArray() is { Length: > 0 } absent)
        {
            var says = $"Slurm is not here ({string.Join(", ", absent)}): apt-get install munge slurm-wlm";
            Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("OPENQPP_TESTS"), "all", StringComparison.Ordinal), says);
            Assert.Fail(says);
        }

        Folder = Directory.CreateTempSubdirectory("openqpp-slurm-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        try
        {
            Start();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The folder, which all nodes have.</summary>
    public string Folder { get; }

    /// <summary>Runs a program and waits for its end.</summary>
    /// <returns>What it said on its output.</returns>
    public string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program) ?? program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        Provide(start);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)}: {output}{error.Result}");
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task Until(Func<bool> isSo, TimeSpan patience, Func<string> says)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(clock.Elapsed < patience, says());
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until no job is left.</summary>
    public Task UntilNoJob(TimeSpan patience) =>
        Until(() => Run("squeue", "--noheader").Trim().Length == 0, patience, () => $"{Run("squeue")}\n{Run("sinfo")}\n{Logs()}");

    /// <summary>What the jobs of a folder said.</summary>
    public string Logs() => string.Concat(Directory.GetFiles(Folder, "*.log", SearchOption.AllDirectories).Where(file => file.Contains("logs", StringComparison.Ordinal)).Select(file => $"{Path.GetFileName(file)}: {File.ReadAllText(file)}\n"));

    /// <summary>A node dies: its daemon, and the one that watches over a job's task. What the task itself began goes on.</summary>
    /// <param name="node">The node.</param>
    /// <param name="watcher">The process that watches over the task.</param>
    public void Kill(string node, int watcher)
    {
        daemons[node].Kill();
        using var step = Process.GetProcessById(watcher);
        step.Kill();
    }

    public void Dispose()
    {
        Stop();
        for (var attempt = 0; Directory.Exists(Folder) && attempt < 20; attempt++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Append("/sbin").Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private string At(string name) => Path.Combine(Folder, name);

    private void Provide(ProcessStartInfo start)
    {
        start.Environment["SLURM_CONF"] = At("slurm.conf");
        start.Environment["OPENQPP_SOURCE"] = Root.Folder;
    }

    private void Start()
    {
        File.WriteAllBytes(At("key"), [.. Guid.NewGuid().ToByteArray(), .. Guid.NewGuid().ToByteArray(), .. Guid.NewGuid().ToByteArray()]);
        Run("chmod", "400", At("key"));
        foreach (var folder in (string[])["state", "spool-n1", "spool-n2"])
        {
            Directory.CreateDirectory(At(folder));
        }

        File.WriteAllText(At("slurm.conf"), Settings());
        // The socket and the key are its own: a munge of the machine is not asked.
        Daemon("munged", "--foreground", "--force", $"--key-file={At("key")}", $"--socket={At("socket")}", $"--pid-file={At("munged.pid")}", $"--log-file={At("munged.log")}", $"--seed-file={At("seed")}");
        Wait(() => File.Exists(At("socket")));
        Daemon("slurmctld", "-D", "-f", At("slurm.conf"));
        Daemon("n1", "-D", "-f", At("slurm.conf"), "-N", "n1");
        Daemon("n2", "-D", "-f", At("slurm.conf"), "-N", "n2");
        Wait(() => Idle() == 2);
    }

    private int Idle()
    {
        try
        {
            return Run("sinfo", "--noheader", "--Node", "--states=idle", "--format=%N").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private void Wait(Func<bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            if (clock.Elapsed > Patience || daemons.Values.Any(daemon => daemon.HasExited))
            {
                throw new InvalidOperationException(string.Concat(Directory.GetFiles(Folder, "*.log").Select(file => $"{Path.GetFileName(file)}: {File.ReadAllText(file)}\n")));
            }

            Thread.Sleep(100);
        }
    }

    private void Daemon(string name, params string[] arguments)
    {
        var program = Find(name) ?? Find("slurmd")!;
        // The shell is replaced by the program: what is killed is the program itself.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", At($"{name}-said.log"), program, .. arguments]) { UseShellExecute = false };
        Provide(start);
        daemons.Add(name, Process.Start(start)!);
    }

    /// <summary>A node counts as dead after a few seconds, and what ran there begins elsewhere at once.</summary>
    private string Settings()
    {
        var (user, host) = (Environment.UserName, Environment.MachineName.Split('.')[0]);
        var ports = FreePorts(3);
        string Node(int number) => string.Create(CultureInfo.InvariantCulture, $"NodeName=n{number} NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[number]} CPUs=1 RealMemory={MemoryOfNode} State=UNKNOWN");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
             ClusterName=openqpp
             SlurmctldHost={host}(127.0.0.1)
             SlurmctldPort={ports[0]}
             SlurmUser={user}
             SlurmdUser={user}
             AuthType=auth/munge
             CredType=cred/munge
             AuthInfo=socket={At("socket")},cred_expire=5
             ProctrackType=proctrack/linuxproc
             TaskPlugin=task/none
             SwitchType=switch/none
             MpiDefault=none
             ReturnToService=2
             StateSaveLocation={At("state")}
             SlurmdSpoolDir={At("spool-%n")}
             SlurmctldPidFile={At("slurmctld.pid")}
             SlurmdPidFile={At("slurmd-%n.pid")}
             SlurmctldLogFile={At("slurmctld.log")}
             SlurmdLogFile={At("slurmd-%n.log")}
             SchedulerType=sched/backfill
             SchedulerParameters=bf_interval=2,sched_interval=2
             SelectType=select/cons_tres
             SelectTypeParameters=CR_Core
             JobAcctGatherType=jobacct_gather/none
             AccountingStorageType=accounting_storage/none
             JobCompType=jobcomp/none
             SlurmctldTimeout=10
             SlurmdTimeout=6
             MessageTimeout=5
             {Node(1)}
             {Node(2)}
             PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP

             """);
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }

    /// <summary>The daemons, and whatever they began: it has the name of this cluster's file of settings in its environment.</summary>
    private void Stop()
    {
        foreach (var daemon in daemons.Values)
        {
            End(daemon);
        }

        daemons.Clear();
        foreach (var folder in Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            try
            {
                var process = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
                if (process != Environment.ProcessId && File.ReadAllText(Path.Combine(folder, "environ")).Contains($"SLURM_CONF={At("slurm.conf")}\0", StringComparison.Ordinal))
                {
                    End(Process.GetProcessById(process));
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // It ended by itself, or belongs to somebody else.
            }
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill();
            process.WaitForExit(5000);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself.
        }

        process.Dispose();
    }
}
