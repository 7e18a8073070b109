using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Remits;

/// <summary>What an audit knows besides the remittances.</summary>
/// <param name="book">The law of all years.</param>
/// <param name="factors">The factors.</param>
/// <param name="settings">Settings that differ from their default.</param>
public sealed class AuditSources(LawBook book, FactorTable factors, IReadOnlyDictionary<string, string>? settings = null)
{
    private readonly Dictionary<int, YearLaw?> laws = [];
    private readonly YearLaw newest = book.Of(book.Years[^1], settings);

    /// <summary>Status indicators of the fee schedule; null where they are not given.</summary>
    public FeeScheduleTable? Schedule { get; init; }

    /// <summary>What the claims say; null where they are not given.</summary>
    public ClaimFactsTable? Claims { get; init; }

    /// <summary>The factors.</summary>
    public FactorTable Factors => factors;

    /// <summary>Amounts are cut off after the cents, not rounded.</summary>
    internal bool IsCutOff => newest.Settings.ClaimCentsAreCutOff;

    /// <summary>The law by which a service is paid; null where its year is not recorded.</summary>
    /// <param name="service">Date of service.</param>
    internal YearLaw? LawOf(DateOnly? service)
    {
        if (service is not { } day)
        {
            return null;
        }

        if (!laws.TryGetValue(day.Year, out var law))
        {
            var year = new PaymentYear(day.Year).PerformanceYear;
            laws[day.Year] = law = book.Has(year.Year) ? book.Of(year, settings) : null;
        }

        return law;
    }

    /// <summary>The setting by claim type, specialty and place of service.</summary>
    /// <param name="facts">What the claim says; null where it is not at hand.</param>
    /// <param name="place">Place of service as the remittance repeats it; null where it does not.</param>
    /// <param name="law">The law of the year; null where it is not recorded.</param>
    internal static ClaimSetting? SettingOf(ClaimFacts? facts, string? place, YearLaw? law) =>
        facts?.Setting ?? (law is null ? null : LineSetting.For(facts?.ClaimType, facts?.Specialty, facts?.PlaceOfService ?? place, law.Claims));
}
