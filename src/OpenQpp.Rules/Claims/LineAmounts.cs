using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// The amounts of a claim line in the order of the law: deductible, coinsurance, secondary payer, adjustment, sequestration. What the
/// beneficiary owes and the allowed amount are never touched by the adjustment. A reversal is the mirror image of its line.
/// </summary>
/// <param name="Coinsurance">Coinsurance, dollars.</param>
/// <param name="Program">What Medicare pays before the adjustment, dollars, at least 0; without value where the secondary payer leaves it open.</param>
/// <param name="Adjustment">The MIPS payment adjustment, dollars; 0 where no factor applies.</param>
/// <param name="Subtotal">Both together, dollars.</param>
/// <param name="Rate">Sequestration, percent.</param>
/// <param name="Sequestration">What is sequestered, dollars.</param>
/// <param name="Paid">What is paid, dollars.</param>
[Cfr("414.1405(e)")]
public sealed record LineAmounts(Finding Coinsurance, Finding Program, Finding Adjustment, Finding Subtotal, Finding Rate, Finding Sequestration, Finding Paid)
{
    private const string Basis = "414.1405(e)";
    private const string Guide = "2024 MIPS Payment Adjustment User Guide, questions 8 and 9";

    private static readonly Label AllowedLabel = new("allowed amount", Unit.Dollars, Guide, "{v} is allowed");
    private static readonly Label DeductibleLabel = new("deductible", Unit.Dollars, Guide, "a deductible of {v}");
    private static readonly Label AfterDeductible = new("allowed amount after the deductible", Unit.Dollars, Guide, "{0} less {1}: {v}");
    private static readonly Label GivenCoinsurance = new("coinsurance", Unit.Dollars, Guide, "the line says a coinsurance of {v}");
    private static readonly Label CoinsuranceShare = new("coinsurance before rounding", Unit.Dollars, "42 CFR 410.152(b)", "{0} % of {1}: {v}");
    private static readonly Label CoinsuranceLabel = new("coinsurance", Unit.Dollars, "42 CFR 410.152(b)", "the beneficiary's share: {v}");
    private static readonly Label Alone = new("payment of Medicare alone", Unit.Dollars, Guide, "{0} less {1}: {v}");
    private static readonly Label GivenReduction = new("secondary payer reduction", Unit.Dollars, Guide, "the line says that Medicare pays {v} less because another payer is primary");
    private static readonly Label Reduction = new("secondary payer reduction", Unit.Dollars, "42 CFR 411.33(a)", "{0} less {1}: {v}");
    private static readonly Label NoReduction = new("secondary payer reduction", Unit.Dollars, Guide, "no other payer is primary: {v}");
    private static readonly Label OpenReduction = new("paid amount before the adjustment", Unit.Dollars, "42 CFR 411.33(a)", "another payer paid, and what Medicare pays beside it cannot be known from the line");
    private static readonly Label BeforeFloor = new("paid amount before the adjustment", Unit.Dollars, Guide, "{0} less {1}: {v}");
    private static readonly Label ProgramLabel = new("paid amount before the adjustment", Unit.Dollars, Guide, "the amount otherwise paid, not below zero: {v}");
    private static readonly Label ToldProgram = new("paid amount before the adjustment", Unit.Dollars, Guide, "the remittance leaves {v} of the charge before adjustment and sequestration");
    private static readonly Label NoCoinsurance = new("coinsurance", Unit.Dollars, Guide, "the paid amount is told; coinsurance is not computed");
    private static readonly Label AdjustmentShare = new("adjustment before rounding", Unit.Dollars, Basis, "{0} % of {1}: {v}");
    private static readonly Label AdjustmentLabel = new("MIPS payment adjustment", Unit.Dollars, Basis, "the adjustment of the line is {v}");
    private static readonly Label NoAdjustment = new("MIPS payment adjustment", Unit.Dollars, Basis, "no adjustment is applied to the line");
    private static readonly Label Undecided = new("MIPS payment adjustment", Unit.Dollars, Basis, "whether the line is adjusted cannot be known from what is given");
    private static readonly Label SubtotalLabel = new("amount after the adjustment", Unit.Dollars, Basis, "{0} and {1}: {v}");
    private static readonly Label SequestrationShare = new("sequestration before rounding", Unit.Dollars, Guide, "{0} % of {1}: {v}");
    private static readonly Label SequestrationLabel = new("sequestration", Unit.Dollars, Guide, "after the adjustment {v} is sequestered");
    private static readonly Label PaidLabel = new("paid amount", Unit.Dollars, Guide, "{0} less {1}: {v}");
    private static readonly Label Reversed = new("amount of the reversal", Unit.Dollars, Basis, "the line takes {1} back: {v}");
    private static readonly Finding Zero = Finding.Parameter(new("lowest payment", Unit.Dollars, Guide, "a payment is not negative"), 0m);
    private static readonly Finding Minus = Finding.Parameter(new("sign of a reversal", Unit.Number, Basis, "a reversal is the mirror image of its line"), -1m);
    private static readonly Finding None = Finding.Parameter(NoAdjustment, 0m);

