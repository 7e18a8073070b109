using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// The adjustment that is due on a line of a remittance: the factor of the TIN/NPI applied to what is paid before it, which is the
/// charge less every adjustment but those of MIPS, of sequestration and of a payment to the patient.
/// </summary>
[Cfr("414.1405(e)")]
public static class RemittedAdjustment
{
    private const string Guide = "2024 MIPS Payment Adjustment User Guide, questions 8 and 9";

    private static readonly Label Charge = new("charge", Unit.Dollars, Guide, "the charge is {v}");
    private static readonly Label Entry = new("adjustment by the payer", Unit.Dollars, Guide, "{s} lowers the payment by {v}");
    private static readonly Label Program = new("paid amount before the adjustment", Unit.Dollars, Guide, "the charge less what lowers it before adjustment and sequestration: {v}");
    private static readonly Label None = new("MIPS payment adjustment", Unit.Dollars, "414.1405(e)", "no adjustment is due");
    private static readonly Label Open = new("MIPS payment adjustment", Unit.Dollars, "414.1405(e)", "whether an adjustment is due, or how much, is not known from what is given");

    /// <summary>The line, recomputed; what is wrong with it is not yet told.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isAdjustedAsClaim">The claim carries codes of the adjustment that count for the line, too.</param>
    public static AuditedLine For(RemittedLine line, bool isAdjustedAsClaim)
    {
        var codes = ShownCodes.Of(line.Entries);
        var program = Finding.Difference(Program, Finding.Given(Charge, line.Charge), [.. line.Entries.Where(ShownCodes.IsBeforeAdjustment).Select(entry => Finding.Given(Entry, entry.Amount, $"{entry.Group}-{entry.Reason}"))]);
        var claim = new ClaimLine
        {
            Service = line.Service,
            Denied = line.Denied,
            Assigned = IsAssigned(line),
            Status = line.Status,
            Setting = line.Setting,
            Program = program.Number,
        };
        var adjustment = LineAdjustment.For(claim, line.Factor, line.IsInPaymentYear, line.Law);
        var (expected, reason) = Due(line, claim, adjustment, isAdjustedAsClaim || line.HasRemark || codes.Mips.Count > 0);
        return new(line, codes, program, adjustment, expected) { Reason = reason };
    }

    /// <summary>The adjustment that another percent would give, dollars.</summary>
    /// <param name="line">The line, recomputed.</param>
    /// <param name="percent">The other percent.</param>
    public static decimal With(AuditedLine line, decimal percent) => OfFactor(new() { Service = line.Line.Service, Program = line.Program.Number }, Finding.Given(Other, percent), line.Line).Number;

    private static readonly Label Other = new("another percent", Unit.Percent, "414.1405(e)", "another percent: {v} %");

    /// <summary>
    /// A payment to the patient says that the claim was not assigned. Where the claim is not at hand, a payment to the practice says that
    /// it was: Medicare pays under Part B to the practice on assignment only (42 CFR 424.55).
    /// </summary>
    private static bool? IsAssigned(RemittedLine line) =>
        line.Entries.Any(entry => entry.Reason is ShownCodes.PaidToPatient) ? false : line.Assigned ?? (line.Paid != 0m ? true : null);

    /// <summary>
    /// A line that carries the codes is judged by its amount also where status, assignment or setting are not known. Where factors of the
    /// year were not given, nothing is known of what is due.
    /// </summary>
    private static (Finding Expected, LineReason? Reason) Due(RemittedLine line, ClaimLine claim, LineAdjustment adjustment, bool isCarried)
    {
        switch (adjustment.Reason)
        {
            case null:
                return (adjustment.Amounts!.Adjustment, null);
            case LineReason.UndecidedStatus or LineReason.UndecidedAssignment or LineReason.UndecidedSetting when isCarried && line.Factor is { Reason: null, Percent: { } percent }:
                return (OfFactor(claim, percent, line), null);
            case LineReason.NotInPaymentYear when line.Law is not null:
            case { } undecided when undecided.IsUndecided():
                return (Finding.NotKnown(Open, adjustment.Decision), adjustment.Reason);
            default:
                return (Finding.Taken(None, null, Finding.Parameter(None, 0m), adjustment.Decision), adjustment.Reason);
        }
    }

    private static Finding OfFactor(ClaimLine claim, Finding percent, RemittedLine line) => LineAmounts.For(claim, percent, line.Law!).Adjustment;
}
