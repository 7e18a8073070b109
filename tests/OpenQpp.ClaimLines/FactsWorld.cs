using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;

namespace OpenQpp.ClaimLines;

/// <summary>Random claims around the bounds of every rule on the determination period of 2024, with lists, and the same as files.</summary>
internal sealed class FactsWorld
{
    private const int People = 40;

    public const string LineHeader = "claim_id,line_no,bene_id,claim_type,tin,npi,specialty,pos,dos,received,hcpcs,mod1,units,allowed,status,setting,denied,final_action";

    private static readonly string[] Codes = ["99213", "99214", "99308", "71046", "j1885", "66984", ""];
    private static readonly string[] Places = ["11", "19", "21", "22", "23", "24", "50", ""];
    private static readonly string[] Statuses = ["A", "A", "A", "J", "E", "X", "", ""];
    private static readonly string[] Words = ["", "", "professional", "methodIICahProfessional", "partBDrug", "modelSpecific"];

    /// <summary>Days at the bounds of the segments, of their run-out and of the year.</summary>
    private static readonly DateOnly[] Bounds =
        [new(2022, 10, 1), new(2023, 9, 30), new(2023, 10, 1), new(2023, 10, 30), new(2024, 9, 30), new(2024, 10, 1), new(2024, 12, 31), new(2025, 1, 1)];

    private readonly Random random;

    public FactsWorld(int seed)
    {
        random = new(seed);
        Lines = [.. Enumerable.Range(0, 1800).Select(_ => Line())];
        Stays = [.. Enumerable.Range(0, 300).Select(_ => Stay())];
        Months = Enumerable.Range(0, People).ToDictionary(Person, _ => MonthsOfOne(), StringComparer.Ordinal);
    }

    /// <summary>Lines with what is written beside them: claim type, specialty, status and setting as they stand.</summary>
    public (VolumeLine Line, string ClaimType, string Specialty, string Status, string Setting, string Modifier)[] Lines { get; }

    public InstitutionalLine[] Stays { get; }

    public Dictionary<string, PatientMonth[]> Months { get; }

