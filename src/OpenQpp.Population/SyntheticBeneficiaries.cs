namespace OpenQpp.Population;

/// <summary>A month of a synthetic beneficiary; filled anew for each.</summary>
public sealed class SyntheticMonth
{
    /// <summary>The beneficiary.</summary>
    public string BeneficiaryId { get; set; } = "";

    /// <summary>Calendar year.</summary>
    public int Year { get; set; }

    /// <summary>The month, 1 to 12.</summary>
    public int Month { get; set; }

    /// <summary>Enrolled in Part B; in Part A everybody is.</summary>
    public bool PartB { get; set; }

    /// <summary>In a private plan.</summary>
    public bool MedicareAdvantage { get; set; }

    /// <summary>Where the beneficiary lives.</summary>
    public string Country { get; set; } = "";

    /// <summary>Day of death, or null.</summary>
    public DateOnly? Death { get; set; }

    /// <summary>HCC risk score in thousandths.</summary>
    public int Hcc { get; set; }

    /// <summary>Full or partial Medicaid benefits.</summary>
    public bool IsDual { get; set; }
}

/// <summary>The beneficiaries of synthetic claim lines, month by month. Each depends on the seed and its number alone.</summary>
/// <param name="claims">The lines.</param>
/// <param name="lines">How many lines there are.</param>
public sealed class SyntheticBeneficiaries(SyntheticClaims claims, long lines)
{
    private const int MonthsOfYear = 12;
    private const long Salt = long.MinValue / 2;

    private readonly int months = (claims.Years.Last - claims.Years.First + 1) * MonthsOfYear;

    /// <summary>Months of all beneficiaries, those without enrolment included.</summary>
    public long Months => SyntheticClaims.Beneficiaries(lines) * months;

    /// <summary>Fills a month; false where the beneficiary is not enrolled in it.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="month">Is filled.</param>
    public bool Fill(long number, SyntheticMonth month)
    {
        var (person, place) = (number / months, (int)(number % months));
        var random = RandomStream.Of(claims.Seed, Salt + person);
        var first = new DateOnly(claims.Years.First, 1, 1);
        var shape = claims.Shape;
        month.BeneficiaryId = SyntheticClaims.BeneficiaryId(person);
        (month.Year, month.Month) = (claims.Years.First + (place / MonthsOfYear), (place % MonthsOfYear) + 1);
        var enrolled = random.Chance(shape.Share("claims.beneficiary-newly-enrolled")) ? random.Below(months) : 0;
        month.Death = random.Chance(shape.Share("claims.beneficiary-died")) ? first.AddMonths(random.Between(enrolled, months - 1)).AddDays(random.Below(28)) : null;
        month.MedicareAdvantage = random.Chance(shape.Share("claims.beneficiary-in-plan")) && place >= random.Below(months);
        month.PartB = !random.Chance(shape.Share("claims.beneficiary-without-part-b"));
        month.Country = random.Chance(shape.Share("claims.beneficiary-abroad")) ? "CA" : "US";
        month.IsDual = random.Chance(shape.Share("claims.beneficiary-dual"));
        month.Hcc = random.Between(350, 2600);
        var start = first.AddMonths(place);
        return place >= enrolled && !(month.Death < start);
    }
}
