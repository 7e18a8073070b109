using System.Data.Common;

namespace OpenQpp.Store;

/// <summary>The row on which a reader stands. Numbers and times are what the names of their columns say.</summary>
/// <param name="reader">The reader.</param>
internal readonly struct Row(DbDataReader reader)
{
    public string Text(string column) => reader.GetString(reader.GetOrdinal(column));

    public string? TextOrNull(string column) => reader.GetOrdinal(column) is var place && reader.IsDBNull(place) ? null : reader.GetString(place);

    public long Whole(string column) => reader.GetInt64(reader.GetOrdinal(column));

    public long? WholeOrNull(string column) => reader.GetOrdinal(column) is var place && reader.IsDBNull(place) ? null : reader.GetInt64(place);

    public int Year(string column) => checked((int)Whole(column));

    public bool Flag(string column) => Whole(column) != 0;

    public bool? FlagOrNull(string column) => WholeOrNull(column) is { } whole ? whole != 0 : null;

    /// <summary>A number of a column whose name ends in its scale.</summary>
    /// <param name="column">Name of the column.</param>
    public decimal? Number(string column) => WholeOrNull(column) is { } stored ? Scaled.From(stored, Scaled.ScaleOf(column)) : null;

    public DateTimeOffset Time(string column) => StoreTime.From(Whole(column));

    public DateTimeOffset? TimeOrNull(string column) => WholeOrNull(column) is { } stored ? StoreTime.From(stored) : null;

    public byte[] Bytes(string column) => reader.GetFieldValue<byte[]>(reader.GetOrdinal(column));

    public byte[]? BytesOrNull(string column) => reader.GetOrdinal(column) is var place && reader.IsDBNull(place) ? null : reader.GetFieldValue<byte[]>(place);
}
