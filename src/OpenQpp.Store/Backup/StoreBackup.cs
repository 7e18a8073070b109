using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Dapper;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>Writes a store into one file that tells of itself, and restores it into a store of either kind.</summary>
/// <param name="database">The store.</param>
/// <param name="progress">Takes how far it is.</param>
public sealed class StoreBackup(StoreDatabase database, Progress progress)
{
    private const int LongestRow = 1 << 30;
    private const string Owner = "owner";

    /// <summary>Subgroups and TIN/NPIs refer to practices of the same table.</summary>
    private const string PracticesFirst = " ORDER BY CASE WHEN practice_id IS NULL THEN 0 ELSE 1 END";

    /// <summary>Writes a backup of one moment, in place of a file of that name when all of it is written; the answer is the number of rows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="StoreException">The store's schema is not this program's.</exception>
    public long Write(string path, DateTimeOffset now)
    {
        new StoreSchema(database).MustBeNewest();
        var (aside, rows) = (path + ".part", 0L);
        using (var connection = database.Connect())
        using (var transaction = database.Dialect.BeginSnapshot(connection))
        using (var zip = new ZipArchive(new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16), ZipArchiveMode.Create))
        {
            var tables = new List<BackupTable>();
            foreach (var table in StoreSchema.TablesOf(StoreSchema.Newest))
            {
                progress.Begin($"backup of {table}", 0, "rows");
                tables.Add(WriteTable(connection, transaction, zip, table));
            }

            var manifest = new BackupManifest(BackupManifest.ThisFormat, StoreSchema.Newest, now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), tables);
            using (var entry = zip.CreateEntry(BackupManifest.Entry, CompressionLevel.Fastest).Open())
            {
                entry.Write(manifest.Write());
            }

