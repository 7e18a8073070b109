using Dapper;
using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>The facts about owners by which access is decided, all of a question in one query.</summary>
/// <param name="database">The store.</param>
public sealed class OwnersFacts(StoreDatabase database)
{
    /// <summary>Facts of one owner; null where there is none of the kind, or where nothing is published of it in the run.</summary>
    /// <param name="owner">Kind and opaque id, as an address names them.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="runId">The run whose facts decide; null where none counts yet: only what holds in every year is known then.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<OwnerFacts?> Of(OwnerId owner, PerformanceYear year, long? runId, CancellationToken cancellation = default)
    {
        if (!OpaqueId.HasForm(owner.Id))
        {
            return null;
        }

        var values = Values(year, runId);
        values.Add("Id", owner.Id);
        values.Add("Kind", owner.Kind.Word());
        var found = await Found("owner.id = @Id AND owner.kind = @Kind", values, cancellation);
        return found is [var one] ? one : null;
    }

    /// <summary>The standing of somebody who holds roles: facts of the organizations, and of every TIN/NPI of the NPIs.</summary>
    /// <param name="roles">The approved roles.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="runId">The run whose facts decide; null where none counts yet.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<OwnerFacts>> Standing(IReadOnlyList<HeldRole> roles, PerformanceYear year, long? runId, CancellationToken cancellation = default)
    {
        var ids = roles.Select(role => role.Organization?.Id).OfType<string>().ToArray();
        var npis = roles.Select(role => role.Npi?.Digits).OfType<string>().ToArray();
        if (ids.Length == 0 && npis.Length == 0)
        {
            return [];
        }

        var values = Values(year, runId);
        values.Add("Ids", StoreDialect.Texts(ids));
        values.Add("Npis", StoreDialect.Texts(npis));
        var (each, eachNpi) = (database.Dialect.Each("@Ids"), database.Dialect.Each("@Npis"));
        return await Found($"owner.id IN (SELECT value FROM {each} UNION SELECT of_npi.id FROM owner of_npi WHERE of_npi.npi IN (SELECT value FROM {eachNpi}))", values, cancellation);
    }

    internal static string UnderReview(string year) =>
        $"EXISTS (SELECT 1 FROM review asked WHERE asked.owner_id = owner.id AND asked.year = {year} AND asked.submitted_at_us IS NOT NULL)";

    private static DynamicParameters Values(PerformanceYear year, long? runId)
    {
        var values = new DynamicParameters();
        values.Add("Year", (long)year.Year);
        values.Add("RunId", runId ?? 0L);
        values.Add("IsPublished", runId is null ? 0L : 1L);
        return values;
    }

    private async Task<IReadOnlyList<OwnerFacts>> Found(string condition, DynamicParameters values, CancellationToken cancellation)
    {
        // One row for each organization in which an owner takes part. Registries are not of a run; all others must be known in it.
        var rows = await database.All(
            $"""
            SELECT owner.id, owner.kind, owner.practice_id, owner.npi,
              paid.source_kind, paid.source_id, part.owner_kind AS part_kind, part.owner_id AS part_id,
              CASE WHEN facts.model = '{OwnerCondition.SharedSavings}' THEN 1 ELSE 0 END AS is_aco,
              CASE WHEN own.own_interoperability = 0 THEN 1 ELSE 0 END AS lacks_own,
              CASE WHEN {UnderReview("@Year")} THEN 1 ELSE 0 END AS is_asked,
              (SELECT CASE WHEN COUNT(DISTINCT sent.registry_id) = 1 THEN MAX(sent.registry_id) END
               FROM registry_submission sent WHERE sent.owner_id = owner.id AND sent.year = @Year) AS sent_by
            FROM owner
            LEFT JOIN assignment paid ON paid.run_id = @RunId AND paid.association_id = owner.id
            LEFT JOIN organization_year facts ON facts.run_id = @RunId AND facts.organization_id = owner.id
            LEFT JOIN subgroup ON subgroup.run_id = @RunId AND subgroup.id = owner.id
            LEFT JOIN score own ON own.run_id = @RunId AND own.owner_id = owner.id
            LEFT JOIN participation part ON part.run_id = @RunId AND part.member_id IN (owner.id, owner.practice_id)
              AND part.list <> '{Participations.Affiliated}' AND part.owner_kind <> 'subgroups' AND {Participations.CountsFor}
            WHERE {condition}
              AND (@IsPublished = 0 OR owner.kind = 'registries' OR paid.run_id IS NOT NULL OR facts.run_id IS NOT NULL OR subgroup.run_id IS NOT NULL)
            ORDER BY owner.id, part.owner_id
            """,
            values,
            row => (Owner: StoredOwner.OwnerOf(row, "kind", "id"), Facts: FactsOf(row), Part: StoredOwner.OwnerOrNull(row, "part_kind", "part_id")),
            cancellation);
        return [.. rows.GroupBy(row => row.Owner, row => row, (_, of) => Joined([.. of]))];
    }

    private static OwnerFacts Joined((OwnerId Owner, OwnerFacts Facts, OwnerId? Part)[] rows) =>
        rows[0].Facts with { TakesPartIn = [.. rows.Select(row => row.Part).OfType<OwnerId>().Distinct().Select(part => new OrganizationId(KindOf(part.Kind), part.Id))] };

    private static OwnerFacts FactsOf(Row row) => new(StoredOwner.OwnerOf(row, "kind", "id"))
    {
        PracticeId = row.TextOrNull("practice_id"),
        Npi = row.TextOrNull("npi") is { } npi ? Npi.Of(npi) : null,
        PaidBy = StoredOwner.OwnerOrNull(row, "source_kind", "source_id"),
        SubmittedBy = row.TextOrNull("sent_by"),
        IsSharedSavingsAco = row.Flag("is_aco"),
        LacksOwnInteroperability = row.Flag("lacks_own"),
        IsUnderReview = row.Flag("is_asked"),
    };

    internal static OrganizationKind KindOf(OwnerKind kind) => kind switch
    {
        OwnerKind.Practice => OrganizationKind.Practice,
        OwnerKind.ApmEntity => OrganizationKind.ApmEntity,
        OwnerKind.VirtualGroup => OrganizationKind.VirtualGroup,
        OwnerKind.Registry => OrganizationKind.Registry,
        _ => throw new InvalidDataException("The store names an organization that is none."),
    };
}
