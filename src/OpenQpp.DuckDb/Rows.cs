using System.Runtime.InteropServices;

namespace OpenQpp.DuckDb;

/// <summary>Some rows of a result, or of what a function is given.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly ref struct Rows
{
    private readonly nint chunk;

    internal Rows(nint chunk) => (this.chunk, Count) = (chunk, (int)NativeMethods.duckdb_data_chunk_get_size(chunk));

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>A column.</summary>
    /// <param name="place">Its place, from 0.</param>
    public Column this[int place] => new(NativeMethods.duckdb_data_chunk_get_vector(chunk, place), Count);
}
