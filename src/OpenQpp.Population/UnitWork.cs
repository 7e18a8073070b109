namespace OpenQpp.Population;

/// <summary>A unit to be written: its performance is found for a wanted score, or fixed.</summary>
internal sealed class UnitWork
{
    private UnitWork(UnitCase unit, int clinicians, RandomStream? random, Performance performance) =>
        (Unit, Clinicians, Random, Performance) = (unit, clinicians, random, performance);

    public UnitCase Unit { get; }

    /// <summary>Clinicians who take its score; 0 where nobody does.</summary>
    public int Clinicians { get; }

    /// <summary>Draws the wanted score; null where the performance is fixed.</summary>
    public RandomStream? Random { get; }

    /// <summary>The performance.</summary>
    public Performance Performance { get; set; }

    /// <summary>The lowest and the highest score within reach.</summary>
    public (decimal Least, decimal Most) Reach { get; set; }

    /// <summary>The wanted score.</summary>
    public decimal Wanted { get; set; }

    /// <summary>The score.</summary>
    public decimal Score { get; set; }

    /// <summary>Whether a score is aimed at.</summary>
    public bool IsAimed => Random is not null;

    /// <summary>A unit whose score is aimed at.</summary>
    public static UnitWork Aimed(UnitCase unit, int clinicians, RandomStream random) => new(unit, clinicians, random, default);

    /// <summary>A unit whose performance is fixed.</summary>
    public static UnitWork Fixed(UnitCase unit, int clinicians, Performance performance) => new(unit, clinicians, null, performance);
}
