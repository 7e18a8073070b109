using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>Who has read, before the first feedback of a year, that scores can change.</summary>
/// <param name="database">The store.</param>
public sealed class Acknowledgements(StoreDatabase database)
{
    /// <summary>Whether a person has read it for a year.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> Has(string personId, PerformanceYear year, CancellationToken cancellation = default) =>
        await database.Count("SELECT COUNT(*) FROM acknowledgement WHERE person_id = @PersonId AND year = @Year", new { PersonId = personId, year.Year }, cancellation) > 0;

    /// <summary>A person has read it; the first time counts.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task Add(string personId, PerformanceYear year, DateTimeOffset at, CancellationToken cancellation = default) =>
        database.Execute("INSERT INTO acknowledgement (person_id, year, at_us) VALUES (@PersonId, @Year, @At) ON CONFLICT DO NOTHING", new { PersonId = personId, year.Year, At = StoreTime.Of(at) }, cancellation);
}
