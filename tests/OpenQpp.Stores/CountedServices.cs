using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Stores;

/// <summary>A counting of items, services and emergency visits, in files as 'services run' writes them.</summary>
internal static class CountedServices
{
    public const string Tin = "000000011";
    public const string Npi = "1234567893";

    /// <summary>A practice with 61 attributed patients, of whom one clinician has 20; no other clinician has enough to be shown.</summary>
    public const string Items =
        """
        level,tin,npi,range_key,beneficiaries,cost,services
        group,000000011,,L1-8,40,1200.50,80.000
        group,000000011,,L1-9,58,10234.07,211.500
        individual,000000011,1234567893,L1-9,19,2000.00,40.000

        """;

    public const string Visits =
        """
        level,tin,npi,associated,with_visit,visits
        group,000000011,,61,12,20
        individual,000000011,1234567893,20,0,0

        """;

    public static YearLaw Law { get; } = new LawBook(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack"))).Of(new(PublishedNation.Year));

    /// <summary>Writes a folder.</summary>
    public static string Folder(TestStore store, string name = "services", string items = Items, string visits = Visits, bool visitsAreKnown = true, YearLaw? law = null)
    {
        var folder = Directory.CreateDirectory(store.At(name)).FullName;
        File.WriteAllText(Path.Combine(folder, "items.csv"), items);
        File.WriteAllText(Path.Combine(folder, "ed.csv"), visits);
        using var header = File.Create(Path.Combine(folder, ServicesHeader.FileName));
        ServicesHeader.Of(law ?? Law, individuals: 1, groups: 1, visitsAreKnown, hasOwnList: false).Write(header);
        return folder;
    }

    /// <summary>Publishes a folder; what is wrong is told.</summary>
    public static (ServicesPublished? Published, IReadOnlyList<Problem> Problems) Publish(TestStore store, string folder, DateTimeOffset? shownAt = null)
    {
        var problems = new ProblemList();
        return (new ServicesPublish(store.Database, Law).Run(folder, TestStore.Now, shownAt ?? TestStore.Now, problems), problems.Found);
    }
}
