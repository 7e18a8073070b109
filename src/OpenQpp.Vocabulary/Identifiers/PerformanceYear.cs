namespace OpenQpp.Vocabulary;

/// <summary>The calendar year in which care was given and measured.</summary>
/// <remarks>
/// A type of its own because the regulation speaks in payment years and the guides in performance years; the two are
/// two years apart and confusing them is the commonest mistake of all.
/// </remarks>
/// <param name="Year">The calendar year, for example 2024.</param>
public readonly record struct PerformanceYear(int Year) : IComparable<PerformanceYear>
{
    /// <summary>The year whose Medicare payments carry the adjustment: two years later (42 CFR 414.1305).</summary>
    public PaymentYear PaymentYear => new(Year + 2);

    /// <summary>The first of January of the year.</summary>
    public DateOnly FirstDay => new(Year, 1, 1);

    /// <summary>The last of December of the year.</summary>
    public DateOnly LastDay => new(Year, 12, 31);

    /// <inheritdoc/>
    public int CompareTo(PerformanceYear other) => Year.CompareTo(other.Year);

    /// <summary>Order by time.</summary>
    public static bool operator <(PerformanceYear left, PerformanceYear right) => left.Year < right.Year;

    /// <summary>Order by time.</summary>
    public static bool operator >(PerformanceYear left, PerformanceYear right) => left.Year > right.Year;

    /// <summary>Order by time.</summary>
    public static bool operator <=(PerformanceYear left, PerformanceYear right) => left.Year <= right.Year;

    /// <summary>Order by time.</summary>
    public static bool operator >=(PerformanceYear left, PerformanceYear right) => left.Year >= right.Year;
}
