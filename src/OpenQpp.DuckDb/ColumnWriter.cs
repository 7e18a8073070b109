using System.Runtime.InteropServices;

namespace OpenQpp.DuckDb;

/// <summary>A column of some rows that a function fills; a row is without value once it is said so.</summary>
[StructLayout(LayoutKind.Auto)]
public unsafe ref struct ColumnWriter
{
    private const int WordBits = 6;
    private const int WordMask = 63;

    private readonly nint vector;
    private readonly byte* data;
    private readonly int rows;
    private ulong* validity;

    internal ColumnWriter(nint vector, int rows)
    {
        this.vector = vector;
        this.rows = rows;
        data = (byte*)NativeMethods.duckdb_vector_get_data(vector);
        validity = NativeMethods.duckdb_vector_get_validity(vector);
    }

    /// <summary>All values of 64 bits: numbers of more than 9 digits.</summary>
    public readonly Span<long> Longs => new(data, rows);

    /// <summary>All values of 32 bits: whole numbers, days since 1970-01-01, numbers of 5 to 9 digits.</summary>
    public readonly Span<int> Wholes => new(data, rows);

    /// <summary>All values of 16 bits: numbers of up to 4 digits.</summary>
    public readonly Span<short> Shorts => new(data, rows);

    /// <summary>All places of words.</summary>
    public readonly Span<byte> Words => new(data, rows);

    /// <summary>The row has no value.</summary>
    /// <param name="row">The row, from 0.</param>
    public void SetNull(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)rows, nameof(row));
        if (validity is null)
        {
            // A column in which no row is without value is copied and written much faster.
            NativeMethods.duckdb_vector_ensure_validity_writable(vector);
            validity = NativeMethods.duckdb_vector_get_validity(vector);
        }

        validity[row >> WordBits] &= ~(1UL << (row & WordMask));
    }

    /// <summary>Writes a text.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="text">UTF-8.</param>
    public readonly void SetText(int row, ReadOnlySpan<byte> text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)rows, nameof(row));
        fixed (byte* first = text)
        {
            NativeMethods.duckdb_vector_assign_string_element_len(vector, row, first, text.Length);
        }
    }
}
