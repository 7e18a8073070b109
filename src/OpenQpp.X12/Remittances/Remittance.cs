using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>A correction of the provider's balance at the end of a remittance: a segment PLB. A positive amount lowers the payment.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Amount">Dollars.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ProviderAdjustment(string Reason, decimal Amount, string Place);

/// <summary>A remittance advice: a transaction set 835, one payment of one payer to one payee.</summary>
public sealed class Remittance
{
    private const string Footer = "PLB";
    private const int FirstAmount = 4;
    private const int LastAmount = 14;

    private readonly Loop? payer;
    private readonly Loop? payee;

    internal Remittance(Envelope envelope, Loop root, ProblemList problems)
    {
        (Envelope, Root, payer, payee) = (envelope, root, root.Within("1000A"), root.Within("1000B"));
        Payment = root.Find("BPR")?.RequiredMoney(2, problems) ?? 0m;
        Date = root.Find("BPR")?.Date(16, problems);
    }

    /// <summary>What stands around it.</summary>
    public Envelope Envelope { get; }

    /// <summary>The transaction set.</summary>
    public Loop Root { get; }

    /// <summary>What is paid, dollars.</summary>
    public decimal Payment { get; }

    /// <summary>Date of the payment; null where it is not told.</summary>
    public DateOnly? Date { get; }

    /// <summary>Number of the check or transfer.</summary>
    public string TraceNumber => Root.Find("TRN")?[2] ?? "";

    /// <summary>The payer's name.</summary>
    public string PayerName => payer?.First[2] ?? "";

    /// <summary>The payee's name.</summary>
    public string PayeeName => payee?.First[2] ?? "";

    /// <summary>The payee's TIN; null where it is not told.</summary>
    public string? PayeeTin => payee?.First[3] is "FI" ? payee.First[4] : payee?.Find("REF", "TJ")?[2];

    /// <summary>The payee's NPI; null where it is not told.</summary>
    public string? PayeeNpi => payee?.First[3] is "XX" ? payee.First[4] : payee?.Find("REF", "HPI")?[2];

    /// <summary>How many claims it has, as far as it is read.</summary>
    public long Claims { get; private set; }

    /// <summary>What its claims are paid together, dollars.</summary>
    public decimal PaidForClaims { get; private set; }

    /// <summary>Corrections of the provider's balance, when it is read to its end.</summary>
    public IReadOnlyList<ProviderAdjustment> ProviderAdjustments { get; private set; } = [];

    internal void Add(RemittanceClaim claim)
    {
        Claims++;
        PaidForClaims += claim.Paid;
    }

    internal void End(ProblemList problems)
    {
        var found = new List<ProviderAdjustment>();
        foreach (var segment in Root.Loops.Where(loop => loop.Name is Footer).SelectMany(loop => loop.Segments).Where(segment => segment.Id is Footer))
        {
            for (var element = FirstAmount; element <= LastAmount; element += 2)
            {
                if (segment[element].Length > 0 || segment[element - 1].Length > 0)
                {
                    found.Add(new(segment.Component(element - 1, 1), segment.RequiredMoney(element, problems), segment.Place(element)));
                }
            }
        }

        ProviderAdjustments = found;
    }
}
