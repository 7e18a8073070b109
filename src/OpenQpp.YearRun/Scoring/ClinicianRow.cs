using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>What a TIN/NPI is in MIPS, as far as that depends on who reported.</summary>
/// <param name="Is">No factor, neutral or adjusted.</param>
/// <param name="Reason">Why, in one word.</param>
/// <param name="Exclusion">What excludes; empty where nothing does.</param>
/// <param name="Levels">The levels whose scores compete, a bit each.</param>
internal readonly record struct StandingRow(MipsStanding Is, string Reason, string Exclusion, byte Levels)
{
    /// <summary>What a pair is that did not bill in the performance year.</summary>
    public static StandingRow Nothing { get; } = new(MipsStanding.None, "", "", 0);

    /// <summary>Whether the score of a level competes.</summary>
    /// <param name="level">The level.</param>
    public bool Has(ParticipationOption level) => (Levels & (1 << (int)level)) != 0;

    public static StandingRow Of(MipsStatus status)
    {
        var levels = 0;
        foreach (var level in status.Levels)
        {
            levels |= 1 << (int)level;
        }

        return new(status.Is, status.Reason, status.Exclusion ?? "", (byte)levels);
    }

    public void Write(BinaryWriter to)
    {
        to.Write((byte)Is);
        to.Write(Reason);
        to.Write(Exclusion);
        to.Write(Levels);
    }

    public static StandingRow Read(BinaryReader from, RowTexts texts) => new((MipsStanding)from.ReadByte(), texts.Of(from), texts.Of(from), from.ReadByte());
}

/// <summary>A row of the output before scores are compared: a TIN/NPI of clinicians.csv or of charges.csv.</summary>
/// <param name="Tin">The TIN.</param>
/// <param name="Npi">The NPI.</param>
internal sealed record ClinicianRow(string Tin, string Npi)
{
    /// <summary>Billed in the performance year; else the pair is known from charges.csv only.</summary>
    public bool IsOfYear { get; init; }

    /// <summary>A row of the input about the clinician was rejected.</summary>
    public bool IsRejected { get; init; }

    /// <summary>A QP.</summary>
    public bool IsQp { get; init; }

    /// <summary>What the TIN/NPI is where none of the levels reported on which it depends.</summary>
    public StandingRow IfNotReported { get; init; } = StandingRow.Nothing;

    /// <summary>What it is where one of them did.</summary>
    public StandingRow IfReported { get; init; } = StandingRow.Nothing;

    /// <summary>Where the scores stand among those of the part.</summary>
    public ScorePlaces Scores { get; init; } = ScorePlaces.None;

    /// <summary>The virtual group.</summary>
    public string VirtualGroup { get; init; } = "";

    /// <summary>The APM Entity groups.</summary>
    public string[] Entities { get; init; } = [];

    /// <summary>Estimated allowed charges of the payment year.</summary>
    public decimal Charges { get; init; }

    /// <summary>State of the practice.</summary>
    public string State { get; init; } = "";

    /// <summary>Clinicians of the practice.</summary>
    public int PracticeSize { get; init; }

    /// <summary>Whether the same must come of another clinician: everything is the same on which it depends.</summary>
    /// <param name="other">Another clinician of the part.</param>
    public bool IsAlike(ClinicianRow other) =>
        IsOfYear == other.IsOfYear && IsRejected == other.IsRejected && IsQp == other.IsQp
        && IfNotReported == other.IfNotReported && IfReported == other.IfReported
        && Scores == other.Scores && Entities.AsSpan().SequenceEqual(other.Entities)
        && string.Equals(VirtualGroup, other.VirtualGroup, StringComparison.Ordinal);

    /// <summary>Writes the row.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="standings">The places of both standings among those that are written once.</param>
    public void Write(BinaryWriter to, (int IfNotReported, int IfReported) standings)
    {
        to.Write(Tin);
        to.Write(Npi);
        to.Write(IsOfYear);
        to.Write(IsRejected);
        to.Write(IsQp);
        to.Write7BitEncodedInt(standings.IfNotReported);
        to.Write7BitEncodedInt(standings.IfReported);
        Scores.Write(to);
        to.Write(VirtualGroup);
        to.Write7BitEncodedInt(Entities.Length);
        foreach (var entity in Entities)
        {
            to.Write(entity);
        }

        to.Write(Charges);
        to.Write(State);
        to.Write(PracticeSize);
    }

    /// <summary>Reads a row.</summary>
    /// <param name="from">Where it stands.</param>
    /// <param name="texts">Makes the texts.</param>
    /// <param name="standings">The standings in their places.</param>
    public static ClinicianRow Read(BinaryReader from, RowTexts texts, StandingRow[] standings) => new(texts.Of(from), from.ReadString())
    {
        IsOfYear = from.ReadBoolean(),
        IsRejected = from.ReadBoolean(),
        IsQp = from.ReadBoolean(),
        IfNotReported = standings[from.Read7BitEncodedInt()],
        IfReported = standings[from.Read7BitEncodedInt()],
        Scores = ScorePlaces.Read(from),
        VirtualGroup = texts.Of(from),
        Entities = ReadTexts(from, texts),
        Charges = from.ReadDecimal(),
        State = texts.Of(from),
        PracticeSize = from.ReadInt32(),
    };

    private static string[] ReadTexts(BinaryReader from, RowTexts texts)
    {
        var count = from.Read7BitEncodedInt();
        if (count == 0)
        {
            return [];
        }

        var read = new string[count];
        for (var place = 0; place < count; place++)
        {
            read[place] = texts.Of(from);
        }

        return read;
    }
}
