using System.Globalization;
using System.Text;

namespace OpenQpp.Benchmarks;

/// <summary>
/// Joins practices of a generated nation into two large ones, which the generator does not make: practices without an APM, a subgroup or a
/// virtual group get the TIN of the first of them. What they reported as groups goes, but for the first; what their clinicians
/// reported stays. Names for everybody are written too, so that there is something to search for.
/// </summary>
internal sealed class LargePractices
{
    private const string TinField = "\"taxpayerIdentificationNumber\":\"";
    private const string Group = "\"entityType\":\"group\"";
    private const int TinLength = 9;

    private readonly string folder;
    private readonly Dictionary<string, string> joined = new(StringComparer.Ordinal);

    private LargePractices(string folder) => this.folder = folder;

    /// <summary>Changes the files of a nation's folder; the answer is the TINs of the large practices.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="sizes">How many clinicians each has at least.</param>
    public static IReadOnlyList<string> Join(string folder, params int[] sizes)
    {
        var join = new LargePractices(folder);
        var tins = join.Choose(sizes);
        foreach (var file in (string[])["clinicians.csv", "charges.csv"])
        {
            join.Rewrite(file, line => join.Renamed(line, 0));
        }

        join.Rewrite("practices.csv", line => join.joined.TryGetValue(line[..TinLength], out var tin) && !line.StartsWith(tin, StringComparison.Ordinal) ? null : line);
        join.Rewrite("volumes.csv", line =>
        {
            var cells = line.Split(',', 3);
            return cells[0] == "group" && join.joined.TryGetValue(cells[1], out var tin) && tin != cells[1] ? null : join.Renamed(line, cells[0].Length + 1);
        });
        foreach (var file in (string[])["submissions.ndjson", "computed.ndjson"])
        {
            join.Rewrite(file, join.Submission);
        }

        join.WriteNames();
        return tins;
    }

    private List<string> Choose(int[] sizes)
    {
        var taken = Column("apm.csv", 6).Concat(Column("subgroups.csv", 1)).Concat(Column("virtual-groups.csv", 1)).ToHashSet(StringComparer.Ordinal);
        var reporting = File.ReadLines(At("submissions.ndjson")).Where(line => line.Contains(Group, StringComparison.Ordinal)).Select(TinOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var practices = File.ReadLines(At("clinicians.csv")).Skip(1).Select(line => line.Split(',', 3)).GroupBy(cells => cells[0], cells => cells[1], StringComparer.Ordinal).Where(practice => !taken.Contains(practice.Key));
        var (left, tins) = (new Queue<IGrouping<string, string>>(practices), new List<string>());
        foreach (var size in sizes)
        {
            var (tin, npis) = ((string?)null, new HashSet<string>(StringComparer.Ordinal));
            for (var unfit = 0; npis.Count < size && unfit < left.Count;)
            {
                var practice = left.Dequeue();
                if ((tin is null && !reporting.Contains(practice.Key)) || npis.Overlaps(practice))
                {
                    left.Enqueue(practice);
                    unfit++;
                    continue;
                }

                tin ??= practice.Key;
                joined[practice.Key] = tin;
                npis.UnionWith(practice);
                unfit = 0;
            }

            tins.Add(tin ?? throw new InvalidOperationException("No practice of the nation reports as a group."));
        }

        return tins;
    }

    private string? Submission(string line)
    {
        if (TinOf(line) is not { } own || !joined.TryGetValue(own, out var tin) || tin == own)
        {
            return line;
        }

        return line.Contains(Group, StringComparison.Ordinal) ? null : line.Replace($"{TinField}{own}", $"{TinField}{tin}", StringComparison.Ordinal);
    }

    private string Renamed(string line, int at) =>
        line.Length >= at + TinLength && joined.TryGetValue(line.Substring(at, TinLength), out var tin) ? $"{line[..at]}{tin}{line[(at + TinLength)..]}" : line;

    private static string? TinOf(string line) => line.IndexOf(TinField, StringComparison.Ordinal) is >= 0 and var at ? line.Substring(at + TinField.Length, TinLength) : null;

    private void WriteNames()
    {
        using (var names = new StreamWriter(At("names.csv"), append: false, new UTF8Encoding(false)))
        {
            names.Write("npi,last_name,first_name,specialty\n");
            foreach (var npi in Column("clinicians.csv", 1).Concat(Column("charges.csv", 1)).ToHashSet(StringComparer.Ordinal))
            {
                names.Write(string.Create(CultureInfo.InvariantCulture, $"{npi},Example{npi[5..]},Alex,Family practice\n"));
            }
        }

        File.WriteAllLines(At("organizations.csv"), Column("practices.csv", 0).Select(tin => $"practice,{tin},Example Practice {tin[3..]},{tin[7..]} Main Street,").Prepend("kind,identifier,name,address,model"));
    }

    private void Rewrite(string file, Func<string, string?> change)
    {
        using (var to = new StreamWriter(At(file + ".part"), append: false, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            foreach (var line in File.ReadLines(At(file)))
            {
                if (change(line) is { } changed)
                {
                    to.WriteLine(changed);
                }
            }
        }

        File.Move(At(file + ".part"), At(file), overwrite: true);
    }

    private IEnumerable<string> Column(string file, int column) =>
        File.ReadLines(At(file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[column]).Where(cell => cell.Length > 0);

    private string At(string file) => Path.Combine(folder, file);
}
