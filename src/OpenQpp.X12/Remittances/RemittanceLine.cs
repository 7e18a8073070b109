using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>A service line of a claim on a remittance: loop 2110.</summary>
public sealed class RemittanceLine
{
    internal RemittanceLine(Loop loop, ProblemList problems)
    {
        (Loop, var service) = (loop, loop.First);
        Procedure = Procedure.Of(service, 1);
        Charge = service.RequiredMoney(2, problems);
        Paid = service.Money(3, problems) ?? 0m;
        Units = service.Units(5, problems);
        Service = (loop.Find("DTM", "472") ?? loop.Find("DTM", "150"))?.Date(2, problems);
        Adjustments = RemittanceAdjustment.Of(loop, problems);
        Remarks = [.. loop.All("LQ").Where(segment => segment[1] is "HE").Select(segment => segment[2])];
        Allowed = loop.Find("AMT", "B6")?.Money(2, problems);
    }

    /// <summary>The loop.</summary>
    public Loop Loop { get; }

    /// <summary>The procedure.</summary>
    public Procedure Procedure { get; }

    /// <summary>Submitted charge, dollars.</summary>
    public decimal Charge { get; }

    /// <summary>Paid amount, dollars.</summary>
    public decimal Paid { get; }

    /// <summary>Units paid; null where they are not told.</summary>
    public decimal? Units { get; }

    /// <summary>Date of service; null where the line tells none.</summary>
    public DateOnly? Service { get; }

    /// <summary>What lowers or raises the payment.</summary>
    public IReadOnlyList<RemittanceAdjustment> Adjustments { get; }

    /// <summary>Remittance advice remark codes.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Allowed amount, dollars; null where it is not told.</summary>
    public decimal? Allowed { get; }

    /// <summary>The provider's number of the line; null where there is none.</summary>
    public string? ControlNumber => Loop.Find("REF", "6R")?[2];

    /// <summary>NPI of who rendered the line, where it differs from that of the claim.</summary>
    public string? RenderingNpi => Loop.Find("REF", "HPI")?[2];

    /// <summary>What remains of the charge after every adjustment: the paid amount, where the line balances.</summary>
    public decimal Remainder => Charge - Adjustments.Sum(adjustment => adjustment.Amount);
}
