using System.Globalization;
using System.Text;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.Drills;

/// <summary>deploy/slurm on a real Slurm of two nodes: the files of one machine, also when a node dies in the middle and its task goes on unseen.</summary>
public sealed class SlurmTests
{
    private const int Parts = 4;
    private const string DrillNode = "n1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(80);

    /// <summary>
    /// The program as the nodes run it. While there is a drill, the first task of the node that will die stands still once it has its
    /// token, and says by which process it is watched; it goes on when it is told to. In a session of its own: what stands still in one
    /// that is left alone is ended by the system.
    /// </summary>
    private const string Program =
        """
        #!/bin/sh
        here=@folder@
        echo "${SLURMD_NODENAME:-none} $*" >>"$here/ran"
        if [ ! -e "$here/drill" ] || [ "${SLURMD_NODENAME:-}" != n1 ] || ! mkdir "$here/held" 2>/dev/null; then
          exec dotnet "@program@" "$@"
        fi
        setsid dotnet "@program@" "$@" &
        running=$!
        while kill -0 $running && [ ! -e "$here/killed/parts/adjust-$SLURM_ARRAY_TASK_ID-of-4.1.begun" ]; do sleep 0.01; done
        kill -STOP $running
        echo "$running $PPID $SLURM_ARRAY_TASK_ID" >"$here/held/new" && mv "$here/held/new" "$here/held/process"
        wait $running
        """;

