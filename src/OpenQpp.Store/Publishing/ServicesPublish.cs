using System.Text;
using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>What came of publishing items, services and emergency visits.</summary>
/// <param name="Year">The performance year.</param>
/// <param name="Version">Its version within the year, from 1.</param>
/// <param name="Practices">TINs that are shown.</param>
/// <param name="Clinicians">TIN/NPIs that are shown.</param>
/// <param name="Ranges">Rows of ranges.</param>
public sealed record ServicesPublished(PerformanceYear Year, int Version, long Practices, long Clinicians, long Ranges);

/// <summary>Takes the output of a counting of services into the store. Until all of it is there nobody sees any of it, whenever it is stopped.</summary>
/// <param name="database">The store.</param>
/// <param name="law">The law of the year.</param>
public sealed class ServicesPublish(StoreDatabase database, YearLaw law)
{
    private const int BatchSize = 10_000;
    private const string NoNpi = "0000000000";
    private const decimal Most = 10_000_000_000_000m;

    private static readonly TableColumns Items = new("items.csv", "items", "level", "tin", "npi", "range_key", "beneficiaries", "cost", "services");
    private static readonly TableColumns Visits = new("ed.csv", "ed", "level", "tin", "npi", "associated", "with_visit", "visits");
    private static readonly string[] RangeColumns = ["count_id", "owner_id", "range_key", "beneficiaries", "cost_e2", "services_e3"];
    private static readonly string[] VisitColumns = ["count_id", "owner_id", "associated", "with_visit", "visits"];

    /// <summary>Publishes a counting; null where something is wrong, and the store is as it was.</summary>
    /// <param name="folder">The folder that 'services run' wrote.</param>
    /// <param name="now">The time.</param>
    /// <param name="shownAt">From when on it is shown.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <exception cref="StoreException">The store's schema is not this program's, or somebody else publishes at the moment.</exception>
    public ServicesPublished? Run(string folder, DateTimeOffset now, DateTimeOffset shownAt, ProblemList problems)
    {
        new StoreSchema(database).MustBeNewest();
        if (Header(folder, problems) is not { } header)
        {
            return null;
        }

        using var alone = database.Dialect.LockPublishing() ?? throw new StoreException(StoreFault.Busy, "Somebody else publishes into the store at the moment. Try again when that is done.");
        using var load = new ServicesLoad(database);
        load.Begin(header.Read.Year.Year, header.Text, now, shownAt);
        var reading = new Reading(load, law, problems);
        reading.TakeVisits(folder, header.Read.VisitsAreKnown);
        reading.TakeItems(folder);
        if (problems.IsEmpty && (reading.Individuals, reading.Groups) != (header.Read.Individuals, header.Read.Groups))
        {
            problems.Add(ProblemCode.INPUT_NOT_OF_RUN, Visits.File, $"The file has {reading.Individuals} TIN/NPIs and {reading.Groups} TINs, and {ServicesHeader.FileName} tells of {header.Read.Individuals} and {header.Read.Groups}. Name a folder whose files are of one run.");
        }

        if (!problems.IsEmpty)
        {
            load.Abandon();
            return null;
        }

        load.Complete(
            new Dictionary<string, long> { [ServicesLoad.Tables[0]] = reading.Rows, [ServicesLoad.Tables[1]] = reading.Individuals + reading.Groups },
            new(now, PersonId: null, "publish-services", Resource.ItemsAndServices.Word(), "done") { Year = header.Read.Year.Year });
        var counted = new PatientServices(database).ById(load.CountId).GetAwaiter().GetResult()!;
        return new(counted.Year, counted.Version, reading.Groups, reading.Individuals, reading.Rows);
    }

    private (ServicesHeader Read, string Text)? Header(string folder, ProblemList problems)
    {
        foreach (var name in (string[])[ServicesHeader.FileName, Items.File, Visits.File])
        {
            if (!File.Exists(Path.Combine(folder, name)))
            {
                problems.Add(ProblemCode.NOT_READABLE, name, "The folder has no such file. Name the folder that 'openqpp services run' wrote, as CSV.");
            }
        }

        if (!problems.IsEmpty)
        {
            return null;
        }

        var utf8 = File.ReadAllBytes(Path.Combine(folder, ServicesHeader.FileName));
        if (ServicesHeader.Read(utf8, problems) is not { } header)
        {
            return null;
        }

        if (header.Year != law.Year)
        {
            problems.Add(ProblemCode.INPUT_NOT_OF_RUN, $"{ServicesHeader.FileName}.performanceYear", $"The counts are of {header.Year.Year}, not of {law.Year.Year}. Name their year.");
            return null;
        }

        return (header, Encoding.UTF8.GetString(utf8));
    }

    /// <summary>Reads the two files, row by row, into the store.</summary>
    private sealed class Reading(ServicesLoad load, YearLaw law, ProblemList problems)
    {
        // By PairKey, eight bytes each: a nation has a million of them.
        private readonly HashSet<ulong> shown = [];
        private readonly HashSet<ulong> left = [];
        private readonly HashSet<string> keys = [.. law.Services.Ranges.Select(range => range.Key).Append(RangeOfHcpcs.Unclassified)];
        private readonly HashSet<string> ofOwner = new(StringComparer.Ordinal);
        private ulong owner;

        public long Individuals { get; private set; }

        public long Groups { get; private set; }

        public long Rows { get; private set; }

        public void TakeVisits(string folder, bool areKnown)
        {
            var batch = new List<(string Tin, string? Npi, long Associated, long? WithVisit, long? Visits)>(BatchSize);
            PublishedCsv.Read(folder, Visits, problems, row =>
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

        public void TakeItems(string folder)
        {
            var batch = new List<(string Tin, string? Npi, string Range, long Beneficiaries, long Cost, long Services)>(BatchSize);
            PublishedCsv.Read(folder, Items, problems, row =>
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
                    row.Problem(ProblemCode.NOT_PUBLISHABLE, 1, $"{Visits.File} has no row of this practice or clinician, so nothing is shown of it. Count the services again.");
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
        private (string Tin, string? Npi)? OwnerOf(TableRow row)
        {
            var before = problems.Found.Count;
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

            return problems.Found.Count == before ? (tin, npi) : null;
        }

        private Dictionary<(string Tin, string? Npi), string> Ids(LoadBatch to, IEnumerable<(string Tin, string? Npi)> owners)
        {
            var all = owners.Distinct().ToArray();
            load.Remember(to, OwnerKind.Practice, all.Select(of => of.Tin));
            var pairs = load.Associations(to, [.. all.Where(of => of.Npi is not null).Select(of => (of.Tin, of.Npi!))]);
            return all.ToDictionary(of => of, of => of.Npi is { } npi ? pairs[StoredOwner.IdentifierOf(of.Tin, npi)] : load.IdOf(OwnerKind.Practice, of.Tin));
        }
    }
}
