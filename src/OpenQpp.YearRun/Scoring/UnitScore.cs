using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>The score of a unit, as much of it as the factors of its clinicians need.</summary>
/// <param name="Level">The level.</param>
/// <param name="Option">The reporting option.</param>
internal sealed record UnitScore(ParticipationOption Level, ReportingOption Option)
{
    private CompetingScore? competing;

    /// <summary>A unit of which a line was rejected: its score cannot be known.</summary>
    public bool IsRejected { get; init; }

    /// <summary>The final score with two decimals; null where the unit did not take part.</summary>
    public decimal? FinalScore { get; init; }

    /// <summary>Scored as facility-based.</summary>
    public bool FacilityBased { get; init; }

    /// <summary>The pathway.</summary>
    public string? MvpId { get; init; }

    /// <summary>Id of a subgroup, virtual group or APM Entity.</summary>
    public string? EntityId { get; init; }

    /// <summary>The threshold score of an individual under the automatic policy.</summary>
    public bool ByAutomaticPolicy { get; init; }

    /// <summary>Percent and weight of each category and the complex patient bonus, as <see cref="PaymentAdjustmentsCsv.NumbersOf"/> writes them.</summary>
    public string Numbers { get; init; } = "";

    /// <summary>The score as it competes with others of a clinician; made once, as most clinicians have it in the same place.</summary>
    /// <param name="place">Its place among them.</param>
    public CompetingScore Competing(int place)
    {
        var made = Volatile.Read(ref competing);
        if (made?.Ordinal != place)
        {
            Volatile.Write(ref competing, made = new(Level, Option, FinalScore)
            {
                FacilityBased = FacilityBased,
                MvpId = MvpId,
                EntityId = EntityId,
                Ordinal = place,
                ByAutomaticPolicy = ByAutomaticPolicy,
            });
        }

        return made;
    }

    public void Write(BinaryWriter to)
    {
        to.Write((byte)Level);
        to.Write((byte)Option);
        to.Write(IsRejected);
        to.Write(FacilityBased);
        to.Write(ByAutomaticPolicy);
        Write(to, FinalScore);
        to.Write(MvpId ?? "");
        to.Write(EntityId ?? "");
        to.Write(Numbers);
    }

    public static UnitScore Read(BinaryReader from)
    {
        var (level, option) = ((ParticipationOption)from.ReadByte(), (ReportingOption)from.ReadByte());
        return new(level, option)
        {
            IsRejected = from.ReadBoolean(),
            FacilityBased = from.ReadBoolean(),
            ByAutomaticPolicy = from.ReadBoolean(),
            FinalScore = ReadNumber(from),
            MvpId = ReadText(from),
            EntityId = ReadText(from),
            Numbers = from.ReadString(),
        };
    }

    private static string? ReadText(BinaryReader from) => from.ReadString() is { Length: > 0 } text ? text : null;

    private static decimal? ReadNumber(BinaryReader from) => from.ReadBoolean() ? from.ReadDecimal() : null;

    private static void Write(BinaryWriter to, decimal? number)
    {
        to.Write(number is not null);
        if (number is { } value)
        {
            to.Write(value);
        }
    }
}
