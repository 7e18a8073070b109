using System.Text.Json;
using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>A unit as the files of cases name it.</summary>
/// <param name="Level">The level.</param>
/// <param name="Tin">The TIN; null for APM Entities and virtual groups.</param>
/// <param name="Own">The NPI, or the id of a subgroup, APM Entity or virtual group; null for groups.</param>
internal readonly record struct UnitName(ParticipationOption Level, string? Tin, string? Own)
{
    private const string EntityType = "entityType";
    private const string TinField = "taxpayerIdentificationNumber";
    private const string NpiField = "nationalProviderIdentifier";
    private const string IdField = "entityId";

    /// <summary>The unit of an owner.</summary>
    public static UnitName Of(StoredOwner owner) => owner.Owner.Kind switch
    {
        OwnerKind.Practice => new(ParticipationOption.Group, owner.Tin, null),
        OwnerKind.Clinician => new(ParticipationOption.Individual, owner.Tin, owner.OwnIdentifier),
        OwnerKind.Subgroup => new(ParticipationOption.Subgroup, owner.Tin, owner.OwnIdentifier),
        OwnerKind.ApmEntity => new(ParticipationOption.ApmEntity, null, owner.Identifier),
        _ => new(ParticipationOption.VirtualGroup, null, owner.Identifier),
    };

    /// <summary>The unit of a line of cases; null where the line names none.</summary>
    public static UnitName? Of(ReadOnlySpan<byte> line)
    {
        var (level, tin, npi, id) = ((string?)null, (string?)null, (string?)null, (string?)null);
        var reader = new Utf8JsonReader(line);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            var name = reader.GetString();
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                _ = name switch { EntityType => level = reader.GetString(), TinField => tin = reader.GetString(), NpiField => npi = reader.GetString(), IdField => id = reader.GetString(), _ => null };
            }
            else
            {
                reader.Skip();
            }
        }

        return Array.Find(Enum.GetValues<ParticipationOption>(), option => string.Equals(option.Word(), level, StringComparison.Ordinal)) switch
        {
            _ when level is null => null,
            ParticipationOption.Individual => new(ParticipationOption.Individual, tin, npi),
            ParticipationOption.Group => new(ParticipationOption.Group, tin, null),
            ParticipationOption.Subgroup => new(ParticipationOption.Subgroup, tin, id),
            var other => new(other, null, id),
        };
    }

    /// <summary>A line of a case without measures that says something of its profile.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="profile">Writes the fields of the profile.</param>
    public byte[] Line(PerformanceYear year, Action<Utf8JsonWriter> profile)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString(EntityType, Level.Word());
            if (Tin is not null)
            {
                json.WriteString(TinField, Tin);
            }

            if (Own is not null)
            {
                json.WriteString(Level == ParticipationOption.Individual ? NpiField : IdField, Own);
            }

            json.WriteNumber("performanceYear", year.Year);
            json.WriteStartArray("measurementSets");
            json.WriteEndArray();
            json.WriteStartObject("profile");
            profile(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
