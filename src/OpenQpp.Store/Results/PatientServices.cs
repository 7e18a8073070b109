using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>A complete counting of items, services and emergency visits of a year, as it was published. It never changes.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="Year">The performance year.</param>
/// <param name="Version">Its version within the year, from 1.</param>
/// <param name="Header">What it was made from, and how unclear law was read.</param>
/// <param name="ShownAt">From when on it is shown.</param>
public sealed record ServicesCount(long Id, PerformanceYear Year, int Version, ServicesHeader Header, DateTimeOffset ShownAt)
{
    internal static ServicesCount Of(Row row) => new(row.Whole("id"), new(row.Year("year")), checked((int)row.Whole("version")), ServicesHeader.Of(row.Text("header")), row.Time("shown_at_us"));
}

/// <summary>What the patients of a practice or TIN/NPI had of a range of services.</summary>
/// <param name="Range">Key of the range.</param>
/// <param name="Beneficiaries">Patients who had a service of it.</param>
/// <param name="Cost">Allowed amounts, dollars.</param>
/// <param name="Services">Units.</param>
public sealed record StoredRange(string Range, long Beneficiaries, decimal Cost, decimal Services);

/// <summary>Patients attributed to a practice or TIN/NPI, and their emergency visits.</summary>
/// <param name="Associated">Attributed patients.</param>
/// <param name="WithVisit">Those with a visit; null where visits are not known.</param>
/// <param name="Visits">Visits; null where they are not known.</param>
public sealed record AttributedPatients(long Associated, long? WithVisit, long? Visits);

/// <summary>Items, services and emergency visits of patients.</summary>
/// <param name="database">The store.</param>
public sealed class PatientServices(StoreDatabase database)
{
    private const string Columns = "id, year, version, header, shown_at_us";

    /// <summary>The countings of a year that are shown at a time, the one that counts first: the newest of them.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ServicesCount>> Shown(PerformanceYear year, DateTimeOffset now, CancellationToken cancellation = default) =>
        database.All(
            $"SELECT {Columns} FROM services_count WHERE year = @Year AND state = 'complete' AND shown_at_us <= @Now ORDER BY shown_at_us DESC, id DESC",
            new { year.Year, Now = StoreTime.Of(now) },
            ServicesCount.Of,
            cancellation);

    /// <summary>The ranges of an owner, in no order; empty where nothing is shown of it.</summary>
    /// <param name="countId">The counting.</param>
    /// <param name="ownerId">The practice or TIN/NPI.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredRange>> Ranges(long countId, string ownerId, CancellationToken cancellation = default) =>
        database.All(
            "SELECT range_key, beneficiaries, cost_e2, services_e3 FROM services_of_range WHERE count_id = @CountId AND owner_id = @OwnerId",
            new { CountId = countId, OwnerId = ownerId },
            row => new StoredRange(row.Text("range_key"), row.Whole("beneficiaries"), row.Number("cost_e2")!.Value, row.Number("services_e3")!.Value),
            cancellation);

    /// <summary>The attributed patients of an owner; null where there are too few to show anything.</summary>
    /// <param name="countId">The counting.</param>
    /// <param name="ownerId">The practice or TIN/NPI.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<AttributedPatients?> Attributed(long countId, string ownerId, CancellationToken cancellation = default) =>
        database.First(
            "SELECT associated, with_visit, visits FROM attributed_patients WHERE count_id = @CountId AND owner_id = @OwnerId",
            new { CountId = countId, OwnerId = ownerId },
            row => new AttributedPatients(row.Whole("associated"), row.WholeOrNull("with_visit"), row.WholeOrNull("visits")),
            cancellation);

    internal Task<ServicesCount?> ById(long id, CancellationToken cancellation = default) =>
        database.First($"SELECT {Columns} FROM services_count WHERE id = @Id AND state = 'complete'", new { Id = id }, ServicesCount.Of, cancellation);
}