    /// <summary>The amounts of a line.</summary>
    /// <param name="line">The line; its service date, allowed amount and deductible are known.</param>
    /// <param name="percent">The factor that applies, percent; null where none does.</param>
    /// <param name="law">The law of the payment year of the line.</param>
    public static LineAmounts For(ClaimLine line, Finding? percent, YearLaw law)
    {
        if (!line.IsReversal)
        {
            return OfPositive(line, percent, law);
        }

        var mirror = OfPositive(line.Mirrored(), percent, law);
        return new(Back(mirror.Coinsurance), Back(mirror.Program), Back(mirror.Adjustment), Back(mirror.Subtotal), mirror.Rate, Back(mirror.Sequestration), Back(mirror.Paid));
    }

    /// <summary>The same amounts as far as they do not depend on whether a factor is applied.</summary>
    public LineAmounts WithoutDecision()
    {
        var open = Finding.NotKnown(Undecided, Program);
        return this with { Adjustment = open, Subtotal = open, Sequestration = open, Paid = open };
    }

    private static Finding Back(Finding amount) => amount.HasNumber ? Finding.Product(Reversed, Minus, amount) : amount;

    /// <summary>What is sequestered of a payment, dollars: after the adjustment, whatever it was.</summary>
    /// <param name="program">What Medicare pays before the adjustment.</param>
    /// <param name="adjustment">The adjustment that was paid.</param>
    /// <param name="service">Date of service.</param>
    /// <param name="law">The law of the payment year.</param>
    public static Finding SequestrationAfter(Finding program, Finding adjustment, DateOnly service, YearLaw law) =>
        Sequestered(Finding.Sum(SubtotalLabel, program, adjustment), law.Claims.Sequestration(service), law);

    private static LineAmounts OfPositive(ClaimLine line, Finding? percent, YearLaw law)
    {
        var claims = law.Claims;
        var rate = claims.Sequestration(line.Service!.Value);
        if (line.Program is { } told)
        {
            return AfterProgram(Finding.NotKnown(NoCoinsurance), Finding.Given(ToldProgram, told), percent, rate, law);
        }

        var allowed = Finding.Given(AllowedLabel, line.Allowed!.Value);
        var afterDeductible = Finding.Difference(AfterDeductible, allowed, Finding.Given(DeductibleLabel, line.Deductible!.Value));
        var coinsurance = line.Coinsurance is { } given
            ? Finding.Given(GivenCoinsurance, given)
            : Cents(CoinsuranceLabel, Finding.Share(CoinsuranceShare, claims.Coinsurance, afterDeductible), law);
        var alone = Finding.Difference(Alone, afterDeductible, coinsurance);
        if (ReductionOf(line, allowed, alone) is not { } reduction)
        {
            var open = Finding.NotKnown(OpenReduction, alone);
            return new(coinsurance, open, open, open, rate, open, open);
        }

        return AfterProgram(coinsurance, Finding.Maximum(ProgramLabel, null, Finding.Difference(BeforeFloor, alone, reduction), Zero), percent, rate, law);
    }

    private static LineAmounts AfterProgram(Finding coinsurance, Finding program, Finding? percent, Finding rate, YearLaw law)
    {
        var adjustment = percent is null ? None : Cents(AdjustmentLabel, Finding.Share(AdjustmentShare, percent, program), law);
        var subtotal = Finding.Sum(SubtotalLabel, program, adjustment);
        var sequestration = Sequestered(subtotal, rate, law);
        return new(coinsurance, program, adjustment, subtotal, rate, sequestration, Finding.Difference(PaidLabel, subtotal, sequestration));
    }

    private static Finding Sequestered(Finding subtotal, Finding rate, YearLaw law) => Cents(SequestrationLabel, Finding.Share(SequestrationShare, rate, subtotal), law);

    private static Finding Cents(Label label, Finding amount, YearLaw law) =>
        law.Settings.ClaimCentsAreCutOff ? Finding.CutOff(label, amount, law.Claims.Cents) : Finding.Rounding(label, amount, law.Claims.Cents);

    /// <summary>By how much a primary payer lessens Medicare's payment; null where that cannot be known.</summary>
    private static Finding? ReductionOf(ClaimLine line, Finding allowed, Finding alone) =>
        line.SecondaryPayerReduction is { } given ? Finding.Given(GivenReduction, given)
        : line.PrimaryPaid is null or 0m ? Finding.Assumed(NoReduction, 0m)
        : SecondaryPayment.For(line, allowed, alone) is { } payment ? Finding.Difference(Reduction, alone, payment)
        : null;
}
