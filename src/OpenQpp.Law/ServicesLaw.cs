using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>A range of HCPCS codes in which services are shown together.</summary>
/// <param name="Key">Its key, for example <c>L1-9</c>.</param>
/// <param name="Begins">With which digit or letter its codes begin.</param>
/// <param name="Label">What it holds.</param>
public sealed record ServiceRange(string Key, char Begins, string Label);

/// <summary>A service of primary care by which patients are attributed.</summary>
/// <param name="Code">Its HCPCS code.</param>
/// <param name="From">The first day of service; null where there is none.</param>
/// <param name="Until">The last day of service; null where there is none.</param>
/// <param name="NotInNursingFacility">It does not count in a skilled nursing facility.</param>
public sealed record PrimaryCareCode(string Code, DateOnly? From, DateOnly? Until, bool NotInNursingFacility)
{
    /// <summary>Place of service of a skilled nursing facility.</summary>
    public const string NursingFacility = "31";
}

/// <summary>What the items, services and emergency visits of feedback are counted by in one year, section 1848(q)(12)(B) of the Act.</summary>
public sealed class ServicesLaw
{
    private readonly LawTable codes;
    private readonly LawTable primaryCare;

    internal ServicesLaw(PerformanceYear year, ParameterReader parameters, LawTable ranges, LawTable codes, LawTable primaryCare)
    {
        Year = year;
        this.codes = codes;
        this.primaryCare = primaryCare;
        RunOutDays = parameters.Number("services/run-out-days");
        CaseMinimum = parameters.Number("services/case-minimum");
        Ranges = [.. Enumerable.Range(0, ranges.Rows).Select(row => new ServiceRange(ranges.Text(row, ranges.Column("key")), ranges.Text(row, ranges.Column("begins"))[0], ranges.Text(row, ranges.Column("label"))))];
        (ProfessionalTypes, EmergencyTypes, EmergencyRevenueCodes) = (Listed("professional claim type"), Listed("emergency claim type"), Listed("emergency revenue code"));
        (CenterBillTypes, Countries) = (Listed("center bill type"), Listed("country"));
    }

    /// <summary>The year of the services.</summary>
    public PerformanceYear Year { get; }

    /// <summary>Days after the end of a year by which a claim must be received.</summary>
    public Finding RunOutDays { get; }

    /// <summary>Attributed patients below which nothing is shown.</summary>
    public Finding CaseMinimum { get; }

    /// <summary>The ranges, in the order in which they are shown.</summary>
    public IReadOnlyList<ServiceRange> Ranges { get; }

    /// <summary>Types of professional claims that count.</summary>
    public IReadOnlySet<string> ProfessionalTypes { get; }

    /// <summary>Types of institutional claims that can be an emergency visit.</summary>
    public IReadOnlySet<string> EmergencyTypes { get; }

    /// <summary>Revenue codes of the emergency room, four digits.</summary>
    public IReadOnlySet<string> EmergencyRevenueCodes { get; }

    /// <summary>The first two digits, without a leading zero, of bill types of health centers and rural clinics.</summary>
    public IReadOnlySet<string> CenterBillTypes { get; }

    /// <summary>The United States and their territories.</summary>
    public IReadOnlySet<string> Countries { get; }

    /// <summary>Services of primary care.</summary>
    /// <param name="profile">Which list, a choice of the setting <c>primaryCareCodeProfile</c>.</param>
    public IReadOnlyList<PrimaryCareCode> PrimaryCare(string profile) =>
    [
        .. from row in Enumerable.Range(0, primaryCare.Rows)
           where string.Equals(primaryCare.Text(row, primaryCare.Column("profile")), profile, StringComparison.Ordinal)
           select new PrimaryCareCode(primaryCare.Text(row, primaryCare.Column("code")), DateOf(row, "from"), DateOf(row, "until"), primaryCare.IsYes(row, primaryCare.Column("not_in_snf"))),
    ];

    private HashSet<string> Listed(string list) =>
        Enumerable.Range(0, codes.Rows).Where(row => string.Equals(codes.Text(row, codes.Column("list")), list, StringComparison.Ordinal)).Select(row => codes.Text(row, codes.Column("code"))).ToHashSet(StringComparer.Ordinal);

    private DateOnly? DateOf(int row, string column) =>
        primaryCare.IsNothing(row, primaryCare.Column(column)) ? null : DateOnly.ParseExact(primaryCare.Text(row, primaryCare.Column(column)), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
