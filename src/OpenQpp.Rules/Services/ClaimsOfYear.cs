using OpenQpp.Law;

namespace OpenQpp.Rules;

/// <summary>Which claims are those of a year: services in it, received in time, final and not denied.</summary>
public static class ClaimsOfYear
{
    private const int LastMonth = 12;
    private const int LastDay = 31;

    /// <summary>The last day on which a claim of a year is received in time.</summary>
    /// <param name="year">The year of the services.</param>
    /// <param name="law">The law.</param>
    public static DateOnly LastReceipt(int year, YearLaw law) => new DateOnly(year, LastMonth, LastDay).AddDays((int)law.Services.RunOutDays.Number);

    /// <summary>Whether a claim type is one of a professional claim; one that is not known is.</summary>
    /// <param name="claimType">CMS claim type, or null.</param>
    /// <param name="law">The law.</param>
    public static bool IsProfessional(string? claimType, YearLaw law) => claimType is null || law.Services.ProfessionalTypes.Contains(claimType);

    /// <summary>Whether a professional line counts in a year.</summary>
    /// <param name="line">The line.</param>
    /// <param name="year">The year of the services.</param>
    /// <param name="law">The law.</param>
    public static bool Holds(ServiceLine line, int year, YearLaw law) =>
        IsProfessional(line.ClaimType, law) && line.Denied != true && line.FinalAction != false && IsInTime(line.Service, line.Received, year, law);

    /// <summary>Whether an institutional line counts in a year.</summary>
    /// <param name="line">The line.</param>
    /// <param name="year">The year of the services.</param>
    /// <param name="law">The law.</param>
    public static bool Holds(InstitutionalLine line, int year, YearLaw law) =>
        line.Denied != true && line.FinalAction != false && IsInTime(line.Service, line.Received, year, law);

    private static bool IsInTime(DateOnly? service, DateOnly? received, int year, YearLaw law) =>
        service?.Year == year && (received is { } day ? day <= LastReceipt(year, law) : !law.Settings.UnknownReceiptIsLate);
}
