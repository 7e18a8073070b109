using OpenQpp.Law;

namespace OpenQpp.Rules;

/// <summary>A month of a beneficiary's enrolment. Null is not known, never no.</summary>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="PartA">Enrolled in Part A.</param>
/// <param name="PartB">Enrolled in Part B.</param>
/// <param name="MedicareAdvantage">In a private plan.</param>
/// <param name="Country">Where the beneficiary lives.</param>
/// <param name="Death">Day of death.</param>
public sealed record BeneficiaryMonth(int Month, bool? PartA, bool? PartB, bool? MedicareAdvantage, string? Country, DateOnly? Death);

/// <summary>Whether a beneficiary counts in a year's items and services.</summary>
public static class BeneficiaryYear
{
    private const int Months = 12;

    /// <summary>
    /// Every month in Parts A and B, in no private plan, within the United States or a territory, and alive to the end of the year. What is
    /// not known of a month does not show that it is so.
    /// </summary>
    /// <param name="months">The months of the year that are recorded.</param>
    /// <param name="law">The law.</param>
    public static bool Counts(IReadOnlyList<BeneficiaryMonth> months, YearLaw law) =>
        months.Select(month => month.Month).Distinct().Count() == Months
        && months.All(month => month is { PartA: true, PartB: true, MedicareAdvantage: false, Country: { } country } && law.Services.Countries.Contains(country))
        && !months.Any(month => month.Death is { } death && death.Year <= law.Year.Year);
}
