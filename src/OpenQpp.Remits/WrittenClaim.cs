using System.Globalization;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>A claim with its lines as a remittance tells it: loop 2100 and its service lines. It balances by itself.</summary>
/// <param name="Lines">The lines of one claim of one practice.</param>
public sealed record WrittenClaim(IReadOnlyList<PaidLine> Lines)
{
    private const string Contract = "45";
    private const string Deductible = "1";
    private const string Coinsurance = "2";
    private const string PriorPayer = "23";
    private const string NotNecessary = "50";

    /// <summary>Adjustment and its remark code stand on the claim as a whole.</summary>
    public bool IsAdjustedAsClaim { get; init; }

    /// <summary>What is paid to the practice, dollars.</summary>
    public decimal Paid => Lines.Sum(line => line.Charge - EntriesOf(line).Sum(entry => entry.Amount)) - OfClaim().Sum(entry => entry.Amount);

    /// <summary>Its segments.</summary>
    /// <param name="number">The payer's number of the claim.</param>
    public IEnumerable<Segment> Segments(long number)
    {
        var first = Lines[0];
        var charge = Lines.Sum(line => line.Charge);
        var patient = Lines.Sum(line => EntriesOf(line).Where(entry => entry.Group is "PR").Sum(entry => entry.Amount));
        var status = charge < 0m ? "22" : Lines.All(line => line.IsDenied) ? "4" : Lines.Any(line => Rest(line) != 0m) ? "2" : "1";
        yield return Segment.Of("CLP", first.Claim, status, Money(charge), Money(Paid), Money(patient), "MB", string.Create(CultureInfo.InvariantCulture, $"ICN{number}"), first.Place, "1");
        foreach (var segment in Adjustments(OfClaim()))
        {
            yield return segment;
        }

        yield return Segment.Of("NM1", "QC", "1", "BENEFICIARY", "A", "", "", "", "MI", first.Beneficiary.Length > 0 ? first.Beneficiary : "UNKNOWN");
        yield return Segment.Of("NM1", "82", "1", "CLINICIAN", "A", "", "", "", "XX", first.Npi);
        yield return IsAdjustedAsClaim && Lines.Any(line => line.Remark is not null) ? Segment.Of("MOA", "", "", "MA01", LineAdjustment.MipsRemark) : Segment.Of("MOA", "", "", "MA01");
        foreach (var segment in Lines.SelectMany(line => Segments(line, first.Npi)))
        {
            yield return segment;
        }
    }

    private IEnumerable<Segment> Segments(PaidLine line, string npi)
    {
        var entries = EntriesOf(line).ToArray();
        yield return Segment.Of("SVC", string.Join(':', ["HC", line.Code, .. line.Modifiers]), Money(line.Charge), Money(line.Charge - entries.Sum(entry => entry.Amount)), "", line.Units.ToString(CultureInfo.InvariantCulture));
        yield return Segment.Of("DTM", "472", line.Service.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        foreach (var segment in Adjustments(entries))
        {
            yield return segment;
        }

        yield return Segment.Of("REF", "6R", line.Line);
        if (!string.Equals(line.Npi, npi, StringComparison.Ordinal))
        {
            yield return Segment.Of("REF", "HPI", line.Npi);
        }

        yield return Segment.Of("AMT", "B6", Money(line.Allowed));
        if (line.Remark is not null && !IsAdjustedAsClaim)
        {
            yield return Segment.Of("LQ", "HE", line.Remark);
        }
    }

    /// <summary>What stands between the charge and the payment of a line, in the order of the law.</summary>
    private IEnumerable<RemittedEntry> EntriesOf(PaidLine line)
    {
        if (line.IsDenied)
        {
            return [new("CO", NotNecessary, line.Charge)];
        }

        RemittedEntry[] entries =
        [
            new("CO", Contract, line.Charge - line.Allowed), new("PR", Deductible, line.Deductible), new("PR", Coinsurance, line.Coinsurance), new("OA", PriorPayer, Rest(line)),
            new(line.Group ?? "CO", line.Reason ?? "", IsAdjustedAsClaim || line.Reason is null ? 0m : -line.Mips), new("CO", line.SequestrationReason ?? "", line.SequestrationReason is null ? 0m : line.Sequestration),
        ];
        var stated = entries.Where(entry => entry.Amount != 0m).ToArray();
        return line.IsUnassigned ? [.. stated, new("OA", ShownCodes.PaidToPatient, line.Charge - stated.Sum(entry => entry.Amount))] : stated;
    }

    private RemittedEntry[] OfClaim() =>
        IsAdjustedAsClaim ? [.. Lines.Where(line => line.Reason is not null && line.Mips != 0m).GroupBy(line => (line.Group, line.Reason)).Select(group => new RemittedEntry(group.Key.Group!, group.Key.Reason!, -group.Sum(line => line.Mips)))] : [];

    /// <summary>What is left of the allowed amount beside deductible, coinsurance and Medicare's payment: another payer's.</summary>
    private static decimal Rest(PaidLine line) => line.IsDenied ? 0m : line.Allowed - line.Deductible - line.Coinsurance - line.Program;

    /// <summary>A segment CAS for each group code.</summary>
    private static IEnumerable<Segment> Adjustments(IEnumerable<RemittedEntry> entries) =>
        entries.GroupBy(entry => entry.Group, StringComparer.Ordinal).Select(group => Segment.Of(["CAS", group.Key, .. group.SelectMany((entry, place) => (string[])[.. place == 0 ? (string[])[] : [""], entry.Reason, Money(entry.Amount)])]));

    private static string Money(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);
}
