namespace OpenQpp.Store;

/// <summary>Takes many rows into one table: for each row its values in the order of the columns, then <see cref="EndRow"/>.</summary>
internal abstract class TableLoad : IDisposable
{
    public abstract void Text(string? value);

    public abstract void Whole(long? value);

    public abstract void Bytes(byte[]? value);

    public abstract void EndRow();

    /// <summary>All rows were given. Without it, none of them is kept.</summary>
    public abstract void Complete();

    public void Number(decimal? value, int scale) => Whole(Scaled.Of(value, scale));

    public void Flag(bool? value) => Whole(value is { } flag ? (flag ? 1 : 0) : null);

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool isDisposing);
}
