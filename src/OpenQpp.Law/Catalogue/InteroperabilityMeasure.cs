using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>A Promoting Interoperability measure in one year, with the measures that belong to it.</summary>
public sealed class InteroperabilityMeasure
{
    internal InteroperabilityMeasure(
        int ordinal,
        string id,
        string title,
        bool isProportion,
        InteroperabilityRole role,
        InteroperabilitySet set,
        Finding points,
        string[]? programs)
    {
        Ordinal = ordinal;
        Id = id;
        Title = title;
        IsProportion = isProportion;
        Role = role;
        Set = set;
        Points = points;
        Programs = programs;
    }

    /// <summary>Its place among the measures of the year, by id, from 0.</summary>
    public int Ordinal { get; }

    /// <summary>The measure id, for example <c>PI_EP_1</c>.</summary>
    public string Id { get; }

    /// <summary>The official title.</summary>
    public string Title { get; }

    /// <summary>Reported as numerator and denominator; else yes or no.</summary>
    public bool IsProportion { get; }

    /// <summary>The part it plays.</summary>
    public InteroperabilityRole Role { get; }

    /// <summary>The set to which it belongs.</summary>
    public InteroperabilitySet Set { get; }

    /// <summary>Its points.</summary>
    public Finding Points { get; }

    /// <summary>Programs under which it may be sent; null where CMS published none.</summary>
    public string[]? Programs { get; }

    /// <summary>Its exclusions.</summary>
    public InteroperabilityMeasure[] Exclusions { get; internal set; } = [];

    /// <summary>Measures with which it may not be sent.</summary>
    public InteroperabilityMeasure[] Substitutes { get; internal set; } = [];

    /// <summary>The same measure with a second registry (2019 to 2021), or null.</summary>
    public InteroperabilityMeasure? SecondRegistry { get; internal set; }

    /// <summary>The level of active engagement before production, or null where the measure has no levels.</summary>
    public InteroperabilityMeasure? BeforeProduction { get; internal set; }

    /// <summary>The level of active engagement in production, or null where the measure has no levels.</summary>
    public InteroperabilityMeasure? InProduction { get; internal set; }
}
