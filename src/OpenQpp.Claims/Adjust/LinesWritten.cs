using System.Runtime.InteropServices;
using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>The columns of <see cref="AdjustColumns"/> as the engine takes them.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct LinesWritten
{
    private const byte Adjusted = 0;
    private const byte NotAdjusted = 1;
    private const byte Undecided = 2;

    private ColumnWriter paymentYear;
    private ColumnWriter percent;
    private ColumnWriter source;
    private ColumnWriter decision;
    private ColumnWriter reason;
    private ColumnWriter coinsurance;
    private ColumnWriter program;
    private ColumnWriter adjustment;
    private ColumnWriter subtotal;
    private ColumnWriter rate;
    private ColumnWriter sequestration;
    private ColumnWriter paid;
    private ColumnWriter group;
    private ColumnWriter code;
    private ColumnWriter remark;
    private ColumnWriter sequestrationCode;
    private ColumnWriter notice;

    /// <summary>Finds the columns.</summary>
    /// <param name="result">What is filled.</param>
    public LinesWritten(RowsWriter result)
    {
        paymentYear = result[0];
        percent = result[1];
        source = result[2];
        decision = result[3];
        reason = result[4];
        coinsurance = result[5];
        program = result[6];
        adjustment = result[7];
        subtotal = result[8];
        rate = result[9];
        sequestration = result[10];
        paid = result[11];
        group = result[12];
        code = result[13];
        remark = result[14];
        sequestrationCode = result[15];
        notice = result[16];
    }

    /// <summary>Writes what comes of a line.</summary>
    /// <param name="row">The row.</param>
    /// <param name="year">Its payment year, or 0.</param>
    /// <param name="factor">Its factor.</param>
    /// <param name="outcome">What comes of it.</param>
    public void Write(int row, short year, in FactorCells factor, in LineOutcome outcome)
    {
        if (year == 0)
        {
            paymentYear.SetNull(row);
        }

        paymentYear.Wholes[row] = year;
        if (factor.Percent == FactorCells.NoPercent)
        {
            percent.SetNull(row);
            percent.Wholes[row] = 0;
        }
        else
        {
            percent.Wholes[row] = factor.Percent;
        }

        source.Words[row] = factor.Source;
        Amount(ref coinsurance, row, outcome.Coinsurance);
        Amount(ref program, row, outcome.Program);
        Amount(ref adjustment, row, outcome.Adjustment);
        Amount(ref subtotal, row, outcome.Subtotal);
        Amount(ref sequestration, row, outcome.Sequestration);
        Amount(ref paid, row, outcome.Paid);
        if (outcome.Rate == LineCells.NotKnown)
        {
            rate.SetNull(row);
        }

        rate.Shorts[row] = outcome.Rate == LineCells.NotKnown ? (short)0 : (short)outcome.Rate;
        sequestrationCode.Words[row] = 0;
        if (outcome.Sequestration is LineCells.NotKnown or 0)
        {
            sequestrationCode.SetNull(row);
        }

        Codes(row, factor, outcome);
    }

    private void Codes(int row, in FactorCells factor, in LineOutcome outcome)
    {
        group.Words[row] = remark.Words[row] = 0;
        if (outcome.Reason == LineOutcome.Adjusted)
        {
            decision.Words[row] = Adjusted;
            reason.Words[row] = 0;
            reason.SetNull(row);
            code.Words[row] = factor.Percent > 0 ? (byte)0 : (byte)1;
            notice.Words[row] = 1;
            return;
        }

        decision.Words[row] = LineTally.IsUndecided(outcome.Reason) ? Undecided : NotAdjusted;
        reason.Words[row] = (byte)outcome.Reason;
        group.SetNull(row);
        code.SetNull(row);
        code.Words[row] = notice.Words[row] = 0;
        remark.SetNull(row);
        if (LineTally.IsUndecided(outcome.Reason))
        {
            notice.SetNull(row);
        }
    }

    private static void Amount(ref ColumnWriter column, int row, long cents)
    {
        if (cents == LineCells.NotKnown)
        {
            column.SetNull(row);
            cents = 0;
        }

        column.Longs[row] = cents;
    }
}
