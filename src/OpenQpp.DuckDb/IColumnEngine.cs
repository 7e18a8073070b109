namespace OpenQpp.DuckDb;

/// <summary>An engine that reads, computes and writes tables column by column.</summary>
public interface IColumnEngine : IDisposable
{
    /// <summary>Makes a function of ours known to SQL.</summary>
    /// <param name="function">The function.</param>
    void Define(ColumnFunction function);

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">The statement.</param>
    /// <exception cref="EngineFault">It could not be done.</exception>
    void Run(string sql);

    /// <summary>Runs a query and takes its rows as they come.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="take">Takes some rows; false where no more are wanted.</param>
    /// <exception cref="EngineFault">It could not be done.</exception>
    void Read(string sql, TakeRows take);
}

/// <summary>Takes some rows of a result.</summary>
/// <param name="rows">The rows.</param>
/// <returns>Whether more are wanted.</returns>
public delegate bool TakeRows(Rows rows);
