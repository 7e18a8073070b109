namespace OpenQpp.YearRun;

/// <summary>The clinicians of an APM Entity group, or of a part of it.</summary>
internal sealed class EntityMembers
{
    /// <summary>How many clinicians.</summary>
    public int Clinicians { get; set; }

    /// <summary>Their MIPS eligible types.</summary>
    public SortedSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The model of the Entity, as the lists have it.</summary>
    public string Model { get; private set; } = "";

    public void Add(EntityMembers other)
    {
        Clinicians += other.Clinicians;
        Types.UnionWith(other.Types);
        Add(other.Model);
    }

    /// <summary>Takes what a list says of the model. Lists that disagree: the first word in the alphabet, whatever the order of the rows.</summary>
    /// <param name="model">The model; empty where the list has none.</param>
    public void Add(string model) =>
        Model = Model.Length == 0 || (model.Length > 0 && string.CompareOrdinal(model, Model) < 0) ? model : Model;

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
