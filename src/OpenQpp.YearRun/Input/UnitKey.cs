using System.Text;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>Whom a case is about.</summary>
/// <param name="Level">The level that takes part.</param>
/// <param name="Tin">The TIN; empty for virtual groups and APM Entities.</param>
/// <param name="Id">The NPI of an individual, the entity id of a subgroup, virtual group or APM Entity; empty for a group.</param>
internal readonly record struct UnitKey(ParticipationOption Level, string Tin, string Id)
{
    /// <summary>Whether the unit belongs to one TIN.</summary>
    public bool IsOfTin => Level is ParticipationOption.Individual or ParticipationOption.Group or ParticipationOption.Subgroup;

    /// <summary>The unit of a case that was read.</summary>
    /// <param name="submission">The case.</param>
    public static UnitKey Of(Submission submission)
    {
        var (tin, id) = (submission.TaxpayerIdentificationNumber ?? "", submission.EntityId ?? "");
        return submission.EntityType switch
        {
            ParticipationOption.Individual => new(ParticipationOption.Individual, tin, submission.NationalProviderIdentifier ?? ""),
            ParticipationOption.Group => new(ParticipationOption.Group, tin, ""),
            ParticipationOption.Subgroup => new(ParticipationOption.Subgroup, tin, id),
            var other => new(other, "", id),
        };
    }

    /// <summary>The unit of a case from its bytes, found without reading it all; null where the document is no case.</summary>
    /// <param name="utf8">The document.</param>
    public static UnitKey? Of(ReadOnlySpan<byte> utf8)
    {
        if (Text(utf8, "\"entityType\""u8) is { } word && ParticipationOptions.OfEntityType(word) is { } level)
        {
            var tin = Text(utf8, "\"taxpayerIdentificationNumber\""u8);
            var id = level == ParticipationOption.Individual ? Text(utf8, "\"nationalProviderIdentifier\""u8) : level == ParticipationOption.Group ? "" : Text(utf8, "\"entityId\""u8);
            var isWhole = id is not null && (tin is not null || level is ParticipationOption.Subgroup or ParticipationOption.VirtualGroup or ParticipationOption.ApmEntity);
            if (isWhole)
            {
                return new(level, level is ParticipationOption.VirtualGroup or ParticipationOption.ApmEntity ? "" : tin ?? "", id!);
            }
        }

        return CaseReader.Read(utf8, new ProblemList()) is { } submission ? Of(submission) : null;
    }

    /// <summary>The text that follows a name; null where there is none that could be taken as it stands.</summary>
    private static string? Text(ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> name)
    {
        var place = utf8.IndexOf(name);
        if (place < 0)
        {
            return null;
        }

        var rest = utf8[(place + name.Length)..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] != ':')
        {
            return null;
        }

        rest = rest[1..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] != '"')
        {
            return null;
        }

        var end = rest[1..].IndexOfAny((byte)'"', (byte)'\\');
        return end >= 0 && rest[end + 1] == '"' && Ascii.IsValid(rest.Slice(1, end)) ? Encoding.ASCII.GetString(rest.Slice(1, end)) : null;
    }
}
