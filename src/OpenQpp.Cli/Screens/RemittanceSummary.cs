using System.Globalization;
using OpenQpp.X12;

namespace OpenQpp.Cli;

/// <summary>What the remittances of a file say together.</summary>
internal sealed class RemittanceSummary
{
    private const int MostRemittances = 50;

    private readonly List<Remittance> remittances = [];
    private readonly SortedDictionary<(string Group, string Reason), (long Count, decimal Amount)> adjustments = [];
    private long more;
    private long lines;

    /// <summary>Adds a claim.</summary>
    public void Add(RemittanceClaim claim)
    {
        lines += claim.Lines.Count;
        foreach (var adjustment in claim.Adjustments.Concat(claim.Lines.SelectMany(line => line.Adjustments)))
        {
            var (count, amount) = adjustments.GetValueOrDefault((adjustment.Group, adjustment.Reason));
            adjustments[(adjustment.Group, adjustment.Reason)] = (count + 1, amount + adjustment.Amount);
        }
    }

    /// <summary>Adds a remittance.</summary>
    public void Add(Remittance remittance)
    {
        if (remittances.Count < MostRemittances)
        {
            remittances.Add(remittance);
        }
        else
        {
            more++;
        }
    }

    /// <summary>Shows them.</summary>
    public void Show(Screen screen)
    {
        screen.Table(
            ["Payer", "Payee", "Date", ">Claims", ">Paid"],
            [.. remittances.Select(one => (string[])[one.PayerName, one.PayeeName, one.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Whole(one.Claims), Money(one.Payment)])]);
        if (more > 0)
        {
            screen.Line($"and {Whole(more)} more");
        }

        screen.Line($"{Whole(lines)} service lines. Every line, claim and payment balances.");
        screen.Line();
        screen.Table(
            ["Group", "Reason", ">Times", ">Dollars"],
            [.. adjustments.Select(pair => (string[])[pair.Key.Group, pair.Key.Reason, Whole(pair.Value.Count), Money(pair.Value.Amount)])]);
        screen.Line("A positive amount lowers the payment, a negative one raises it. 144 with N807 is a MIPS incentive, 237 with N807 a MIPS reduction, 253 sequestration.");
    }

    private static string Whole(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
