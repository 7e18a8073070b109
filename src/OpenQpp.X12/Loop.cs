namespace OpenQpp.X12;

/// <summary>A loop of a transaction set: its segments, then the loops within it.</summary>
/// <param name="Name">Its name in the implementation guide, for example <c>2100</c>.</param>
public sealed record Loop(string Name)
{
    /// <summary>Its segments, in the order of the file.</summary>
    public List<Segment> Segments { get; } = [];

    /// <summary>The loops within it, in the order of the file.</summary>
    public List<Loop> Loops { get; } = [];

    /// <summary>The first segment.</summary>
    public Segment First => Segments[0];

    /// <summary>The first segment of a kind, or null.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="qualifier">Its first element; null for any.</param>
    public Segment? Find(string id, string? qualifier = null) =>
        Segments.Find(segment => string.Equals(segment.Id, id, StringComparison.Ordinal) && (qualifier is null || string.Equals(segment[1], qualifier, StringComparison.Ordinal)));

    /// <summary>All segments of a kind.</summary>
    /// <param name="id">The identifier.</param>
    public IEnumerable<Segment> All(string id) => Segments.Where(segment => string.Equals(segment.Id, id, StringComparison.Ordinal));

    /// <summary>The first loop of a name within it, or null.</summary>
    /// <param name="name">The name.</param>
    public Loop? Within(string name) => Loops.Find(loop => string.Equals(loop.Name, name, StringComparison.Ordinal));

    /// <summary>All segments, those of inner loops included, in the order of the file.</summary>
    public IEnumerable<Segment> Flat() => Segments.Concat(Loops.SelectMany(loop => loop.Flat()));
}
