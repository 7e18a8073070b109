using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace OpenQpp.Files;

/// <summary>Writes the law's tables in the packed form that the product reads: the same bytes for the same law, on any machine.</summary>
/// <remarks>
/// Layout, all numbers little-endian 32 bit: magic; number of strings n; n + 1 offsets; the strings in UTF-8; number of
/// tables; for each table its name, number of columns, columns, number of rows and cells, all as numbers of strings.
/// </remarks>
public static class LawPackWriter
{
    internal const int Magic = 0x3157514F; // "OQW1"

    /// <summary>Packs tables.</summary>
    /// <param name="tables">The tables, in the order in which they shall be written.</param>
    public static byte[] Write(IReadOnlyList<RawTable> tables)
    {
        var strings = new Strings();
        var body = new ArrayBufferWriter<byte>();
        Put(body, tables.Count);
        foreach (var table in tables)
        {
            Put(body, strings.Number(table.Name));
            Put(body, table.Columns.Length);
            foreach (var column in table.Columns)
            {
                Put(body, strings.Number(column));
            }

            Put(body, table.Rows.Count);
            foreach (var row in table.Rows)
            {
                if (row.Length != table.Columns.Length)
                {
                    throw new InvalidDataException($"Table '{table.Name}' has a row of {row.Length} cells under {table.Columns.Length} columns.");
                }

                foreach (var cell in row)
                {
                    Put(body, strings.Number(cell));
                }
            }
        }

        var pack = new ArrayBufferWriter<byte>();
        Put(pack, Magic);
        strings.WriteTo(pack);
        pack.Write(body.WrittenSpan);
        return pack.WrittenSpan.ToArray();
    }

    private static void Put(ArrayBufferWriter<byte> to, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to.GetSpan(4), value);
        to.Advance(4);
    }

    private sealed class Strings
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        private readonly List<byte[]> texts = [];

        public int Number(string text)
        {
            if (!numbers.TryGetValue(text, out var number))
            {
                number = texts.Count;
                numbers.Add(text, number);
                texts.Add(Encoding.UTF8.GetBytes(text));
            }

            return number;
        }

        public void WriteTo(ArrayBufferWriter<byte> to)
        {
            Put(to, texts.Count);
            var offset = 0;
            foreach (var text in texts)
            {
                Put(to, offset);
                offset += text.Length;
            }

            Put(to, offset);
            foreach (var text in texts)
            {
                to.Write(text);
            }
        }
    }
}
