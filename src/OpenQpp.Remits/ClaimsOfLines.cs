using OpenQpp.Program;

namespace OpenQpp.Remits;

/// <summary>Puts lines that follow one another together into claims.</summary>
/// <param name="take">Takes each claim.</param>
public sealed class ClaimsOfLines(Action<WrittenClaim> take)
{
    private List<PaidLine> lines = [];

    /// <summary>Takes a line; lines of a claim stand together.</summary>
    /// <param name="line">The line.</param>
    public void Add(PaidLine line)
    {
        if (lines.Count > 0 && (!string.Equals(lines[0].Claim, line.Claim, StringComparison.Ordinal) || !string.Equals(lines[0].Tin, line.Tin, StringComparison.Ordinal) || lines[0].Charge < 0m != line.Charge < 0m))
        {
            End();
        }

        lines.Add(line);
    }

    /// <summary>Hands over the last claim.</summary>
    public void End()
    {
        if (lines.Count > 0)
        {
            take(new(lines));
            lines = [];
        }
    }
}
