namespace OpenQpp.Vocabulary;

/// <summary>The MIPS payment year: the calendar year whose payments are adjusted, two years after the performance year.</summary>
/// <param name="Year">The calendar year, for example 2026 for performance year 2024.</param>
public readonly record struct PaymentYear(int Year)
{
    /// <summary>The performance year that decides this payment year (42 CFR 414.1305).</summary>
    public PerformanceYear PerformanceYear => new(Year - 2);
}
