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

    public static StandingRow Read(BinaryReader from) => new((MipsStanding)from.ReadByte(), from.ReadString(), from.ReadString(), from.ReadByte());
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

    /// <summary>Place of each score among those of the part, or −1: individual, group, subgroup.</summary>
    public int[] Scores { get; init; } = [-1, -1, -1];

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

    public void Write(BinaryWriter to)
    {
        to.Write(Tin);
        to.Write(Npi);
        to.Write(IsOfYear);
        to.Write(IsRejected);
        to.Write(IsQp);
        IfNotReported.Write(to);
        IfReported.Write(to);
        foreach (var score in Scores)
        {
            to.Write(score);
        }

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

    public static ClinicianRow Read(BinaryReader from) => new(from.ReadString(), from.ReadString())
    {
        IsOfYear = from.ReadBoolean(),
        IsRejected = from.ReadBoolean(),
        IsQp = from.ReadBoolean(),
        IfNotReported = StandingRow.Read(from),
        IfReported = StandingRow.Read(from),
        Scores = [from.ReadInt32(), from.ReadInt32(), from.ReadInt32()],
        VirtualGroup = from.ReadString(),
        Entities = ReadTexts(from),
        Charges = from.ReadDecimal(),
        State = from.ReadString(),
        PracticeSize = from.ReadInt32(),
    };

    private static string[] ReadTexts(BinaryReader from)
    {
        var texts = new string[from.Read7BitEncodedInt()];
        for (var place = 0; place < texts.Length; place++)
        {
            texts[place] = from.ReadString();
        }

        return texts;
    }
}
