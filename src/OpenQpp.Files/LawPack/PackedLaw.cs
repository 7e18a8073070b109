using System.Buffers.Binary;
using System.Runtime.InteropServices;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>The law as packed at build. Opening it decodes the names of the tables; all else waits until it is asked for.</summary>
public sealed class PackedLaw : LawText
{
    private readonly ReadOnlyMemory<byte> pack;
    private readonly StringPool strings;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>Opens packed law.</summary>
    /// <param name="pack">The bytes that <see cref="LawPackWriter"/> wrote.</param>
    /// <exception cref="InvalidDataException">The bytes are no packed law of this version.</exception>
    public PackedLaw(ReadOnlyMemory<byte> pack)
    {
        this.pack = pack;
        if (pack.Length < 8 || At(0) != LawPackWriter.Magic)
        {
            throw new InvalidDataException("The packed law is damaged or of another version; build again.");
        }

        var count = At(4);
        var offsets = pack.Slice(8, (count + 1) * 4);
        var textStart = 8 + offsets.Length;
        var textLength = BinaryPrimitives.ReadInt32LittleEndian(offsets.Span[(count * 4)..]);
        strings = new(offsets, pack.Slice(textStart, textLength));
        IndexTables(textStart + textLength);

        var years = Table("years");
        var (performanceYears, variants) = (new List<PerformanceYear>(), new Dictionary<string, PerformanceYear>(StringComparer.Ordinal));
        for (var row = 0; row < years.Rows; row++)
        {
            var (name, year) = (years.Text(row, 0), new PerformanceYear((int)years.Number(row, 1)));
            if (years.IsYes(row, 2))
            {
                variants.Add(name, year);
            }
            else
            {
                performanceYears.Add(year);
            }
        }

        (Years, Variants) = (performanceYears, variants);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<PerformanceYear> Years { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, PerformanceYear> Variants { get; }

    /// <summary>Opens the packed law in a file.</summary>
    /// <param name="path">The file.</param>
    public static PackedLaw Open(string path) => new(File.ReadAllBytes(path));

    /// <inheritdoc/>
    public override LawTable? Find(string name)
    {
        if (!places.TryGetValue(name, out var place))
        {
            return null;
        }

        var columns = new string[At(place + 4)];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = strings[At(place + 8 + (column * 4))];
        }

        var cells = place + 8 + (columns.Length * 4);
        var numbers = MemoryMarshal.Cast<byte, int>(pack.Span.Slice(cells + 4, At(cells) * columns.Length * 4)).ToArray();
        return new(name, columns, numbers, strings);
    }

    private void IndexTables(int start)
    {
        var place = start + 4;
        for (var left = At(start); left > 0; left--)
        {
            places.Add(strings[At(place)], place);
            var columns = At(place + 4);
            var rows = At(place + 8 + (columns * 4));
            place += 12 + (columns * 4) + (rows * columns * 4);
        }
    }

    private int At(int place) => BinaryPrimitives.ReadInt32LittleEndian(pack.Span[place..]);
}
