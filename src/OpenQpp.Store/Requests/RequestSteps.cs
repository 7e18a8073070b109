namespace OpenQpp.Store;

/// <summary>Steps of requests, numbered from 1.</summary>
internal static class RequestSteps
{
    /// <summary>Adds a step within the transaction that changes the request: the row of the request is locked by then.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="table">The table of the request.</param>
    /// <param name="id">The request.</param>
    /// <param name="step">The step.</param>
    public static Task Add(StoreSession session, string table, string id, RequestEvent step) =>
        session.Execute(
            $"""
            INSERT INTO {table}_event ({table}_id, number, at_us, person_id, from_state, to_state, words)
            VALUES (@Id, (SELECT COALESCE(MAX(number), 0) + 1 FROM {table}_event WHERE {table}_id = @Id), @At, @PersonId, @From, @To, @Words)
            """,
            new { Id = id, At = StoreTime.Of(step.At), step.PersonId, step.From, step.To, step.Words });
}
