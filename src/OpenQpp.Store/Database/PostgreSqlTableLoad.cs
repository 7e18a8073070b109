using Npgsql;
using NpgsqlTypes;

namespace OpenQpp.Store;

/// <summary>Rows into PostgreSQL: binary COPY.</summary>
/// <param name="connection">The open connection.</param>
/// <param name="table">Name of the table.</param>
/// <param name="columns">Names of the columns.</param>
internal sealed class PostgreSqlTableLoad(NpgsqlConnection connection, string table, IReadOnlyList<string> columns) : TableLoad
{
    private readonly NpgsqlBinaryImporter importer = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
    private bool isInRow;

    public override void Text(string? value)
    {
        Begin();
        if (value is null)
        {
            importer.WriteNull();
        }
        else
        {
            importer.Write(value, NpgsqlDbType.Text);
        }
    }

    public override void Whole(long? value)
    {
        Begin();
        if (value is { } known)
        {
            importer.Write(known, NpgsqlDbType.Bigint);
        }
        else
        {
            importer.WriteNull();
        }
    }

    public override void Bytes(byte[]? value)
    {
        Begin();
        if (value is null)
        {
            importer.WriteNull();
        }
        else
        {
            importer.Write(value, NpgsqlDbType.Bytea);
        }
    }

    public override void EndRow() => isInRow = false;

    public override void Complete() => importer.Complete();

    protected override void Dispose(bool isDisposing) => importer.Dispose();

    private void Begin()
    {
        if (!isInRow)
        {
            importer.StartRow();
            isInRow = true;
        }
    }
}
