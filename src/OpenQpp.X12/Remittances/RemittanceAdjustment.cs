using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>An adjustment of a claim or a line: a reason and an amount of a segment CAS. A positive amount lowers the payment.</summary>
/// <param name="Group">Group code: CO, OA, PI or PR.</param>
/// <param name="Reason">Claim adjustment reason code.</param>
/// <param name="Amount">Dollars.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RemittanceAdjustment(string Group, string Reason, decimal Amount, string Place)
{
    private const int Step = 3;
    private const int Last = 19;

    /// <summary>The adjustments of a loop, in their order.</summary>
    internal static IReadOnlyList<RemittanceAdjustment> Of(Loop loop, ProblemList problems)
    {
        var found = new List<RemittanceAdjustment>();
        foreach (var segment in loop.All("CAS"))
        {
            for (var element = 2; element < Last; element += Step)
            {
                if (segment[element].Length > 0 || segment[element + 1].Length > 0)
                {
                    found.Add(new(segment[1], segment[element], segment.RequiredMoney(element + 1, problems), segment.Place(element + 1)));
                }
            }
        }

        return found;
    }
}
