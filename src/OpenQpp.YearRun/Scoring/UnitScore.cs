using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>The score of a unit, as much of it as the factors of its clinicians need.</summary>
/// <param name="Level">The level.</param>
/// <param name="Option">The reporting option.</param>
internal sealed record UnitScore(ParticipationOption Level, ReportingOption Option)
{
    private const int Categories = 4;

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

    /// <summary>Percent and weight of each category; a percent is null where it was not scored.</summary>
    public (decimal? Percent, decimal? Weight)[] ByCategory { get; init; } = new (decimal?, decimal?)[Categories];

    /// <summary>The complex patient bonus.</summary>
    public decimal? ComplexPatientBonus { get; init; }

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
        foreach (var (percent, weight) in ByCategory)
        {
            Write(to, percent);
            Write(to, weight);
        }

        Write(to, ComplexPatientBonus);
    }

    public static UnitScore Read(BinaryReader from)
    {
        var (level, option) = ((ParticipationOption)from.ReadByte(), (ReportingOption)from.ReadByte());
        var score = new UnitScore(level, option)
        {
            IsRejected = from.ReadBoolean(),
            FacilityBased = from.ReadBoolean(),
            ByAutomaticPolicy = from.ReadBoolean(),
            FinalScore = ReadNumber(from),
            MvpId = ReadText(from),
            EntityId = ReadText(from),
        };
        for (var category = 0; category < Categories; category++)
        {
            score.ByCategory[category] = (ReadNumber(from), ReadNumber(from));
        }

        return score with { ComplexPatientBonus = ReadNumber(from) };
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
