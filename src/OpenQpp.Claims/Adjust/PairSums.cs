using System.Runtime.InteropServices;

namespace OpenQpp.Claims;

/// <summary>Sums over lines, cents. An amount that a line does not have adds nothing.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PairSums
{
    public long Lines;
    public long Adjusted;
    public long NotAdjusted;
    public long Undecided;
    public long Allowed;
    public long Program;
    public long Adjustment;
    public long Subtotal;
    public long Sequestration;
    public long Paid;
    public long UndecidedAllowed;
    public long UndecidedProgram;

    /// <summary>Adds a line.</summary>
    /// <param name="allowed">Its allowed amount.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="isUndecided">Whether its reason is that something is not known.</param>
    public void Add(long allowed, in LineOutcome outcome, bool isUndecided)
    {
        Lines++;
        Allowed += Known(allowed);
        Program += Known(outcome.Program);
        Adjustment += Known(outcome.Adjustment);
        Subtotal += Known(outcome.Subtotal);
        Sequestration += Known(outcome.Sequestration);
        Paid += Known(outcome.Paid);
        if (outcome.Reason == LineOutcome.Adjusted)
        {
            Adjusted++;
        }
        else if (isUndecided)
        {
            Undecided++;
            UndecidedAllowed += Known(allowed);
            UndecidedProgram += Known(outcome.Program);
        }
        else
        {
            NotAdjusted++;
        }
    }

    /// <summary>Adds other sums.</summary>
    /// <param name="other">The other sums.</param>
    public void Add(in PairSums other)
    {
        Lines += other.Lines;
        Adjusted += other.Adjusted;
        NotAdjusted += other.NotAdjusted;
        Undecided += other.Undecided;
        Allowed += other.Allowed;
        Program += other.Program;
        Adjustment += other.Adjustment;
        Subtotal += other.Subtotal;
        Sequestration += other.Sequestration;
        Paid += other.Paid;
        UndecidedAllowed += other.UndecidedAllowed;
        UndecidedProgram += other.UndecidedProgram;
    }

    /// <summary>All sums, in an order that stays.</summary>
    public readonly long[] Numbers => [Lines, Adjusted, NotAdjusted, Undecided, Allowed, Program, Adjustment, Subtotal, Sequestration, Paid, UndecidedAllowed, UndecidedProgram];

    /// <summary>The sums again.</summary>
    /// <param name="numbers">What <see cref="Numbers"/> gave.</param>
    public static PairSums Of(ReadOnlySpan<long> numbers) => new()
    {
        Lines = numbers[0],
        Adjusted = numbers[1],
        NotAdjusted = numbers[2],
        Undecided = numbers[3],
        Allowed = numbers[4],
        Program = numbers[5],
        Adjustment = numbers[6],
        Subtotal = numbers[7],
        Sequestration = numbers[8],
        Paid = numbers[9],
        UndecidedAllowed = numbers[10],
        UndecidedProgram = numbers[11],
    };

    private static long Known(long amount) => amount == LineCells.NotKnown ? 0 : amount;
}
