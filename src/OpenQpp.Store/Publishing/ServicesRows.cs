using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>Reads the counts of 'services run', row by row, into the store, and holds them to the rules by which they are shown.</summary>
/// <param name="load">The counting.</param>
/// <param name="law">The law of the year.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class ServicesRows(ServicesLoad load, YearLaw law, ProblemList problems)
{
    private const int BatchSize = 10_000;
    private const string NoNpi = "0000000000";
    private const decimal Most = 10_000_000_000_000m;

    private static readonly string[] RangeColumns = ["count_id", "owner_id", "range_key", "beneficiaries", "cost_e2", "services_e3"];
    private static readonly string[] VisitColumns = ["count_id", "owner_id", "associated", "with_visit", "visits"];

    // By PairKey, eight bytes each: a nation has a million of them.
    private readonly HashSet<ulong> shown = [];
    private readonly HashSet<ulong> left = [];
    private readonly HashSet<string> keys = [.. law.Services.Ranges.Select(range => range.Key).Append(RangeOfHcpcs.Unclassified)];
    private readonly HashSet<string> ofOwner = new(StringComparer.Ordinal);
    private ulong owner;

    /// <summary>TIN/NPIs that were read.</summary>
    public long Individuals { get; private set; }

    /// <summary>TINs that were read.</summary>
    public long Groups { get; private set; }

    /// <summary>Rows of ranges that were read.</summary>
    public long Rows { get; private set; }

    /// <summary>ed.csv, which says who is shown.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="areKnown">Visits are known.</param>
    public void TakeVisits(string folder, bool areKnown)
    {
        var batch = new List<(string Tin, string? Npi, long Associated, long? WithVisit, long? Visits)>(BatchSize);
        PublishedCsv.Read(folder, PublishedCsv.Visits, problems, row =>
        {
            if (OwnerOf(row) is not { } of)
            {
                return;
            }

            if (!shown.Add(KeyOf(of)))
            {
                row.Problem(ProblemCode.DUPLICATE_ROW, 1, "The practice or clinician stands twice. Keep one row.");
            }

            _ = row.Required(3);
            var (associated, withVisit, visits) = (row.Count(3) ?? 0, row.Count(4), row.Count(5));
            if (associated < law.Services.CaseMinimum.Number)
            {
                row.Problem(ProblemCode.NOT_PUBLISHABLE, 3, $"Below {law.Services.CaseMinimum.Number} attributed patients nothing is shown. Count the services again.");
            }

            if (withVisit is null == areKnown || visits is null == areKnown || withVisit > associated || withVisit > visits)
            {
                row.Problem(ProblemCode.NOT_PUBLISHABLE, 4, "Emergency visits are given for all where institutional claims were, and for nobody where not; no more patients have one than are attributed, and each at least one. Count the services again.");
            }

            (Individuals, Groups) = of.Npi is null ? (Individuals, Groups + 1) : (Individuals + 1, Groups);
            Add(batch, (of.Tin, of.Npi, associated, withVisit, visits), Write);
        });
        Write(batch);

        void Write(List<(string Tin, string? Npi, long Associated, long? WithVisit, long? Visits)> rows) => load.Do(to =>
        {
            var ids = Ids(to, rows.Select(row => (row.Tin, row.Npi)));
            to.Load(ServicesLoad.Tables[1], VisitColumns, rows, (table, row) =>
            {
                table.Whole(load.CountId);
                table.Text(ids[(row.Tin, row.Npi)]);
                table.Whole(row.Associated);
                table.Whole(row.WithVisit);
                table.Whole(row.Visits);
            });
        });
    }

    /// <summary>items.csv, of those who are shown.</summary>
    /// <param name="folder">The folder.</param>
    public void TakeItems(string folder)
    {
        var batch = new List<(string Tin, string? Npi, string Range, long Beneficiaries, long Cost, long Services)>(BatchSize);
        PublishedCsv.Read(folder, PublishedCsv.Items, problems, row =>
        {
            if (OwnerOf(row) is not { } of)
            {
                return;
            }

            var key = row.Required(3);
            if (key.Length > 0 && !keys.Contains(key))
            {
                row.Problem(ProblemCode.UNKNOWN_WORD, 3, $"'{ShownText.Of(key)}' is no range of the year's law.");
            }

            if (!shown.Contains(KeyOf(of)))
            {
                row.Problem(ProblemCode.NOT_PUBLISHABLE, 1, $"{PublishedCsv.Visits.File} has no row of this practice or clinician, so nothing is shown of it. Count the services again.");
            }

            if (!IsNew(KeyOf(of), key))
            {
                row.Problem(ProblemCode.DUPLICATE_ROW, 3, "A range stands once for a practice or clinician, and its rows stand together. Keep one row, and sort the file.");
            }

            foreach (var column in (int[])[4, 5, 6])
            {
                _ = row.Required(column);
            }

            Rows++;
            Add(batch, (of.Tin, of.Npi, key, row.Count(4) ?? 0, row.Stored(5, 2, 0m, Most) ?? 0, row.Stored(6, 3, -Most, Most) ?? 0), Write);
        });
        Write(batch);

        void Write(List<(string Tin, string? Npi, string Range, long Beneficiaries, long Cost, long Services)> rows) => load.Do(to =>
        {
            var ids = Ids(to, rows.Select(row => (row.Tin, row.Npi)));
            to.Load(ServicesLoad.Tables[0], RangeColumns, rows, (table, row) =>
            {
                table.Whole(load.CountId);
                table.Text(ids[(row.Tin, row.Npi)]);
                table.Text(row.Range);
                table.Whole(row.Beneficiaries);
                table.Whole(row.Cost);
                table.Whole(row.Services);
            });
        });
    }

    /// <summary>Rows go in as long as nothing is wrong; after that they are only looked at.</summary>
    private void Add<T>(List<T> batch, T row, Action<List<T>> write)
    {
        if (!problems.IsEmpty)
        {
            batch.Clear();
            return;
        }

        batch.Add(row);
        if (batch.Count == BatchSize)
        {
            write(batch);
            batch.Clear();
        }
    }

    private static ulong KeyOf((string Tin, string? Npi) of) => PairKey.Of(of.Tin, of.Npi ?? NoNpi)!.Value;

    private bool IsNew(ulong of, string key)
    {
        if (of != owner)
        {
            left.Add(owner);
            owner = of;
            ofOwner.Clear();
        }

        return !left.Contains(of) && ofOwner.Add(key);
    }

    /// <summary>TIN and NPI of a row, no NPI of a group; null where one is wrong.</summary>
    private static (string Tin, string? Npi)? OwnerOf(TableRow row)
    {
        var (level, tin) = (row.Required(0), row.Tin(1));
        var npi = level is "individual" ? row.Npi(2, allowSynthetic: true) : null;
        if (level is not ("individual" or "group"))
        {
            row.Problem(ProblemCode.UNKNOWN_WORD, 0, "The level is individual or group.");
        }
        else if (level is "group" && row[2] is not null)
        {
            row.Problem(ProblemCode.NOT_PUBLISHABLE, 2, "A row of a group has no NPI. Count the services again.");
        }

        return Tin.HasForm(tin) && (level is "group" ? row[2] is null : npi is not null && Npi.HasForm(npi)) ? (tin, npi) : null;
    }

    private Dictionary<(string Tin, string? Npi), string> Ids(LoadBatch to, IEnumerable<(string Tin, string? Npi)> owners)
    {
        var all = owners.Distinct().ToArray();
        load.Remember(to, OwnerKind.Practice, all.Select(of => of.Tin));
        var pairs = load.Associations(to, [.. all.Where(of => of.Npi is not null).Select(of => (of.Tin, of.Npi!))]);
        return all.ToDictionary(of => of, of => of.Npi is { } npi ? pairs[StoredOwner.IdentifierOf(of.Tin, npi)] : load.IdOf(OwnerKind.Practice, of.Tin));
    }
}
