using System.Text;
using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Law;
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
        var rows = new ServicesRows(load, law, problems);
        rows.TakeVisits(folder, header.Read.VisitsAreKnown);
        rows.TakeItems(folder);
        if (problems.IsEmpty && (rows.Individuals, rows.Groups) != (header.Read.Individuals, header.Read.Groups))
        {
            problems.Add(ProblemCode.INPUT_NOT_OF_RUN, PublishedCsv.Visits.File, $"The file has {rows.Individuals} TIN/NPIs and {rows.Groups} TINs, and {ServicesHeader.FileName} tells of {header.Read.Individuals} and {header.Read.Groups}. Name a folder whose files are of one run.");
        }

        if (!problems.IsEmpty)
        {
            load.Abandon();
            return null;
        }

        load.Complete(
            new Dictionary<string, long>(StringComparer.Ordinal) { [ServicesLoad.Tables[0]] = rows.Rows, [ServicesLoad.Tables[1]] = rows.Individuals + rows.Groups },
            new(now, PersonId: null, "publish-services", Resource.ItemsAndServices.Word(), "done") { Year = header.Read.Year.Year });
        var counted = new PatientServices(database).ById(load.CountId).GetAwaiter().GetResult()!;
        return new(counted.Year, counted.Version, rows.Groups, rows.Individuals, rows.Rows);
    }

    private (ServicesHeader Read, string Text)? Header(string folder, ProblemList problems)
    {
        foreach (var name in (string[])[ServicesHeader.FileName, PublishedCsv.Items.File, PublishedCsv.Visits.File])
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
}
