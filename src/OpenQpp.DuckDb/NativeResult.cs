using System.Runtime.InteropServices;

namespace OpenQpp.DuckDb;

/// <summary>duckdb_result: five fields that are no longer used, and the engine's own.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    public nuint Columns;
    public nuint Rows;
    public nuint RowsChanged;
    public nint Data;
    public nint Error;
    public nint Internal;
}
