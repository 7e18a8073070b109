using System.Globalization;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>What a problem did to the run.</summary>
internal enum Consequence : byte
{
    /// <summary>A participant or a row was rejected.</summary>
    Rejected,

    /// <summary>Something is worth knowing; the participant was scored.</summary>
    Note,
}

/// <summary>A line of problems.csv.</summary>
/// <param name="Consequence">What it did.</param>
/// <param name="Code">Its stable code.</param>
/// <param name="File">The file of the input.</param>
/// <param name="Line">The line of the file; 0 where there is none.</param>
/// <param name="Path">The column or the JSON path.</param>
/// <param name="Unit">Whom it touches.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record RunProblem(Consequence Consequence, ProblemCode Code, InputTable File, long Line, string Path, UnitKey? Unit, string Message)
{
    /// <summary>How many rows or results it touches.</summary>
    public long Rows { get; init; } = 1;

    /// <summary>An election that was not accepted.</summary>
    /// <param name="refused">The election.</param>
    public static RunProblem Of(RefusedElection refused)
    {
        var (election, place) = (refused.Election, refused.Election.Place);
        var (open, close) = (place.LastIndexOf('('), place.LastIndexOf(')'));
        var line = open >= 0 && long.TryParse(place.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        UnitKey unit = election.Unit.Level switch
        {
            UnitLevel.Individual => new(ParticipationOption.Individual, election.Unit.Tin, election.Unit.Npi),
            UnitLevel.Group => new(ParticipationOption.Group, election.Unit.Tin, ""),
            _ => new(ParticipationOption.ApmEntity, "", election.Unit.EntityId),
        };
        return new(Consequence.Note, refused.Code, InputTable.Elections, line, "choice", unit, refused.Says);
    }

    public static int Compare(RunProblem one, RunProblem other)
    {
        var order = one.File.CompareTo(other.File);
        order = order != 0 ? order : one.Line.CompareTo(other.Line);
        order = order != 0 ? order : string.CompareOrdinal(one.Path, other.Path);
        order = order != 0 ? order : one.Code.CompareTo(other.Code);
        return order != 0 ? order : string.CompareOrdinal(one.Message, other.Message);
    }

    public void Write(BinaryWriter to)
    {
        to.Write((byte)Consequence);
        to.Write((int)Code);
        to.Write((byte)File);
        to.Write(Line);
        to.Write(Path);
        to.Write(Unit is not null);
        if (Unit is { } unit)
        {
            to.Write((byte)unit.Level);
            to.Write(unit.Tin);
            to.Write(unit.Id);
        }

        to.Write(Message);
        to.Write(Rows);
    }

    public static RunProblem Read(BinaryReader from)
    {
        var (consequence, code, file, line, path) = ((Consequence)from.ReadByte(), (ProblemCode)from.ReadInt32(), (InputTable)from.ReadByte(), from.ReadInt64(), from.ReadString());
        UnitKey? unit = from.ReadBoolean() ? new((ParticipationOption)from.ReadByte(), from.ReadString(), from.ReadString()) : null;
        return new(consequence, code, file, line, path, unit, from.ReadString()) { Rows = from.ReadInt64() };
    }
}
