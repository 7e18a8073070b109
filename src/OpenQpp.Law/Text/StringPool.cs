using System.Buffers.Binary;
using System.Text;

namespace OpenQpp.Law;

/// <summary>The texts of the packed law; each is decoded when somebody asks for it, and then kept.</summary>
/// <param name="offsets">Little-endian 32-bit start of each text and, last, the end of the last one.</param>
/// <param name="utf8">All texts, one after the other.</param>
public sealed class StringPool(ReadOnlyMemory<byte> offsets, ReadOnlyMemory<byte> utf8)
{
    private readonly string?[] decoded = new string?[(offsets.Length / 4) - 1];

    /// <summary>The text of a number.</summary>
    /// <param name="id">The number.</param>
    public string this[int id]
    {
        get
        {
            if (decoded[id] is { } known)
            {
                return known;
            }

            var start = BinaryPrimitives.ReadInt32LittleEndian(offsets.Span[(id * 4)..]);
            var end = BinaryPrimitives.ReadInt32LittleEndian(offsets.Span[((id + 1) * 4)..]);
            return decoded[id] = Encoding.UTF8.GetString(utf8.Span[start..end]);
        }
    }
}
