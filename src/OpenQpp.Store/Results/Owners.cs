using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>An owner as the store knows it, whatever the year.</summary>
/// <param name="Owner">Kind and opaque id.</param>
/// <param name="Identifier">What names it outside: a TIN; an id of an APM Entity, virtual group or registry; <c>TIN:subgroup id</c>; <c>TIN:NPI</c>. Never in an address or a log.</param>
/// <param name="PracticeId">The practice of a subgroup or of a TIN/NPI; null for others.</param>
/// <param name="Npi">The NPI of a TIN/NPI; null for others.</param>
public sealed record StoredOwner(OwnerId Owner, string Identifier, string? PracticeId, string? Npi)
{
    private const char Joint = ':';

    /// <summary>The TIN of a practice, subgroup or TIN/NPI; null for others.</summary>
    public string? Tin => Owner.Kind is OwnerKind.Practice or OwnerKind.Subgroup or OwnerKind.Clinician ? TinOf(Identifier) : null;

    /// <summary>What names a subgroup or TIN/NPI outside: the TIN and its own id.</summary>
    /// <param name="tin">The TIN.</param>
    /// <param name="own">The id of the subgroup, or the NPI.</param>
    public static string IdentifierOf(string tin, string own) => $"{tin}{Joint}{own}";

    /// <summary>What names it beside its practice: the id of a subgroup, the NPI of a TIN/NPI, else the identifier.</summary>
    public string OwnIdentifier => OwnPart(Identifier);

    internal static string TinOf(string identifier) => identifier.Split(Joint)[0];

    internal static string OwnPart(string identifier) => identifier[(identifier.IndexOf(Joint, StringComparison.Ordinal) + 1)..];

    internal static StoredOwner Of(Row row) => new(OwnerOf(row, "kind", "id"), row.Text("identifier"), row.TextOrNull("practice_id"), row.TextOrNull("npi"));

    internal static OwnerId OwnerOf(Row row, string kind, string id) => new(KindOf(row.Text(kind)), row.Text(id));

    internal static OwnerId? OwnerOrNull(Row row, string kind, string id) => row.TextOrNull(id) is { } known ? new(KindOf(row.Text(kind)), known) : null;

    internal static OwnerKind KindOf(string word) => OwnerKinds.Of(word) ?? throw new InvalidDataException("The store holds a kind of owner that there is not.");
}

/// <summary>Owners by their ids and identifiers.</summary>
/// <param name="database">The store.</param>
public sealed class Owners(StoreDatabase database)
{
    private const string Columns = "id, kind, identifier, practice_id, npi";

    /// <summary>An owner by its opaque id; null where there is none of the kind.</summary>
    /// <param name="owner">Kind and id, as an address names them.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredOwner?> ById(OwnerId owner, CancellationToken cancellation = default) =>
        OpaqueId.HasForm(owner.Id)
            ? database.First($"SELECT {Columns} FROM owner WHERE id = @Id AND kind = @Kind", new { owner.Id, Kind = owner.Kind.Word() }, StoredOwner.Of, cancellation)
            : Task.FromResult<StoredOwner?>(null);

    /// <summary>An owner by what names it outside; null where it is not known.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="identifier">The identifier, see <see cref="StoredOwner"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredOwner?> ByIdentifier(OwnerKind kind, string identifier, CancellationToken cancellation = default) =>
        database.First($"SELECT {Columns} FROM owner WHERE kind = @Kind AND identifier = @Identifier", new { Kind = kind.Word(), Identifier = identifier }, StoredOwner.Of, cancellation);

    /// <summary>An owner by what names it outside; who has no id yet is given one, for good. For those about whom nothing was published yet.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="identifier">The identifier, see <see cref="StoredOwner"/>, checked.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredOwner> Known(OwnerKind kind, string identifier, CancellationToken cancellation = default) =>
        database.InTransaction(
            async session =>
            {
                if (kind is not (OwnerKind.Subgroup or OwnerKind.Clinician))
                {
                    return await Known(session, new(new(kind, OpaqueId.New()), identifier, null, null));
                }

                var wanted = new StoredOwner(new(kind, OpaqueId.New()), identifier, null, null);
                var practice = await Known(session, new(new(OwnerKind.Practice, OpaqueId.New()), wanted.Tin!, null, null));
                return await Known(session, wanted with { PracticeId = practice.Owner.Id, Npi = kind == OwnerKind.Clinician ? wanted.OwnIdentifier : null });
            },
            cancellation);

    private static async Task<StoredOwner> Known(StoreSession session, StoredOwner wanted)
    {
        var values = new { wanted.Owner.Id, Kind = wanted.Owner.Kind.Word(), wanted.Identifier, wanted.PracticeId, wanted.Npi };
        await session.Execute("INSERT INTO owner (id, kind, identifier, practice_id, npi) VALUES (@Id, @Kind, @Identifier, @PracticeId, @Npi) ON CONFLICT DO NOTHING", values);
        return (await session.First($"SELECT {Columns} FROM owner WHERE kind = @Kind AND identifier = @Identifier", values, StoredOwner.Of))!;
    }

    /// <summary>Every TIN/NPI of an NPI, whatever the year.</summary>
    /// <param name="npi">The NPI.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredOwner>> OfNpi(string npi, CancellationToken cancellation = default) =>
        database.All($"SELECT {Columns} FROM owner WHERE npi = @Npi ORDER BY identifier", new { Npi = npi }, StoredOwner.Of, cancellation);
}
