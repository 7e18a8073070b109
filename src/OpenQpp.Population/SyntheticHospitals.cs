using System.Globalization;

namespace OpenQpp.Population;

/// <summary>What a hospital or health center bills beside a synthetic professional line; filled anew for each. Its amount is cents.</summary>
public sealed class SyntheticHospitalLine
{
    /// <summary>The claim, of one line.</summary>
    public string ClaimId { get; set; } = "";

    /// <summary>The beneficiary.</summary>
    public string BeneficiaryId { get; set; } = "";

    /// <summary>CMS claim type.</summary>
    public string ClaimType { get; set; } = "";

    /// <summary>Bill type.</summary>
    public string BillType { get; set; } = "";

    /// <summary>CMS certification number.</summary>
    public string Ccn { get; set; } = "";

    /// <summary>First day of the claim.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day of the claim.</summary>
    public DateOnly Thru { get; set; }

    /// <summary>When the claim was received.</summary>
    public DateOnly Received { get; set; }

    /// <summary>Revenue center code.</summary>
    public string RevenueCode { get; set; } = "";

    /// <summary>Day of the line.</summary>
    public DateOnly RevenueDate { get; set; }

    /// <summary>The service, or blank.</summary>
    public string Hcpcs { get; set; } = "";

    /// <summary>What is allowed.</summary>
    public long Amount { get; set; }

    /// <summary>Units, whole.</summary>
    public int Units { get; set; }

    /// <summary>Y or N.</summary>
    public string Denied { get; set; } = "";
}

/// <summary>The hospitals and health centers of a synthetic nation, and what they bill: each service within one has a claim of its own, of the same patient and day.</summary>
/// <param name="claims">The professional lines.</param>
public sealed class SyntheticHospitals(SyntheticClaims claims)
{
    private const int Hospitals = 200;
    private const int Centers = 40;
    private const int FirstCenter = 1800;
    private const int FacilityFactor = 8;
    private const long Salt = long.MinValue / 4;

    private readonly SyntheticClaimLine line = new();

    /// <summary>Fills the institutional line that stands beside a professional one; false where there is none.</summary>
    /// <param name="number">The number of the professional line, from 0.</param>
    /// <param name="to">Is filled.</param>
    public bool Fill(long number, SyntheticHospitalLine to)
    {
        claims.Fill(number, line);
        if (line.Allowed <= 0 || Kind(line.Place) is not var (type, bill, revenue))
        {
            return false;
        }

        var random = RandomStream.Of(claims.Seed, Salt + number);
        var isStay = line.Place is "21";
        (to.ClaimId, to.BeneficiaryId, to.ClaimType, to.BillType, to.RevenueCode, to.Denied) = ($"I{line.ClaimId}{line.LineNo}", line.BeneficiaryId, type, bill, revenue, line.Denied);
        (to.From, to.Thru, to.RevenueDate) = (line.Service.AddDays(isStay ? -random.Below(4) : 0), line.Service.AddDays(isStay ? random.Below(5) : 0), line.Service);
        to.Received = to.Thru.AddDays(random.Between(5, 60));
        var practice = long.Parse(line.Tin, CultureInfo.InvariantCulture);
        var isCenter = line.Place is "50";
        to.Ccn = isCenter ? Ccn(FirstCenter + (int)(practice % Centers)) : Ccn(1 + (int)(practice % Hospitals));
        (to.Hcpcs, to.Amount, to.Units) = isCenter ? ("99213", line.Allowed, 1) : (line.Place is "22" or "23" ? line.Hcpcs : "", line.Allowed * FacilityFactor, line.Units);
        return true;
    }

    /// <summary>Every hospital with its Hospital VBP score; null where it has none.</summary>
    internal IEnumerable<(string Ccn, decimal? Score)> Scores()
    {
        for (var hospital = 1; hospital <= Hospitals; hospital++)
        {
            var random = RandomStream.Of(claims.Seed, -Salt + hospital);
            var score = random.Between(1000, 9500) / 100m;
            yield return (Ccn(hospital), random.Chance(claims.Shape.Share("claims.hospital-without-score")) ? null : score);
        }
    }

    private static string Ccn(int number) => "05" + number.ToString("D4", CultureInfo.InvariantCulture);

    private static (string Type, string Bill, string Revenue)? Kind(string place) => place switch
    {
        "21" => ("60", "0111", "0120"),
        "22" => ("40", "0131", "0320"),
        "23" => ("40", "0131", "0450"),
        "50" => ("40", "0771", "0521"),
        _ => null,
    };
}