            transaction.Commit();
            rows = tables.Sum(table => table.Rows);
        }

        File.Move(aside, path, overwrite: true);
        return rows;
    }

    /// <summary>Restores a backup, all of it or nothing; the answer is the number of rows. A backup of an older schema is brought up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="StoreException">The store is not empty, or the backup cannot be used.</exception>
    public long Restore(string path, DateTimeOffset now)
    {
        using var zip = Open(path);
        var manifest = ManifestOf(zip);
        using var connection = database.Dialect.LoadConnection();
        connection.Open();
        database.Dialect.PrepareLoad(connection);
        using var transaction = database.Dialect.BeginAlone(connection);
        MustBeEmpty(connection, transaction);
        var schema = new StoreSchema(database);
        schema.Migrate(connection, transaction, now, manifest.Schema);
        foreach (var table in manifest.Tables)
        {
            progress.Begin($"restoring {table.Name}", table.Rows, "rows");
            ReadTable(connection, transaction, zip, table);
        }

        schema.Migrate(connection, transaction, now, StoreSchema.Newest);
        transaction.Commit();
        using var settle = connection.CreateCommand();
        settle.CommandText = database.Dialect.AfterLoad(manifest.Tables.Select(table => table.Name));
        settle.CommandTimeout = 0;
        settle.ExecuteNonQuery();
        return manifest.Tables.Sum(table => table.Rows);
    }

    private BackupTable WriteTable(DbConnection connection, DbTransaction transaction, ZipArchive zip, string table)
    {
        using var stream = new HashedStream(zip.CreateEntry($"{table}.ndjson", CompressionLevel.Fastest).Open());
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, $"SELECT * FROM {table}{(table is Owner ? PracticesFirst : "")}", 0);
        using var reader = command.ExecuteReader();
        var rows = 0L;
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        while (reader.Read())
        {
            WriteRow(json, reader);
            json.Flush();
            buffer.WriteByte((byte)'\n');
            stream.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
            buffer.SetLength(0);
            json.Reset();
            rows++;
            progress.Add(1);
        }

        return new(table, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows, stream.Hash);
    }

    private static void WriteRow(Utf8JsonWriter json, DbDataReader reader)
    {
        json.WriteStartArray();
        for (var place = 0; place < reader.FieldCount; place++)
        {
            switch (reader.GetValue(place))
            {
                case string text: json.WriteStringValue(text); break;
                case long whole: json.WriteNumberValue(whole); break;
                case byte[] bytes:
                    json.WriteStartObject();
                    json.WriteBase64String("bytes"u8, bytes);
                    json.WriteEndObject();
                    break;
                case DBNull: json.WriteNullValue(); break;
                case var other: throw new InvalidOperationException($"A column holds {other.GetType().Name}, which no backup can hold.");
            }
        }

        json.WriteEndArray();
    }

    private void ReadTable(DbConnection connection, DbTransaction transaction, ZipArchive zip, BackupTable table)
    {
        if (zip.GetEntry($"{table.Name}.ndjson") is not { } entry)
        {
            throw Damaged();
        }

        using var stream = new HashedStream(entry.Open());
        var rows = 0L;
        try
        {
            using var load = database.Dialect.Load(connection, transaction, table.Name, table.Columns);
            foreach (var (_, bytes) in Files.Lines.Of(stream, LongestRow))
            {
                ReadRow(load, bytes.Span, table.Columns.Count);
                rows++;
                progress.Add(1);
            }

            load.Complete();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or InvalidDataException)
        {
            throw Damaged();
        }

        if (rows != table.Rows || !string.Equals(stream.Hash, table.Sha256, StringComparison.Ordinal))
        {
            throw Damaged();
        }

        if (StoreSchema.HasNumbers(table.Name) && database.Dialect.AfterNumbersGiven(table.Name) is { Length: > 0 } sql)
        {
            connection.Execute(sql, transaction: transaction);
        }
    }

    private static void ReadRow(TableLoad load, ReadOnlySpan<byte> utf8, int columns)
    {
        var json = new Utf8JsonReader(utf8);
        json.Read();
        for (var place = 0; place < columns; place++)
        {
            json.Read();
            switch (json.TokenType)
            {
                case JsonTokenType.String: load.Text(json.GetString()); break;
                case JsonTokenType.Number: load.Whole(json.GetInt64()); break;
                case JsonTokenType.Null: load.Whole(null); break;
                case JsonTokenType.StartObject:
                    json.Read();
                    json.Read();
                    load.Bytes(json.GetBytesFromBase64());
                    json.Read();
                    break;
                default: throw new JsonException("A row has too few values.");
            }
        }

        load.EndRow();
    }

    /// <summary>A store without tables, or with tables that hold no row.</summary>
    private void MustBeEmpty(DbConnection connection, DbTransaction transaction)
    {
        var tables = connection.Query<string>(database.Dialect.TableNames, transaction: transaction).ToArray();
        var known = StoreSchema.TablesOf(StoreSchema.Newest);
        foreach (var table in tables.Where(table => !string.Equals(table, StoreSchema.VersionTableName, StringComparison.Ordinal)))
        {
            if (!known.Contains(table, StringComparer.Ordinal) || connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM (SELECT 1 AS one FROM {table} LIMIT 1) first_row", transaction: transaction) > 0)
            {
                throw new StoreException(StoreFault.NotEmpty, "The store holds something already. A backup is restored into an empty one only: name a new file or database.");
            }
        }

        // Steps are taken anew up to the schema of the backup.
        foreach (var table in known.Reverse().Append(StoreSchema.VersionTableName).Where(table => tables.Contains(table, StringComparer.Ordinal)))
        {
            connection.Execute($"DROP TABLE {table}", transaction: transaction);
        }
    }

    private static ZipArchive Open(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    private static BackupManifest ManifestOf(ZipArchive zip)
    {
        using var entry = zip.GetEntry(BackupManifest.Entry)?.Open();
        var manifest = entry is null ? null : BackupManifest.Read(entry);
        if (manifest is null)
        {
            throw Damaged();
        }

        if (manifest.Schema > StoreSchema.Newest)
        {
            throw new StoreException(StoreFault.NewSchema, "The backup is of a newer program. Restore it with that one.");
        }

        return manifest.Tables.Select(table => table.Name).SequenceEqual(StoreSchema.TablesOf(manifest.Schema), StringComparer.Ordinal) ? manifest : throw Damaged();
    }

    private static StoreException Damaged() => new(StoreFault.DamagedBackup, "The file is no backup, or it is damaged: what it holds is not what its list says. Nothing was restored; take another backup.");
}
