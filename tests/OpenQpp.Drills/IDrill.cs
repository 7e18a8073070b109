namespace OpenQpp.Drills;

/// <summary>Something that people or programs do to a store, during which the server is killed.</summary>
internal interface IDrill
{
    /// <summary>What it is.</summary>
    string Name { get; }

    /// <summary>Gets ready for another time.</summary>
    Task Begin(DrillWorld world, int time);

    /// <summary>Does it, or what is left of it to do, as the person would; true when it was answered with success.</summary>
    Task<bool> Act(DrillWorld world);

    /// <summary>Whether all of it is in the store. Fails where anything that was answered with success is not.</summary>
    Task<bool> IsDone(DrillWorld world);
}
