using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>A claim on a remittance: loop 2100.</summary>
public sealed class RemittanceClaim
{
    private const string Line = "2110";

    internal RemittanceClaim(Loop loop, ProblemList problems)
    {
        (Loop, var claim) = (loop, loop.First);
        Charge = claim.RequiredMoney(3, problems);
        Paid = claim.RequiredMoney(4, problems);
        PatientResponsibility = claim.Money(5, problems);
        Adjustments = RemittanceAdjustment.Of(loop, problems);
        Lines = [.. loop.Loops.Where(inner => inner.Name is Line).Select(inner => new RemittanceLine(inner, problems))];
        Remarks = [.. RemarksOf("MOA", 3, 7), .. RemarksOf("MIA", 5, 5), .. RemarksOf("MIA", 20, 23)];
        Service = (loop.Find("DTM", "232") ?? loop.Find("DTM", "050"))?.Date(2, problems);
    }

    /// <summary>The loop.</summary>
    public Loop Loop { get; }

    /// <summary>The provider's number of the claim.</summary>
    public string PatientControlNumber => Loop.First[1];

    /// <summary>Status: 1 primary, 2 secondary, 3 tertiary, 4 denied, 22 reversal, and so on.</summary>
    public string Status => Loop.First[2];

    /// <summary>The claim takes an earlier one back.</summary>
    public bool IsReversal => Status is "22";

    /// <summary>Submitted charge, dollars.</summary>
    public decimal Charge { get; }

    /// <summary>Paid amount, dollars.</summary>
    public decimal Paid { get; }

    /// <summary>What the patient owes, dollars; null where it is not told.</summary>
    public decimal? PatientResponsibility { get; }

    /// <summary>Claim filing indicator: MB is Medicare Part B.</summary>
    public string FilingIndicator => Loop.First[6];

    /// <summary>The payer's number of the claim.</summary>
    public string PayerControlNumber => Loop.First[7];

    /// <summary>Place of service, where it is told.</summary>
    public string PlaceOfService => Loop.First[8];

    /// <summary>What lowers or raises the payment of the claim as a whole.</summary>
    public IReadOnlyList<RemittanceAdjustment> Adjustments { get; }

    /// <summary>Remark codes of the claim.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>First date of service of the claim; null where it is not told.</summary>
    public DateOnly? Service { get; }

    /// <summary>NPI of who rendered the services; null where it is not told.</summary>
    public string? RenderingNpi => Loop.Find("NM1", "82") is { } name && name[8] is "XX" ? name[9] : null;

    /// <summary>The service lines.</summary>
    public IReadOnlyList<RemittanceLine> Lines { get; }

    /// <summary>What remains of the charge after every adjustment of claim and lines: the paid amount, where the claim balances.</summary>
    public decimal Remainder => Charge - Adjustments.Sum(adjustment => adjustment.Amount) - Lines.Sum(line => line.Adjustments.Sum(adjustment => adjustment.Amount));

    private IEnumerable<string> RemarksOf(string id, int first, int last) =>
        Loop.Find(id) is not { } segment ? [] : Enumerable.Range(first, last - first + 1).Select(element => segment[element]).Where(code => code.Length > 0);
}
