using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// What Medicare pays where another payer is primary, 42 CFR 411.33(a): the lowest of the charge less the primary payment, what
/// Medicare would pay alone, and the higher of both allowed amounts less the primary payment.
/// </summary>
public static class SecondaryPayment
{
    private const string Basis = "42 CFR 411.33(a)";

    private static readonly Label Charge = new("charge", Unit.Dollars, Basis, "the charge is {v}");
    private static readonly Label Paid = new("primary payment", Unit.Dollars, Basis, "the primary payer paid {v}");
    private static readonly Label Allowed = new("primary allowed amount", Unit.Dollars, Basis, "the primary payer allowed {v}");
    private static readonly Label Unpaid = new("charge not paid", Unit.Dollars, Basis + "(1)", "{0} less {1}: {v}");
    private static readonly Label Higher = new("higher allowed amount", Unit.Dollars, Basis + "(3)", "the higher of {0} and {1}");
    private static readonly Label Rest = new("allowed amount not paid", Unit.Dollars, Basis + "(3)", "{0} less {1}: {v}");
    private static readonly Label Lowest = new("Medicare payment as secondary payer", Unit.Dollars, Basis, "the lowest of {0}, {1} and {2}");
    private static readonly Label NotNegative = new("Medicare payment as secondary payer", Unit.Dollars, Basis, "not below zero: {v}");
    private static readonly Finding Zero = Finding.Parameter(new("lowest payment", Unit.Dollars, Basis, "a payment is not negative"), 0m);

    /// <summary>Medicare's payment before any adjustment; null where charge, primary payment or primary allowed amount are not known.</summary>
    /// <param name="line">The line.</param>
    /// <param name="allowed">Medicare's allowed amount.</param>
    /// <param name="alone">What Medicare would pay alone: the allowed amount without deductible and coinsurance.</param>
    public static Finding? For(ClaimLine line, Finding allowed, Finding alone)
    {
        if (line is not { Charge: { } charged, PrimaryAllowed: { } primaryAllowed, PrimaryPaid: { } primaryPaid })
        {
            return null;
        }

        var paid = Finding.Given(Paid, primaryPaid);
        var unpaid = Finding.Difference(Unpaid, Finding.Given(Charge, charged), paid);
        var rest = Finding.Difference(Rest, Finding.Maximum(Higher, null, allowed, Finding.Given(Allowed, primaryAllowed)), paid);
        return Finding.Maximum(NotNegative, null, Finding.Minimum(Lowest, null, unpaid, alone, rest), Zero);
    }
}
