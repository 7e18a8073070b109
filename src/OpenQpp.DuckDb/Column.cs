using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OpenQpp.DuckDb;

/// <summary>A column of some rows, read where the engine keeps it. What it shows is gone when the call ends that gave it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly unsafe ref struct Column
{
    private const int Inlined = 12;
    private const int TextSize = 16;
    private const int WordBits = 6;
    private const int WordMask = 63;

    private readonly byte* data;
    private readonly ulong* validity;
    private readonly int rows;

    internal Column(nint vector, int rows)
    {
        data = (byte*)NativeMethods.duckdb_vector_get_data(vector);
        validity = NativeMethods.duckdb_vector_get_validity(vector);
        this.rows = rows;
    }

    /// <summary>Whether the row has no value. A column that is not there has none in any row.</summary>
    /// <param name="row">The row, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(int row) => row >= rows || (validity is not null && (validity[row >> WordBits] & (1UL << (row & WordMask))) == 0);

    /// <summary>All values of 64 bits.</summary>
    public ReadOnlySpan<long> Longs => new(data, rows);

    /// <summary>All values of 32 bits: whole numbers, and days since 1970-01-01.</summary>
    public ReadOnlySpan<int> Wholes => new(data, rows);

    /// <summary>The text of a row that has one, UTF-8.</summary>
    /// <param name="row">The row, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Text(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)rows, nameof(row));
        var text = data + ((nint)row * TextSize);
        var length = *(int*)text;
        return new(length <= Inlined ? text + sizeof(int) : *(byte**)(text + (2 * sizeof(int))), length);
    }

    /// <summary>The text of a row; empty where it has none.</summary>
    /// <param name="row">The row, from 0.</param>
    public ReadOnlySpan<byte> TextOrEmpty(int row) => IsNull(row) ? default : Text(row);
}
