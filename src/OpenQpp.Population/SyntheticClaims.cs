using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>
/// The claim lines of a synthetic nation in its payment year. Each line depends on the seed and its number alone, so that they can be
/// made in any order and by any number of threads.
/// </summary>
public sealed class SyntheticClaims
{
    private const int BlockLines = 10;
    private const int ClaimsOfBlock = 4;
    private const int DaysToReceive = 90;
    private const int MostDeductible = 10_000;
    private const int Salt = 40_000_000;
    private const int LinesPerBeneficiary = 25;
    private const int Hundred = 100;

    /// <summary>The specialties of clinicians, with their classes.</summary>
    internal static readonly IReadOnlyList<(string Code, string Class)> Specialties =
        [("08", "PCP"), ("11", "PCP"), ("06", "SPEC"), ("20", "SPEC"), ("16", "SPEC"), ("18", "SPEC"), ("50", "NPP"), ("97", "NPP"), ("65", "OTHER"), ("05", "SPEC")];

    private static readonly string[] Modifiers = ["25", "26", "TC", "59", "GP"];

    private readonly Shape shape;
    private readonly SyntheticProcedures services = new();
    private readonly IReadOnlyList<(string Tin, string Npi)> billed;
    private readonly PaymentYear year;
    private readonly (DateOnly From, DateOnly To)? period;
    private readonly long seed;

    /// <summary>The lines of a nation.</summary>
    /// <param name="year">The payment year.</param>
    /// <param name="seed">The seed of the nation.</param>
    /// <param name="billed">Who bills.</param>
    /// <param name="period">The days of the services, in place of the payment year and a few of the year before.</param>
    public SyntheticClaims(PaymentYear year, long seed, IReadOnlyList<(string Tin, string Npi)> billed, (DateOnly From, DateOnly To)? period = null)
    {
        (this.year, this.seed, this.billed, this.period, shape) = (year, seed, billed, period, new(year.PerformanceYear.Year));
    }

    /// <summary>The first and the last calendar year in which services lie.</summary>
    public (int First, int Last) Years => period is var (from, to) ? (from.Year, to.Year) : (year.Year - 1, year.Year);

    /// <summary>The seed of the nation.</summary>
    internal long Seed => seed;

    /// <summary>The shape of the nation.</summary>
    internal Shape Shape => shape;

    /// <summary>How many beneficiaries can stand in some lines: all have a lower number.</summary>
    /// <param name="lines">How many lines.</param>
    public static long Beneficiaries(long lines) => BeneficiariesOf(((lines - 1) / BlockLines * ClaimsOfBlock) + ClaimsOfBlock - 1);

    /// <summary>The id of a beneficiary.</summary>
    /// <param name="number">The number, from 0.</param>
    internal static string BeneficiaryId(long number) => "B" + number.ToString("D9", CultureInfo.InvariantCulture);

    private static long BeneficiariesOf(long claim) => Math.Max(1, claim / LinesPerBeneficiary) + LinesPerBeneficiary;

    /// <summary>Fills a line.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="line">Is filled.</param>
    public void Fill(long number, SyntheticClaimLine line)
    {
        var (claim, lineNo) = ClaimOf(number);
        OfClaim(claim, RandomStream.Of(seed, Salt + (2 * claim)), line);
        line.LineNo = lineNo + 1;
        OfLine(RandomStream.Of(seed, Salt + (2 * ((claim * ClaimsOfBlock) + lineNo)) + 1), line);
    }

    /// <summary>Ten lines are four claims of one to four lines, in an order that each block has of its own.</summary>
    private (long Claim, int Line) ClaimOf(long number)
    {
        var block = number / BlockLines;
        var (place, turn) = ((int)(number % BlockLines), RandomStream.Of(seed, -block - Salt).Below(ClaimsOfBlock));
        for (var claim = 0; ; claim++)
        {
            var lines = ((claim + turn) % ClaimsOfBlock) + 1;
            if (place < lines)
            {
                return ((block * ClaimsOfBlock) + claim, place);
            }

            place -= lines;
        }
    }

