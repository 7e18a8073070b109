using System.Runtime.InteropServices;

namespace OpenQpp.YearRun;

/// <summary>Where the scores of a clinician stand among those of the part; −1 where there is none.</summary>
/// <param name="Individual">The clinician's own.</param>
/// <param name="Group">That of the TIN.</param>
/// <param name="Subgroup">That of the subgroup.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScorePlaces(int Individual, int Group, int Subgroup)
{
    /// <summary>No score in the part.</summary>
    public static ScorePlaces None { get; } = new(-1, -1, -1);

    public void Write(BinaryWriter to)
    {
        to.Write(Individual);
        to.Write(Group);
        to.Write(Subgroup);
    }

    public static ScorePlaces Read(BinaryReader from) => new(from.ReadInt32(), from.ReadInt32(), from.ReadInt32());
}
