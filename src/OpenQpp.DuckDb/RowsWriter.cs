using System.Runtime.InteropServices;

namespace OpenQpp.DuckDb;

/// <summary>What a function fills: one column, or those of a row.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly ref struct RowsWriter
{
    private readonly nint vector;

    internal RowsWriter(nint vector, int count) => (this.vector, Count) = (vector, count);

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>The one column of a function that gives one.</summary>
    public ColumnWriter Only => new(vector, Count);

    /// <summary>A column of a function that gives a row.</summary>
    /// <param name="place">Its place, from 0.</param>
    public ColumnWriter this[int place] => new(NativeMethods.duckdb_struct_vector_get_child(vector, place), Count);
}