    private void OfClaim(long claim, RandomStream random, SyntheticClaimLine line)
    {
        var pair = billed[random.Below(billed.Count)];
        (line.Tin, line.Npi) = (pair.Tin, period is null && random.Chance(shape.Share("claims.unknown-clinician")) ? "1000000004" : pair.Npi);
        line.ClaimId = claim.ToString("D12", CultureInfo.InvariantCulture);
        line.BeneficiaryId = BeneficiaryId(random.Below(BeneficiariesOf(claim)));
        line.Specialty = Specialties[pair.Npi[^2] - '0'].Code;
        line.Service = ServiceOf(random);
        line.Received = line.Service.AddDays(random.Between(3, DaysToReceive));
        line.Participating = random.Chance(shape.Share("claims.participating")) ? "Y" : "N";
        line.Assigned = random.Chance(shape.Share("claims.assignment-not-known")) ? "" : line.Participating is "N" && random.Chance(shape.Share("claims.unassigned") * (Hundred / 4)) ? "N" : "Y";
    }

    private DateOnly ServiceOf(RandomStream random)
    {
        if (period is var (from, to))
        {
            return from.AddDays(random.Below(to.DayNumber - from.DayNumber + 1));
        }

        var first = new DateOnly(year.Year, 1, 1).AddYears(random.Chance(shape.Share("claims.lines-not-of-year")) ? -1 : 0);
        return first.AddDays(random.Below(DateTime.IsLeapYear(first.Year) ? 366 : 365));
    }

    private void OfLine(RandomStream random, SyntheticClaimLine line)
    {
        var service = services.At(random);
        (line.Hcpcs, line.Place, line.ClaimType, line.Setting) = (service.Hcpcs, service.Place, service.ClaimType, service.Setting);
        line.Status = random.Chance(shape.Share("claims.status-not-known")) ? "" : service.Status;
        line.Modifier = random.Chance(shape.Share("claims.modifier")) ? random.Of(Modifiers) : "";
        line.Units = random.Chance(9000) ? 1 : random.Between(2, 4);
        line.Allowed = service.Cents * line.Units * random.Between(85, 118) / Hundred;
        line.Charge = line.Allowed * random.Between(130, 320) / Hundred;
        line.Deductible = random.Chance(shape.Share("claims.with-deductible")) ? Math.Min(line.Allowed, random.Below(MostDeductible)) : 0;
        line.Coinsurance = random.Chance(shape.Share("claims.coinsurance-given")) ? (line.Allowed - line.Deductible) / 5 : null;
        Other(random, line);
        line.Denied = random.Chance(shape.Share("claims.denied")) ? "Y" : "N";
        if (random.Chance(shape.Share("claims.model-specific")))
        {
            line.Setting = "modelSpecific";
        }
        else if (random.Chance(shape.Share("claims.medicare-advantage")))
        {
            line.Setting = random.Chance(5000) ? "medicareAdvantageOutOfNetwork" : "medicareAdvantageContracted";
        }

        if (random.Chance(shape.Share("claims.reversed")))
        {
            line.Reverse();
        }
    }

    private void Other(RandomStream random, SyntheticClaimLine line)
    {
        (line.SecondaryPayerReduction, line.PrimaryAllowed, line.PrimaryPaid) = (null, null, null);
        if (!random.Chance(shape.Share("claims.secondary-payer")))
        {
            return;
        }

        var allowed = line.Allowed * random.Between(90, 140) / Hundred;
        line.PrimaryPaid = allowed * random.Between(50, 90) / Hundred;
        line.PrimaryAllowed = random.Chance(shape.Share("claims.primary-allowed-not-known")) ? null : allowed;
        if (random.Chance(shape.Share("claims.secondary-payer-reduction-given")))
        {
            line.SecondaryPayerReduction = line.Allowed * random.Between(20, 70) / Hundred;
        }
    }
}
