using Dapper;
using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>An organization.</summary>
/// <param name="Id">Kind and opaque id.</param>
/// <param name="Identifier">Its TIN, or the id of an APM Entity, virtual group or registry.</param>
/// <param name="Name">Its name; null where it is not known.</param>
/// <param name="State">The state of a practice; null where it is not known.</param>
/// <param name="Address">Its address; null where it is not known.</param>
/// <param name="Model">The model of an APM Entity, for example sharedSavingsProgram; null for others.</param>
public sealed record Organization(OrganizationId Id, string Identifier, string? Name, string? State, string? Address, string? Model)
{
    internal static Organization Of(Row row) => new(
        new(OwnersFacts.KindOf(StoredOwner.KindOf(row.Text("kind"))), row.Text("id")),
        row.Text("identifier"),
        row.TextOrNull("name"),
        row.TextOrNull("state"),
        row.TextOrNull("address"),
        row.TextOrNull("model"));
}

/// <summary>What is known of an organization in one run.</summary>
/// <param name="Organization">The organization as that run names it.</param>
/// <param name="Zip">The ZIP code of a practice; null where it is not known.</param>
/// <param name="Clinicians">Clinicians of a practice who billed in the year; null for others.</param>
/// <param name="Facts">What eligibility says of a practice as a whole, a JSON object; null where nothing was published.</param>
public sealed record OrganizationYear(Organization Organization, string? Zip, long? Clinicians, string? Facts);

/// <summary>Organizations: one, those that match words, those of a person, those that a person may see.</summary>
/// <param name="database">The store.</param>
public sealed class Organizations(StoreDatabase database)
{
    private const string Columns = "organization.id, organization.kind, organization.identifier, organization.name, organization.state, organization.address, organization.model";

    /// <summary>An organization as it was named last; null where there is none.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Organization?> ById(string id, CancellationToken cancellation = default) =>
        OpaqueId.HasForm(id) ? database.First($"SELECT {Columns} FROM organization WHERE id = @Id", new { Id = id }, Organization.Of, cancellation) : Task.FromResult<Organization?>(null);

    /// <summary>What a run knows of an organization; null where it knows nothing.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="id">The opaque id.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<OrganizationYear?> OfYear(long runId, string id, CancellationToken cancellation = default) =>
        database.First($"{SelectYear} WHERE facts.run_id = @RunId AND facts.organization_id = @Id", new { RunId = runId, Id = id }, YearOf, cancellation);

    /// <summary>Organizations of a kind whose name or identifier holds the words, by name and identifier. For those who ask for a role; it shows nothing but who there is.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="words">A part of a name or identifier.</param>
    /// <param name="page">Which rows.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Page<Organization>> Search(OrganizationKind kind, string words, PageOf page, CancellationToken cancellation = default)
    {
        var values = new { Kind = kind.Owner().Word(), Words = LikePattern.Holding(words), page.Offset, Size = (long)page.Size };
        const string Which = "FROM organization WHERE kind = @Kind AND search_text LIKE @Words ESCAPE '\\'";
        var rows = await database.All($"SELECT {Columns} {Which} ORDER BY kind, search_text, id LIMIT @Size OFFSET @Offset", values, Organization.Of, cancellation);
        return new(rows, await database.Count($"SELECT COUNT(*) {Which}", values, cancellation), page.Offset);
    }

    /// <summary>The organizations in which a person holds an approved role.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<Organization>> OfPerson(string personId, CancellationToken cancellation = default) =>
        database.All(
            $"""
            SELECT {Columns} FROM organization
            WHERE id IN (SELECT organization_id FROM held_role WHERE person_id = @PersonId AND state = 'approved' AND organization_id IS NOT NULL)
            ORDER BY kind, search_text, id
            """,
            new { PersonId = personId },
            Organization.Of,
            cancellation);

    /// <summary>The organizations of a run that somebody may see and whose name or identifier holds the words, by name and identifier.</summary>
    /// <param name="visible">What the person may see: see <see cref="VisibleOwners.For"/>.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="runId">The run.</param>
    /// <param name="words">A part of a name or identifier; empty for all.</param>
    /// <param name="page">Which rows.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Page<OrganizationYear>> Visible(VisibleOwners visible, PerformanceYear year, long runId, string words, PageOf page, CancellationToken cancellation = default)
    {
        var values = new DynamicParameters();
        values.Add("RunId", runId);
        values.Add("Words", LikePattern.Holding(words));
        values.Add("Offset", page.Offset);
        values.Add("Size", (long)page.Size);
        var which = $"WHERE facts.run_id = @RunId AND facts.search_text LIKE @Words ESCAPE '\\' AND {OwnerCondition.Of(visible, year.Year, runId, values)}";
        var rows = await database.All($"{SelectYear} {which} ORDER BY facts.search_text, facts.organization_id LIMIT @Size OFFSET @Offset", values, YearOf, cancellation);
        return new(rows, await database.Count($"SELECT COUNT(*) {FromYear} {which}", values, cancellation), page.Offset);
    }

    private const string FromYear = """
        FROM organization_year facts
        JOIN organization ON organization.id = facts.organization_id
        JOIN owner ON owner.id = facts.organization_id
        """;

    private const string SelectYear = $"""
        SELECT organization.id, organization.kind, organization.identifier, facts.name, facts.state, facts.address, facts.model, facts.zip, facts.clinicians, facts.facts
        {FromYear}
        """;

    private static OrganizationYear YearOf(Row row) => new(Organization.Of(row), row.TextOrNull("zip"), row.WholeOrNull("clinicians"), row.TextOrNull("facts"));
}
