namespace OpenQpp.Files;

/// <summary>A table of the law before it is packed.</summary>
/// <param name="Name">Its name, for example <c>2024/benchmarks</c>.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Cells, row by row; each row as long as the columns.</param>
public sealed record RawTable(string Name, string[] Columns, List<string[]> Rows);
