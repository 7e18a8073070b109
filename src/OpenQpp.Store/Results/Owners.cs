using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>An owner as the store knows it, whatever the year.</summary>
/// <param name="Owner">Kind and opaque id.</param>
/// <param name="Identifier">What names it outside: a TIN; an id of an APM Entity, virtual group or registry; <c>TIN:subgroup id</c>; <c>TIN:NPI</c>. Never in an address or a log.</param>
/// <param name="PracticeId">The practice of a subgroup or of a TIN/NPI; null for others.</param>
/// <param name="Npi">The NPI of a TIN/NPI; null for others.</param>
public sealed record StoredOwner(OwnerId Owner, string Identifier, string? PracticeId, string? Npi)
{
    /// <summary>What joins the parts of an identifier.</summary>
    internal const char Joint = ':';

    /// <summary>The TIN of a practice, subgroup or TIN/NPI; null for others.</summary>
    public string? Tin => Owner.Kind is OwnerKind.Practice or OwnerKind.Subgroup or OwnerKind.Clinician ? Identifier.Split(Joint)[0] : null;

    /// <summary>What names it beside its practice: the id of a subgroup, the NPI of a TIN/NPI, else the identifier.</summary>
    public string OwnIdentifier => Identifier[(Identifier.IndexOf(Joint, StringComparison.Ordinal) + 1)..];

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

    /// <summary>Every TIN/NPI of an NPI, whatever the year.</summary>
    /// <param name="npi">The NPI.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredOwner>> OfNpi(string npi, CancellationToken cancellation = default) =>
        database.All($"SELECT {Columns} FROM owner WHERE npi = @Npi ORDER BY identifier", new { Npi = npi }, StoredOwner.Of, cancellation);
}
