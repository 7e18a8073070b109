using System.Text;
using OpenQpp.Law;

namespace OpenQpp.Claims;

/// <summary>The law of a payment year on claim lines, in whole numbers.</summary>
internal sealed class AdjustmentYear
{
    private const decimal Hundredths = 100m;
    private const int CentsDecimals = 2;

    private readonly ulong[] covered;
    private readonly (ulong Code, sbyte Setting)[] byType;
    private readonly (ulong Code, sbyte Setting)[] bySpecialty;
    private readonly (ulong Code, sbyte Setting)[] byPlace;
    private readonly short[] sequestration;
    private readonly int firstDay;

    /// <summary>The law of a year.</summary>
    /// <param name="law">The law of its performance year.</param>
    /// <exception cref="LawDataException">It asks for more decimals than amounts have here.</exception>
    public AdjustmentYear(YearLaw law)
    {
        var claims = law.Claims;
        if (claims.Cents.Number != CentsDecimals)
        {
            throw new LawDataException($"Amounts of claim lines have {CentsDecimals} decimals, not {claims.Cents.Number}.");
        }

        (Law, PaymentYear) = (law, claims.PaymentYear.Year);
        CoinsurancePercent = InHundredths(claims.Coinsurance.Number);
        IsCutOff = law.Settings.ClaimCentsAreCutOff;
        AppliesNegativeToPlans = law.Settings.MedicareAdvantageAppliesNegative;
        covered = [.. claims.Statuses.Where(status => status.Value.Flag).Select(status => CodeOf(status.Key))];
        byType = Settings(claims, "claim type");
        bySpecialty = Settings(claims, "specialty");
        byPlace = Settings(claims, "place of service");
        var (first, last) = (new DateOnly(PaymentYear, 1, 1), new DateOnly(PaymentYear, 12, 31));
        firstDay = CellText.Day(first);
        sequestration = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(day => (short)InHundredths(claims.Sequestration(first.AddDays(day)).Number))];
    }

    /// <summary>The law itself.</summary>
    public YearLaw Law { get; }

    /// <summary>The payment year.</summary>
    public int PaymentYear { get; }

    /// <summary>Coinsurance where the line does not say, hundredths of a percent.</summary>
    public int CoinsurancePercent { get; }

    /// <summary>Amounts are cut off after the cents, not rounded.</summary>
    public bool IsCutOff { get; }

    /// <summary>A Medicare Advantage plan applies negative adjustments, too.</summary>
    public bool AppliesNegativeToPlans { get; }

    /// <summary>Whether services of a status are paid under the fee schedule.</summary>
    /// <param name="status">The status as a code.</param>
    public bool Covers(ulong status) => covered.AsSpan().Contains(status);

    /// <summary>Sequestration of a day of the year, hundredths of a percent.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    public short Sequestration(long day) => sequestration[day - firstDay];

    /// <summary>The setting of a line that does not say so, in the order of <see cref="Rules.LineSetting"/>.</summary>
    /// <param name="type">Claim type as a code.</param>
    /// <param name="specialty">Specialty as a code.</param>
    /// <param name="place">Place of service as a code.</param>
    public sbyte Setting(ulong type, ulong specialty, ulong place) =>
        Find(byType, type) is var ofType && ofType >= 0 ? ofType
        : Find(bySpecialty, specialty) is var ofSpecialty && ofSpecialty >= 0 ? ofSpecialty
        : Find(byPlace, place) is var ofPlace && ofPlace >= 0 ? ofPlace
        : place == CellText.NoCode ? LineCells.NoFlag
        : (sbyte)ClaimSetting.Professional;

    private static sbyte Find((ulong Code, sbyte Setting)[] known, ulong code)
    {
        foreach (var (one, setting) in known)
        {
            if (one == code)
            {
                return setting;
            }
        }

        return LineCells.NoFlag;
    }

    private static (ulong Code, sbyte Setting)[] Settings(ClaimsLaw claims, string by) =>
        [.. claims.Settings.Where(setting => string.Equals(setting.Key.By, by, StringComparison.Ordinal)).Select(setting => (CodeOf(setting.Key.Code), (sbyte)setting.Value))];

    private static ulong CodeOf(string code) => CellText.Code(Encoding.UTF8.GetBytes(code));

    private static int InHundredths(decimal percent)
    {
        var scaled = percent * Hundredths;
        return decimal.Truncate(scaled) == scaled ? (int)scaled : throw new LawDataException($"A percent of claim lines has two decimals: {percent} has more.");
    }
}
