namespace OpenQpp.YearRun;

/// <summary>The clinicians of an APM Entity group, or of a part of it.</summary>
internal sealed class EntityMembers
{
    /// <summary>How many clinicians.</summary>
    public int Clinicians { get; set; }

    /// <summary>Their MIPS eligible types.</summary>
    public SortedSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The model of the Entity, as the lists have it.</summary>
    public string Model { get; set; } = "";

    public void Add(EntityMembers other)
    {
        Clinicians += other.Clinicians;
        Types.UnionWith(other.Types);
        // Lists that disagree: the first word in the alphabet, whatever the order of the rows.
        Model = Model.Length == 0 || (other.Model.Length > 0 && string.CompareOrdinal(other.Model, Model) < 0) ? other.Model : Model;
    }

    public void Write(BinaryWriter to, string entity)
    {
        to.Write(entity);
        to.Write(Clinicians);
        to.Write(Model);
        to.Write(string.Join(';', Types));
    }

    public static EntityMembers Read(BinaryReader from)
    {
        var members = new EntityMembers { Clinicians = from.ReadInt32(), Model = from.ReadString() };
        members.Types.UnionWith(from.ReadString().Split(';', StringSplitOptions.RemoveEmptyEntries));
        return members;
    }
}