    public static IReadOnlyDictionary<string, decimal> Scores { get; } = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["050001"] = 40.5m, ["050002"] = 70m, ["050003"] = 40.5m };

    public static PatientFacingCode[] PatientFacing { get; } = [new("99213", null, null), new("99214", new(2023, 6, 1), null), new("99308", null, new(2024, 3, 31)), new("99308", new(2024, 6, 1), null)];

    /// <summary>A blank code has no row; the technical component of an image has one of its own.</summary>
    public const string FeeSchedule = "year,hcpcs,modifier,status\n2022,99213,,A\n2023,99213,,A\n2024,99213,,A\n2023,J1885,,E\n2024,J1885,,E\n2023,71046,,A\n2023,71046,TC,X\n";

    public const string Practices = "tin,name,formed,state,zip\n000000011,One,2010-01-01,OH,12345-6789\n000000012,\"Two, Three\",2024-11-02,TX,54321\n000000019,Nobody,,,99999\n";

    /// <summary>The second clinician of the first practice works elsewhere; one billed nothing, one has no type.</summary>
    public const string Clinicians = "tin,npi,clinician_type,first_enrolled,earlier_claims,qp_status,partial_qp_elected,first_claim,practice_zip,automatic_extreme_circumstances\n000000011,1000000001,physician,2001-02-03,Y,none,,,,\n000000011,1000000002,other,,N,partialQp,Y,2020-05-06,54321,Y\n000000011,1999999999,physician,,,,,,,\n000000012,1000000001,,,,,,,,\n";

    public const string Zips = "zip,rural,hpsa\n12345,Y,\n54321,N,Y\n";

    public const string Apm = "apm_id,entity_id,mips_apm,full_tin,model,list,tin,npi,snapshots\n21,A1,Y,Y,,participation,000000011,1000000001,1;2\n21,A1,Y,Y,,participation,000000012,1000000001,4\n21,A1,Y,Y,,participation,000000012,1000000001,3\n21,A2,N,N,,participation,000000011,1000000002,1\n";

    public string[] LineRows() =>
    [
        .. Lines.Select((pair, number) => string.Create(
            CultureInfo.InvariantCulture,
            $"C{number / 3},{number % 3},{pair.Line.Beneficiary},{pair.ClaimType},{pair.Line.Tin},{pair.Line.Npi},{pair.Specialty},{pair.Line.Place},{Day(pair.Line.Service)},{Day(pair.Line.Received)},{pair.Line.Hcpcs},{pair.Modifier},{pair.Line.Units},{pair.Line.Allowed},{pair.Status},{pair.Setting},{Flag(pair.Line.Denied)},{Flag(pair.Line.FinalAction)}")),
    ];

    public string StaysFile() => string.Concat(Stays.Select((line, number) => string.Create(
        CultureInfo.InvariantCulture,
        $"I{number},1,{line.Beneficiary},{line.ClaimType},{line.Ccn},{Day(line.From)},{Day(line.Thru)},{Flag(line.Denied)},{Flag(line.FinalAction)}\n")).Prepend("claim_id,line_no,bene_id,claim_type,ccn,from_date,thru_date,denied,final_action\n"));

    public string MonthsFile() => string.Concat(Months.SelectMany(person => person.Value.Select(month => string.Create(
        CultureInfo.InvariantCulture,
        $"{person.Key},{month.Year},{month.Month},Y,{month.Hcc},{Flag(month.IsDual)}\n"))).Prepend("bene_id,year,month,part_a,hcc,dual\n"));

    /// <summary>What the rules are asked: identifiers of another form are none, the fee schedule and the place tell what the line does not.</summary>
    public VolumeLine[] Known(YearLaw law) =>
    [
        .. Lines.Select(pair => pair.Line with
        {
            Tin = pair.Line.Tin is { Length: 9 } tin ? tin : null,
            Npi = pair.Line.Npi is { Length: 10 } npi ? npi : null,
            Hcpcs = pair.Line.Hcpcs?.ToUpperInvariant(),
            Status = pair.Status.Length > 0 ? pair.Status : Scheduled(pair.Line, pair.Modifier),
            Setting = pair.Setting.Length > 0 ? ClaimSettings.Of(pair.Setting) : LineSetting.For(Text(pair.ClaimType), Text(pair.Specialty), Text(pair.Line.Place ?? ""), law.Claims),
        }),
    ];

    private static string? Scheduled(VolumeLine line, string modifier) => (line.Service?.Year, line.Hcpcs, modifier) switch
    {
        (2022 or 2023 or 2024, "99213", _) => "A",
        (2023 or 2024, "j1885", _) => "E",
        (2023, "71046", "TC") => "X",
        (2023, "71046", _) => "A",
        _ => null,
    };

    private static string? Text(string text) => text.Length > 0 ? text : null;

    private static string Person(int number) => $"B{number:D3}";

    private static string Flag(bool? flag) => flag is not { } known ? "" : known ? "Y" : "N";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private bool Often(int percent) => random.Next(100) < percent;

    private string OneOf(string[] words) => words[random.Next(words.Length)];

    private DateOnly Service() => Often(30) ? Bounds[random.Next(Bounds.Length)] : new DateOnly(2022, 9, 1).AddDays(random.Next(880));

    private (VolumeLine, string, string, string, string, string) Line()
    {
        var service = Service();
        var line = new VolumeLine
        {
            Beneficiary = Person(random.Next(People + 3)),
            Tin = Often(3) ? null : Often(2) ? "12" : OneOf(["000000011", "000000011", "000000012", "000000013"]),
            Npi = Often(3) ? null : Often(2) ? "100000000X9" : OneOf(["1000000001", "1000000002", "1000000003"]),
            Service = Often(1) ? null : service,
            Received = Often(5) ? null : Often(20) ? Bounds[random.Next(Bounds.Length)].AddDays(random.Next(3)) : service.AddDays(random.Next(40)),
            Hcpcs = Text(OneOf(Codes)),
            Place = Text(OneOf(Places)),
            Units = Often(5) ? null : random.Next(1, 9) * 0.5m,
            Allowed = Often(4) ? null : Often(8) ? random.Next(-1, 1) * 10m : random.Next(1, 6) * 25.01m,
            Denied = Often(85) ? false : Often(60) ? null : true,
            FinalAction = Often(85) ? true : Often(60) ? null : false,
        };
        return (line, OneOf(["71", "71", "71", "", "72"]), OneOf(["11", "11", "49", ""]), OneOf(Statuses), OneOf(Words), OneOf(["", "", "TC", "25"]));
    }

    private InstitutionalLine Stay()
    {
        var from = new DateOnly(2022, 9, 1).AddDays(random.Next(420));
        return new()
        {
            Claim = "I",
            Beneficiary = Person(random.Next(People)),
            Ccn = Text(OneOf(["050001", "050002", "050003", "059999", ""])),
            ClaimType = Text(OneOf(["60", "60", "40", "50", ""])),
            From = Often(3) ? null : from,
            Thru = Often(10) ? null : from.AddDays(random.Next(25)),
            Denied = Often(90) ? false : Often(50) ? null : true,
            FinalAction = Often(90) ? true : Often(50) ? null : false,
        };
    }

    private PatientMonth[] MonthsOfOne() =>
    [
        .. from number in Enumerable.Range(0, 16)
           where Often(60)
           let first = new DateOnly(2023, 8, 1).AddMonths(number)
           select new PatientMonth(first.Year, first.Month, Often(40) ? random.Next(300, 4000) / 1000m : null, Often(40) ? Often(30) : null),
    ];
}
