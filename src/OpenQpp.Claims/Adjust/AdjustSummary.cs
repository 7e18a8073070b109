using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>Lines with the same reason, and their amounts, dollars. An amount that a line does not have adds nothing.</summary>
/// <param name="Reason">Why they are not adjusted; null for those that are.</param>
/// <param name="Lines">How many.</param>
/// <param name="Allowed">Allowed amounts.</param>
/// <param name="Program">Paid amounts before the adjustment.</param>
/// <param name="Adjustment">Adjustments.</param>
/// <param name="Sequestration">What is sequestered.</param>
/// <param name="Paid">What is paid.</param>
public sealed record ReasonSum(LineReason? Reason, long Lines, decimal Allowed, decimal Program, decimal Adjustment, decimal Sequestration, decimal Paid);

/// <summary>What came of adjusting claim lines.</summary>
/// <param name="LinesFile">Name of the file of lines.</param>
/// <param name="TotalsFile">Name of the file of totals.</param>
/// <param name="Pairs">Rows of the file of totals.</param>
/// <param name="ByReason">Sums by reason, adjusted lines first; reasons without lines are left out.</param>
public sealed record AdjustSummary(string LinesFile, string TotalsFile, long Pairs, IReadOnlyList<ReasonSum> ByReason)
{
    private const decimal Cents = 0.01m;

    /// <summary>All lines.</summary>
    public long Lines => ByReason.Sum(sum => sum.Lines);

    /// <summary>Adjusted lines.</summary>
    public long Adjusted => ByReason.Where(sum => sum.Reason is null).Sum(sum => sum.Lines);

    /// <summary>Lines of which something is not known that decides.</summary>
    public long Undecided => ByReason.Where(sum => sum.Reason?.IsUndecided() == true).Sum(sum => sum.Lines);

    /// <summary>Lines that are certainly not adjusted.</summary>
    public long NotAdjusted => Lines - Adjusted - Undecided;

    private static decimal Dollars(long cents) => cents * Cents;

    internal static AdjustSummary Of(string lines, string totals, long pairs, ReadOnlySpan<PairSums> byReason)
    {
        var sums = new List<ReasonSum> { Of(null, byReason[^1]) };
        foreach (var reason in LineReasons.All)
        {
            sums.Add(Of(reason, byReason[(int)reason]));
        }

        return new(lines, totals, pairs, [.. sums.Where(sum => sum.Lines > 0)]);
    }

    private static ReasonSum Of(LineReason? reason, in PairSums sums) =>
        new(reason, sums.Lines, Dollars(sums.Allowed), Dollars(sums.Program), Dollars(sums.Adjustment), Dollars(sums.Sequestration), Dollars(sums.Paid));
}
