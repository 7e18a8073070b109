using OpenQpp.Claims;
using OpenQpp.Law;
using OpenQpp.Rules;

namespace OpenQpp.ClaimLines;

/// <summary>Lines and factors at random, in which every fact is now and then not known.</summary>
/// <param name="seed">The same seed gives the same lines.</param>
internal sealed class RandomLine(int seed)
{
    private const string OwnTin = "000000011";
    private const string OtherTin = "000000012";

    private static readonly string[] Statuses = ["A", "C", "R", "T", "J", "B", "P", "E", "N", "X", "Q", "Z"];
    private static readonly RowStanding?[] Standings = [RowStanding.Scored, RowStanding.Scored, RowStanding.Neutral, RowStanding.Excluded, RowStanding.Qp, null];

    private readonly Random random = new(seed);

    /// <summary>A line whose day lies in a year, or near its ends.</summary>
    public ClaimLine Next(int year)
    {
        var isReversal = random.Next(8) == 0;
        decimal? Amount() => random.Next(5) switch
        {
            0 => null,
            1 => 0m,
            2 => random.Next(1, 60) * 0.01m,
            _ => random.Next(0, 60000) * 0.01m,
        } * (isReversal ? -1m : 1m);
        return new()
        {
            Service = random.Next(20) == 0 ? null : new DateOnly(year, 1, 1).AddDays(random.Next(-2, 367)),
            Denied = Flag(),
            Assigned = Flag(),
            Status = random.Next(6) == 0 ? null : Statuses[random.Next(random.Next(4) == 0 ? Statuses.Length : 4)],
            Setting = random.Next(8) == 0 ? null : random.Next(3) == 0 ? (ClaimSetting)random.Next(10) : random.Next(2) == 0 ? ClaimSetting.Professional : ClaimSetting.MedicareAdvantageOutOfNetwork,
            Charge = Amount(),
            Allowed = random.Next(20) == 0 ? null : (Amount() ?? 100m) + (isReversal ? -20m : 20m),
            Deductible = random.Next(20) == 0 ? null : random.Next(3) == 0 ? Amount() ?? 0m : 0m,
            Coinsurance = random.Next(2) == 0 ? null : Amount(),
            SecondaryPayerReduction = random.Next(6) == 0 ? Amount() : null,
            PrimaryAllowed = Amount(),
            PrimaryPaid = random.Next(2) == 0 ? null : Amount(),
        };
    }

    /// <summary>The rows of a clinician: none, the own one, others.</summary>
    public FactorRow[] Rows() =>
        [.. ((string[])[OwnTin, OtherTin, "000000013"]).Where(_ => random.Next(2) == 0).Select(tin => new FactorRow(tin, Standings[random.Next(Standings.Length)], random.Next(4) == 0 ? null : random.Next(0, 400) * 0.25m, Percent()))];

    /// <summary>A TIN that is the own one, or one without a row.</summary>
    public string Tin() => random.Next(3) == 0 ? "000000099" : OwnTin;

    public bool Usually() => random.Next(8) != 0;

    /// <summary>The same line in whole numbers.</summary>
    public static LineCells Cells(ClaimLine line) => new()
    {
        Day = line.Service is { } day ? CellText.Day(day) : LineCells.NotKnown,
        Charge = Cents(line.Charge),
        Allowed = Cents(line.Allowed),
        Deductible = Cents(line.Deductible),
        Coinsurance = Cents(line.Coinsurance),
        SecondaryPayerReduction = Cents(line.SecondaryPayerReduction),
        PrimaryAllowed = Cents(line.PrimaryAllowed),
        PrimaryPaid = Cents(line.PrimaryPaid),
        Status = line.Status is { } status ? CellText.Code([(byte)status[0]]) : CellText.NoCode,
        Setting = line.Setting is { } setting ? (sbyte)setting : LineCells.NoFlag,
        Assigned = Flag(line.Assigned),
        Denied = Flag(line.Denied),
    };

    public static decimal? Dollars(long cents) => cents == LineCells.NotKnown ? null : cents * 0.01m;

    private static long Cents(decimal? dollars) => dollars is { } known ? (long)(known * 100m) : LineCells.NotKnown;

    private static sbyte Flag(bool? flag) => flag is { } known ? known ? (sbyte)1 : (sbyte)0 : LineCells.NoFlag;

    private bool? Flag() => random.Next(12) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        _ => random.Next(8) != 0,
    };

    private decimal? Percent() => random.Next(6) switch
    {
        0 => null,
        1 => 0m,
        2 => 0.01m,
        _ => random.Next(-900, 2000) * 0.01m,
    };
}
