namespace OpenQpp.Web;

/// <summary>Takes the rows of a table, its head first: into a file for people, or into JSON for programs.</summary>
public abstract class DownloadRows : IAsyncDisposable
{
    /// <summary>Takes a row.</summary>
    /// <param name="cells">Its cells; null is empty.</param>
    public abstract Task Row(params string?[] cells);

    /// <summary>Ends the table.</summary>
    public abstract ValueTask DisposeAsync();
}
