namespace OpenQpp.DuckDb;

/// <summary>Computes some rows at once. It is called by several threads at the same time, and once for every row.</summary>
/// <param name="given">The arguments, a column each.</param>
/// <param name="result">What it fills.</param>
public delegate void ComputeRows(Rows given, RowsWriter result);

/// <summary>A function of ours that SQL can call.</summary>
/// <param name="Name">Its name in SQL.</param>
/// <param name="Takes">The types of its arguments.</param>
/// <param name="Gives">The type of what it gives.</param>
/// <param name="Compute">Computes it; also for arguments without value.</param>
public sealed record ColumnFunction(string Name, IReadOnlyList<ColumnKind> Takes, ColumnKind Gives, ComputeRows Compute);
