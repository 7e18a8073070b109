using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>Publishes names of clinicians, means of pathways, and at last the organizations.</summary>
/// <param name="load">The run.</param>
/// <param name="notes">The organizations of the nation.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SmallTableLoads(RunLoad load, NationNotes notes, ProblemList problems)
{
    private const int BatchSize = 10_000;

    private static readonly string[] NameColumns = ["run_id", "npi", "last_name", "first_name", "specialty"];
    private static readonly string[] MeanColumns = ["run_id", "mvp_id", "submissions", "mean_quality_percent_e4", "mean_cost_percent_e4"];
    private static readonly string[] OrganizationColumns = ["run_id", "organization_id", "name", "state", "zip", "address", "model", "clinicians", "facts", "search_text"];

    /// <summary>names.csv of the input.</summary>
    /// <param name="input">The folder of the run's input.</param>
    public void Names(string input)
    {
        var (seen, batch) = (new HashSet<string>(StringComparer.Ordinal), new List<(string Npi, string? Last, string? First, string? Specialty)>(BatchSize));
        PublishedCsv.Read(input, PublishedCsv.Names, problems, row =>
        {
            var npi = row.Npi(0, allowSynthetic: true);
            if (!seen.Add(npi))
            {
                row.Problem(ProblemCode.DUPLICATE_ROW, 0, "The NPI stands twice. Keep one row.");
            }

            batch.Add((npi, row[1], row[2], row[3]));
            if (batch.Count == BatchSize)
            {
                Flush();
            }
        });
        Flush();

        void Flush()
        {
            if (problems.IsEmpty)
            {
                load.Do(to => to.Load("clinician", NameColumns, batch, (table, row) =>
                {
                    table.Whole(load.RunId);
                    table.Text(row.Npi);
                    table.Text(row.Last);
                    table.Text(row.First);
                    table.Text(row.Specialty);
                }));
            }

            batch.Clear();
        }
    }

    /// <summary>mvp-averages.csv of the output.</summary>
    /// <param name="folder">The folder of the run's output.</param>
    public void Means(string folder)
    {
        var means = new Dictionary<string, (long Submissions, long? Quality, long? Cost)>(StringComparer.Ordinal);
        PublishedCsv.Read(folder, PublishedCsv.Averages, problems, row =>
        {
            if (!means.TryAdd(row.Required(0), (row.Count(1) ?? 0, row.Stored(2, 4, 0m, 1000m), row.Stored(3, 4, 0m, 1000m))))
            {
                row.Problem(ProblemCode.DUPLICATE_ROW, 0, "The pathway stands twice. Keep one row.");
            }
        });
        if (problems.IsEmpty)
        {
            load.Do(to => to.Load("mvp_average", MeanColumns, means, (table, row) =>
            {
                table.Whole(load.RunId);
                table.Text(row.Key);
                table.Whole(row.Value.Submissions);
                table.Whole(row.Value.Quality);
                table.Whole(row.Value.Cost);
            }));
        }
    }

    /// <summary>Every organization of which something was said.</summary>
    public void Organizations()
    {
        foreach (var some in notes.Organizations.Chunk(BatchSize))
        {
            load.Do(to => WriteOrganizations(to, some));
        }
    }

    private void WriteOrganizations(LoadBatch to, KeyValuePair<(OwnerKind Kind, string Identifier), OrganizationNotes>[] some)
    {
        foreach (var kind in some.GroupBy(one => one.Key.Kind))
        {
            load.Remember(to, kind.Key, kind.Select(one => one.Key.Identifier));
        }

        to.Load("organization_year", OrganizationColumns, some, (table, row) =>
        {
            var known = row.Value;
            table.Whole(load.RunId);
            table.Text(load.IdOf(row.Key.Kind, row.Key.Identifier));
            table.Text(known.Name);
            table.Text(known.State);
            table.Text(known.Zip);
            table.Text(known.Address);
            table.Text(known.Model);
            table.Whole(known.Clinicians);
            table.Text(known.Facts);
            table.Text($"{known.Name} {row.Key.Identifier}".Trim().ToLowerInvariant());
        });
    }
}
