using Microsoft.Data.Sqlite;

namespace OpenQpp.Store;

/// <summary>Rows into SQLite: one prepared insert.</summary>
internal sealed class SqliteTableLoad : TableLoad
{
    private readonly SqliteCommand command;
    private int place;

    public SqliteTableLoad(SqliteConnection connection, SqliteTransaction transaction, string table, IReadOnlyList<string> columns)
    {
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, at) => $"@p{at}"))})";
        foreach (var at in Enumerable.Range(0, columns.Count))
        {
            command.Parameters.Add(new SqliteParameter($"@p{at}", DBNull.Value));
        }

        command.Prepare();
    }

    public override void Text(string? value) => Put(value);

    public override void Whole(long? value) => Put(value);

    public override void Bytes(byte[]? value) => Put(value);

    public override void EndRow()
    {
        if (place != command.Parameters.Count)
        {
            throw new InvalidOperationException($"A row has {place} values, the table {command.Parameters.Count} columns.");
        }

        command.ExecuteNonQuery();
        place = 0;
    }

    public override void Complete()
    {
    }

    protected override void Dispose(bool isDisposing) => command.Dispose();

    private void Put(object? value) => command.Parameters[place++].Value = value ?? DBNull.Value;
}
