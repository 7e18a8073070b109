using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The law as text: all tables of all years and variants, as they were packed at build.</summary>
/// <remarks>
/// Tables of a year are found under <c>2024/benchmarks</c>, those of a variant under <c>2019-proposed/benchmarks</c>,
/// tables about the law as a whole (definitions of parameters, coverage, scenarios) under their plain name.
/// </remarks>
public abstract class LawText
{
    /// <summary>The performance years that are recorded, ascending.</summary>
    public abstract IReadOnlyList<PerformanceYear> Years { get; }

    /// <summary>The variants that are recorded, with the performance year of each.</summary>
    public abstract IReadOnlyDictionary<string, PerformanceYear> Variants { get; }

    /// <summary>A table, or null where there is none of that name.</summary>
    /// <param name="name">Name of the table.</param>
    public abstract LawTable? Find(string name);

    /// <summary>A table that must be there.</summary>
    /// <param name="name">Name of the table.</param>
    /// <exception cref="LawDataException">There is no such table.</exception>
    public LawTable Table(string name) => Find(name) ?? throw new LawDataException($"The law has no table '{name}'.");
}
