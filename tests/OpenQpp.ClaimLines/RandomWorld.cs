using System.Globalization;
using System.Text;
using OpenQpp.Rules;

namespace OpenQpp.ClaimLines;

/// <summary>Random beneficiaries and claims around the bounds of every rule on items and services, and the same as files.</summary>
internal sealed class RandomWorld
{
    private const int People = 260;

    private static readonly string[] Codes = ["99213", "99214", "99308", "99201", "00810", "g0439", "3044F", "D0120", "U0003", "", "80053", "99497", "0001U", "A0425"];
    private static readonly string[] Specialties = ["11", "08", "50", "97", "06", "13", "65", ""];
    private static readonly string[] Countries = ["US", "US", "US", "US", "US", "US", "PR", "GU"];
    private static readonly string[] RevenueCodes = ["0450", "459", "0981", "981", "0762", "", "0460"];
    private static readonly string[] BillTypes = ["0771", "711", "131", "077", "7", ""];

    private readonly Random random;

    public RandomWorld(int seed)
    {
        random = new(seed);
        Months = Enumerable.Range(0, People).ToDictionary(person => $"B{person:D4}", _ => MonthsOfOne(), StringComparer.Ordinal);
        Lines = [.. Enumerable.Range(0, People * 14).Select(_ => Line())];
        Institutional = [.. Enumerable.Range(0, People * 4).Select(Center)];
    }

    public Dictionary<string, BeneficiaryMonth[]> Months { get; }

    public ServiceLine[] Lines { get; }

    public (InstitutionalLine Line, int Number)[] Institutional { get; }

    public static Dictionary<string, CareClass> Classes { get; } = new(StringComparer.Ordinal)
    {
        ["11"] = CareClass.PrimaryCarePhysician,
        ["08"] = CareClass.PrimaryCarePhysician,
        ["50"] = CareClass.NonPhysician,
        ["97"] = CareClass.NonPhysician,
        ["06"] = CareClass.Specialist,
        ["13"] = CareClass.Specialist,
    };

    public const string SpecialtiesFile = "code,class\n11,PCP\n08,PCP\n50,NPP\n97,NPP\n06,SPEC\n13,SPEC\n65,OTHER\n";

    public string BeneficiariesFile()
    {
        var file = new StringBuilder("bene_id,year,month,part_a,part_b,ma,country,death_date\n");
        foreach (var (person, months) in Months)
        {
            foreach (var month in months)
            {
                file.Append(CultureInfo.InvariantCulture, $"{person},2024,{month.Month},{Flag(month.PartA)},{Flag(month.PartB)},{Flag(month.MedicareAdvantage)},{month.Country},{Day(month.Death)}\n");
            }

            // Another year decides nothing.
            file.Append(CultureInfo.InvariantCulture, $"{person},2023,1,N,N,Y,CA,\n");
        }

        return file.ToString();
    }

    public string[] LineRows() =>
    [
        .. Lines.Select((line, number) => string.Create(
            CultureInfo.InvariantCulture,
            $"C{number / 3},{number % 3},{line.Beneficiary},{line.ClaimType},{line.Tin},{line.Npi},{line.Specialty},{line.Place},{Day(line.Service)},{Day(line.Received)},{line.Hcpcs},{line.Units},{line.Allowed},{Flag(line.Denied)},{Flag(line.FinalAction)}")),
    ];

    public const string LineHeader = "claim_id,line_no,bene_id,claim_type,tin,npi,specialty,pos,dos,received,hcpcs,units,allowed,denied,final_action";

    public string InstitutionalFile() => string.Concat(Institutional.Select(pair => string.Create(
        CultureInfo.InvariantCulture,
        $"{pair.Line.Claim},{pair.Number},{pair.Line.Beneficiary},{pair.Line.ClaimType},{pair.Line.BillType},{pair.Line.Ccn},{Day(pair.Line.From)},,{Day(pair.Line.Received)},{pair.Line.RevenueCode},{Day(pair.Line.RevenueDate)},{pair.Line.Hcpcs},{pair.Line.Amount},{pair.Line.Units},{Flag(pair.Line.Denied)},{Flag(pair.Line.FinalAction)}\n"))
        .Prepend("claim_id,line_no,bene_id,claim_type,bill_type,ccn,from_date,thru_date,received,revenue_code,revenue_date,hcpcs,amount,units,denied,final_action\n"));

