using System.Runtime.InteropServices;

namespace OpenQpp.Claims;

/// <summary>The factor of a line, and the row of the table that its TIN/NPI has itself.</summary>
/// <param name="Cells">The factor.</param>
/// <param name="Row">The row, from 0, or <see cref="NoRow"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FactorFound(FactorCells Cells, int Row)
{
    /// <summary>The TIN/NPI has no row.</summary>
    public const int NoRow = -1;
}
