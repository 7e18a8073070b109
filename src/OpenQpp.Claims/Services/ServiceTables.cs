using System.Text;
using OpenQpp.Law;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>The rules on items, services and emergency visits in whole numbers, for lines by the million. Tests hold them to the rules.</summary>
internal sealed class ServiceTables
{
    /// <summary>The line counts in the year of the services.</summary>
    public const int OfYear = 1;

    /// <summary>The line counts in the year in which patients are looked for.</summary>
    public const int OfPatientsYear = 2;

    /// <summary>No range.</summary>
    public const int NoRange = -1;

    private const int CodeLength = 5;
    private const int BillTypeDigits = 2;

    private static readonly ulong NursingFacility = CodeOf(PrimaryCareCode.NursingFacility);

    private readonly int[] ranges = new int[1 << 7];
    private readonly int unclassified;
    private readonly Dictionary<ulong, (int From, int Until, bool NotInNursingFacility)[]> services;
    private readonly Dictionary<ulong, int> steps;
    private readonly HashSet<ulong> professional;
    private readonly HashSet<ulong> emergencyTypes;
    private readonly HashSet<ulong> revenueCodes;
    private readonly HashSet<ulong> billTypes;
    private readonly bool unknownReceiptIsLate;
    private readonly (int First, int Last, int Receipt) year;
    private readonly (int First, int Last, int Receipt) patientsYear;

    /// <summary>The tables.</summary>
    /// <param name="law">The law.</param>
    /// <param name="classes">Classes by specialty code.</param>
    /// <param name="primaryCare">Services of primary care.</param>
    public ServiceTables(YearLaw law, IReadOnlyDictionary<string, CareClass> classes, IReadOnlyList<PrimaryCareCode> primaryCare)
    {
        Array.Fill(ranges, NoRange);
        for (var place = 0; place < law.Services.Ranges.Count; place++)
        {
            ranges[law.Services.Ranges[place].Begins] = place;
        }

        unclassified = law.Settings.UnclassifiedServicesAreShown ? law.Services.Ranges.Count : NoRange;
        services = primaryCare.GroupBy(service => service.Code, StringComparer.Ordinal).ToDictionary(
            group => CodeOf(group.Key),
            group => group.Select(service => (service.From is { } from ? CellText.Day(from) : int.MinValue, service.Until is { } until ? CellText.Day(until) : int.MaxValue, service.NotInNursingFacility)).ToArray());
        steps = classes.ToDictionary(pair => CodeOf(pair.Key), pair => CareAttribution.StepOf(pair.Value));
        (professional, emergencyTypes) = (Codes(law.Services.ProfessionalTypes), Codes(law.Services.EmergencyTypes));
        (revenueCodes, billTypes) = (Codes(law.Services.EmergencyRevenueCodes.Concat(law.Services.EmergencyRevenueCodes.Select(code => code.TrimStart('0')))), Codes(law.Services.CenterBillTypes));
        unknownReceiptIsLate = law.Settings.UnknownReceiptIsLate;
        year = Of(law.Year.Year, law);
        patientsYear = law.Settings.PatientsAreOfTheYearBefore ? Of(law.Year.Year - 1, law) : year;
    }

    /// <summary>In which years a professional line counts: <see cref="OfYear"/> and <see cref="OfPatientsYear"/> together, or 0.</summary>
    public int YearsOf(ReadOnlySpan<byte> claimType, long day, long received, sbyte denied, sbyte isFinal)
    {
        var type = CellText.Code(claimType);
        return (type != CellText.NoCode && !professional.Contains(type)) || denied == 1 || isFinal == 0 ? 0
            : (IsIn(year, day, received) ? OfYear : 0) | (IsIn(patientsYear, day, received) ? OfPatientsYear : 0);
    }

    /// <summary>Whether an institutional line counts in the year.</summary>
    public bool IsOfYear(long day, long received, sbyte denied, sbyte isFinal) => denied != 1 && isFinal != 0 && IsIn(year, day, received);

    /// <summary>Whether a day is one of the year of the services.</summary>
    public bool IsDayOfYear(long day) => day >= year.First && day <= year.Last;

    /// <summary>The place of the range of a service, or <see cref="NoRange"/>; after the last one that of services of no range, where they are shown.</summary>
    public int RangeOf(ReadOnlySpan<byte> hcpcs)
    {
        var code = CellText.Trim(hcpcs);
        if (code.Length != CodeLength)
        {
            return code.IsEmpty ? NoRange : unclassified;
        }

        foreach (var letter in code[1..])
        {
            if (letter is < (byte)'0' or > (byte)'9')
            {
                return unclassified;
            }
        }

        var first = code[0] is >= (byte)'a' and <= (byte)'z' ? code[0] - ('a' - 'A') : code[0];
        return first < ranges.Length && ranges[first] != NoRange ? ranges[first] : unclassified;
    }

    /// <summary>In which step of attribution a professional line is compared; 0 where in none.</summary>
    public int StepOf(ReadOnlySpan<byte> hcpcs, ReadOnlySpan<byte> place, ReadOnlySpan<byte> specialty, long day) =>
        IsPrimaryCare(hcpcs, place, day) ? steps.GetValueOrDefault(CellText.Code(specialty)) : 0;

    /// <summary>Whether an institutional line is one of primary care in a health center or rural clinic.</summary>
    public bool IsCenter(ReadOnlySpan<byte> billType, ReadOnlySpan<byte> hcpcs, long day)
    {
        var type = CellText.Trim(billType).TrimStart((byte)'0');
        return type.Length >= BillTypeDigits && billTypes.Contains(CellText.Code(type[..BillTypeDigits])) && IsPrimaryCare(hcpcs, default, day);
    }

    /// <summary>Whether an institutional line is one of the emergency room.</summary>
    public bool IsEmergency(ReadOnlySpan<byte> claimType, ReadOnlySpan<byte> revenueCode) =>
        (CellText.Code(claimType) is var type && (type == CellText.NoCode || emergencyTypes.Contains(type))) && revenueCodes.Contains(CellText.Code(revenueCode));

    private bool IsPrimaryCare(ReadOnlySpan<byte> hcpcs, ReadOnlySpan<byte> place, long day)
    {
        if (!services.TryGetValue(CellText.Code(hcpcs), out var found))
        {
            return false;
        }

        foreach (var (from, until, notInNursingFacility) in found)
        {
            if (day >= from && day <= until && !(notInNursingFacility && CellText.Code(place) == NursingFacility))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIn((int First, int Last, int Receipt) bounds, long day, long received) =>
        day >= bounds.First && day <= bounds.Last && (received == LineCells.NotKnown ? !unknownReceiptIsLate : received <= bounds.Receipt);

    private static (int First, int Last, int Receipt) Of(int year, YearLaw law) =>
        (CellText.Day(new(year, 1, 1)), CellText.Day(new(year, 12, 31)), CellText.Day(ClaimsOfYear.LastReceipt(year, law)));

    private static HashSet<ulong> Codes(IEnumerable<string> codes) => [.. codes.Select(CodeOf)];

    private static ulong CodeOf(string code) => CellText.Code(Encoding.UTF8.GetBytes(code));
}