    private static string Flag(bool? flag) => flag is not { } known ? "" : known ? "Y" : "N";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private bool Often(int percent) => random.Next(100) < percent;

    private string? OneOf(string[] words) => words[random.Next(words.Length)] is { Length: > 0 } word ? word : null;

    private BeneficiaryMonth[] MonthsOfOne()
    {
        var months = Enumerable.Range(1, Often(95) ? 12 : 11).Select(month => new BeneficiaryMonth(month, true, true, false, OneOf(Countries), null)).ToArray();
        var at = random.Next(months.Length);
        months[at] = random.Next(30) switch
        {
            0 => months[at] with { PartA = Often(50) ? null : false },
            1 => months[at] with { PartB = Often(50) ? null : false },
            2 => months[at] with { MedicareAdvantage = Often(50) ? null : true },
            3 => months[at] with { Country = Often(50) ? null : "CA" },
            4 => months[at] with { Death = new DateOnly(2024, 12, 31).AddDays(random.Next(-2, 3)) },
            _ => months[at],
        };
        return months;
    }

    private DateOnly? Service() => Often(1) ? null : new DateOnly(2023 + (Often(75) ? 1 : 0), 1, 1).AddDays(random.Next(-3, 366));

    private DateOnly? Received(DateOnly? service) => Often(5) ? null : Often(10) ? new DateOnly((service?.Year ?? 2024) + 1, 2, 27).AddDays(random.Next(0, 5)) : service?.AddDays(10);

    private ServiceLine Line()
    {
        var service = Service();
        return new()
        {
            Beneficiary = $"B{random.Next(People + 3):D4}",
            ClaimType = random.Next(12) switch { 0 => null, 1 => "72", 2 => "81", _ => "71" },
            Tin = Often(3) ? null : $"00000001{random.Next(2)}",
            Npi = Often(3) ? null : $"100000000{random.Next(2)}",
            Specialty = OneOf(Specialties),
            Place = Often(20) ? "31" : Often(5) ? null : "11",
            Service = service,
            Received = Received(service),
            Hcpcs = OneOf(Codes),
            Units = Often(5) ? null : random.Next(1, 5) * 0.5m,
            Allowed = Often(5) ? null : Often(10) ? random.Next(-1, 1) * 10m : random.Next(1, 6) * 25.01m,
            Denied = Often(80) ? false : Often(50) ? null : true,
            FinalAction = Often(80) ? true : Often(50) ? null : false,
        };
    }

    private (InstitutionalLine Line, int Number) Center(int number)
    {
        var service = Service();
        // The lines of a claim are those of one beneficiary and provider.
        var claim = number / 3;
        var line = new InstitutionalLine
        {
            Claim = $"I{claim}",
            Beneficiary = $"B{claim * 7 % (People + 3):D4}",
            ClaimType = random.Next(8) switch { 0 => null, 1 => "50", 2 => "60", _ => "40" },
            BillType = OneOf(BillTypes),
            Ccn = claim % 5 == 0 ? null : $"05{claim % 3:D4}",
            From = service,
            Received = Received(service),
            RevenueCode = OneOf(RevenueCodes),
            RevenueDate = Often(50) ? null : service?.AddDays(random.Next(2)),
            Hcpcs = OneOf(["99213", "99214", "36415", ""]),
            Amount = Often(10) ? null : random.Next(-1, 5) * 60m,
            Units = Often(10) ? null : 1m,
            Denied = Often(90) ? false : Often(50) ? null : true,
            FinalAction = Often(90) ? true : Often(50) ? null : false,
        };
        return (line, number % 3);
    }
}