    [Fact]
    public async Task TwoNodesMakeTheFilesOfOneMachineAlsoWhenOneDies()
    {
        using var cluster = new SlurmCluster();
        string At(params string[] names) => Path.Combine([cluster.Folder, .. names]);
        var program = At("program");
        File.WriteAllText(program, Program.Replace("@folder@", cluster.Folder, StringComparison.Ordinal).Replace("@program@", Path.Combine(Programs.Folder("OpenQpp.Cli"), "openqpp.dll"), StringComparison.Ordinal));
        cluster.Run("chmod", "700", program);
        string[] Submit(string[] command, params string[] options) =>
            cluster.Run(Path.Combine(Root.Folder, "deploy", "slurm", "submit"), ["--parts", $"{Parts}", "--openqpp", program, .. options, "--", .. command]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // Both nodes in health.
        var services = Services(cluster, program);
        cluster.Run(program, [.. services, "--out", At("services-one")]);
        Submit([.. services, "--out", At("services-two")]);
        await cluster.UntilNoJob(Patience);
        Same(cluster, "services-one", "services-two", "items.csv", "ed.csv", "attribution.csv");
        Assert.True(File.ReadAllLines(At("services-one", "items.csv")).Length > 20);
        Assert.Equal(["n1", "n2"], Ran(cluster).Select(line => line.Split(' ')[0]).Where(node => node != "none").Distinct().Order(StringComparer.Ordinal));

        // One dies while its task works.
        var adjust = Adjust(cluster);
        cluster.Run(program, [.. adjust, "--out", At("one")]);
        File.WriteAllText(At("drill"), "");
        Submit([.. adjust, "--out", At("killed")]);
        await SlurmCluster.Until(() => File.Exists(At("held", "process")), Patience, cluster.Logs);
        var (process, watcher, part) = File.ReadAllText(At("held", "process")).Split(' ') is [var one, var two, var three] ? (Number(one), Number(two), Number(three)) : default;
        cluster.Kill(DrillNode, watcher);
        await cluster.UntilNoJob(Patience);
        Same(cluster, "one", "killed", "adjusted.csv", "totals.csv");
        Assert.EndsWith(".2", Directory.GetDirectories(At("killed", "parts"), $"adjust-{part}-of-{Parts}.*").Single(), StringComparison.Ordinal);

        // What was thought dead goes on, comes to its end, and replaces nothing.
        Assert.DoesNotContain("PART_OVERTAKEN", cluster.Logs(), StringComparison.Ordinal);
        cluster.Run("kill", "-CONT", $"{process}");
        await SlurmCluster.Until(() => !Directory.Exists($"/proc/{process}"), Patience, cluster.Logs);
        Assert.Contains("PART_OVERTAKEN", cluster.Logs(), StringComparison.Ordinal);
        Assert.EndsWith(".2", Directory.GetDirectories(At("killed", "parts"), $"adjust-{part}-of-{Parts}.*").Single(), StringComparison.Ordinal);

        // A part is lost: submitted again, it alone is made again.
        var lost = At("killed", "parts", "adjust-3-of-4");
        Directory.Delete(Directory.GetDirectories(At("killed", "parts"), "adjust-3-of-4.*").Single(), recursive: true);
        File.Delete(At("killed", "adjusted.csv"));
        var before = Ran(cluster).Length;
        Submit([.. adjust, "--out", At("killed")], "--missing");
        await cluster.UntilNoJob(Patience);
        Same(cluster, "one", "killed", "adjusted.csv", "totals.csv");
        Assert.Equal(2, Ran(cluster).Length - before);
        Assert.Contains(Ran(cluster)[before..], line => line.EndsWith("--part 3 --parts 4", StringComparison.Ordinal));
        Assert.NotEmpty(Directory.GetDirectories(Path.GetDirectoryName(lost)!, "adjust-3-of-4.*"));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Ran(SlurmCluster cluster) => File.ReadAllLines(Path.Combine(cluster.Folder, "ran"));

    private static void Same(SlurmCluster cluster, string one, string other, params string[] names)
    {
        foreach (var name in names)
        {
            Assert.True(File.Exists(Path.Combine(cluster.Folder, other, name)), cluster.Logs());
            Assert.True(File.ReadAllBytes(Path.Combine(cluster.Folder, one, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(cluster.Folder, other, name))), $"{other}/{name} is not what one machine writes.");
        }
    }

    private static string[] Services(SlurmCluster cluster, string program)
    {
        string At(string name) => Path.Combine(cluster.Folder, name);
        cluster.Run(program, "population", "generate", "--year", "2024", "--clinicians", "300", "--claims", "60000", "--claims-format", "csv", "--seed", "5", "--out", At("nation"));
        var lines = File.ReadAllLines(Path.Combine(At("nation"), "claims.csv"));
        var (header, year) = (Array.IndexOf(lines[0].Split(','), "bene_id"), lines[1].Split(',')[Array.IndexOf(lines[0].Split(','), "dos")][..4]);
        var months = new StringBuilder("bene_id,year,month,part_a,part_b,ma,country,death_date\n");
        foreach (var person in lines[1..].Select(line => line.Split(',')[header]).Distinct())
        {
            for (var month = 1; month <= 12; month++)
            {
                months.Append(CultureInfo.InvariantCulture, $"{person},{year},{month},Y,Y,N,US,\n");
            }
        }

        File.WriteAllText(At("months.csv"), months.ToString());
        File.WriteAllText(At("specialties.csv"), "code,class\n" + string.Concat(Enumerable.Range(1, 99).Select(code => $"{code:D2},PCP\n")));
        return ["services", "run", "--year", year, "--claims", Path.Combine(At("nation"), "claims.csv"), "--beneficiaries", At("months.csv"), "--specialties", At("specialties.csv"), "--set", "beneficiaryAssociationYearOffset=0"];
    }

    private static string[] Adjust(SlurmCluster cluster)
    {
        var nation = Path.Combine(cluster.Folder, "nation");
        var claims = File.ReadAllLines(Path.Combine(nation, "claims.csv"));
        var (columns, factors) = (claims[0].Split(','), new HashSet<string>(StringComparer.Ordinal));
        foreach (var cells in claims[1..].Select(line => line.Split(',')))
        {
            var pair = $"{cells[Array.IndexOf(columns, "dos")][..4]},{cells[Array.IndexOf(columns, "tin")]},{cells[Array.IndexOf(columns, "npi")]}";
            if (!pair.Contains(",,", StringComparison.Ordinal) && pair[^1] != ',' && pair.Length == 25)
            {
                factors.Add(pair);
            }
        }

        var file = Path.Combine(cluster.Folder, "factors.csv");
        File.WriteAllText(file, "payment_year,tin,npi,status,final_score,total_percent\n" + string.Concat(factors.Select((pair, number) => $"{pair},scored,{number % 100},{(number % 19) - 9}.25\n")));
        return ["claims", "adjust", "--factors", file, "--claims", Path.Combine(nation, "claims.csv"), "--format", "csv"];
    }
}
