namespace OpenQpp.Store;

/// <summary>Which rows of many are asked for.</summary>
/// <param name="Offset">Rows to pass over, 0 or more.</param>
/// <param name="Size">The most rows that come back, 1 or more.</param>
public sealed record PageOf(long Offset, int Size)
{
    /// <summary>A page by its number.</summary>
    /// <param name="number">The number of the page, from 1.</param>
    /// <param name="size">Rows of a page.</param>
    public static PageOf Number(int number, int size) => new(((long)number - 1) * size, size);
}

/// <summary>Some rows of many, and how many there are.</summary>
/// <typeparam name="T">What a row holds.</typeparam>
/// <param name="Rows">The rows of the page.</param>
/// <param name="Total">All rows that were meant.</param>
/// <param name="Offset">Rows before the page.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, long Total, long Offset)
{
    /// <summary>The number of the first row shown, from 1; 0 where none is.</summary>
    public long First => Rows.Count == 0 ? 0 : Offset + 1;

    /// <summary>The number of the last row shown; 0 where none is.</summary>
    public long Last => Rows.Count == 0 ? 0 : Offset + Rows.Count;
}
