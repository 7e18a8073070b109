using System.Buffers.Binary;

namespace OpenQpp.YearRun;

/// <summary>Writes lines of the input to the file of a part, each with its file and line number.</summary>
/// <param name="path">The file.</param>
internal sealed class PartWriter(string path) : IDisposable
{
    /// <summary>Bytes before each line: file, number and length.</summary>
    public const int Head = 13;

    private const int Buffer = 1 << 16;

    private readonly FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.None, Buffer);

    public void Add(InputTable table, long number, ReadOnlySpan<byte> line)
    {
        Span<byte> head = stackalloc byte[Head];
        head[0] = (byte)table;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], number);
        BinaryPrimitives.WriteInt32LittleEndian(head[9..], line.Length);
        stream.Write(head);
        stream.Write(line);
    }

    public void Dispose() => stream.Dispose();
}

/// <summary>Takes a line of the input.</summary>
/// <param name="table">Its file.</param>
/// <param name="number">Its number.</param>
/// <param name="line">Its bytes.</param>
internal delegate void LineTaker(InputTable table, long number, ReadOnlyMemory<byte> line);

/// <summary>Reads the lines of a part.</summary>
internal static class PartRecords
{
    public static void Read(string path, LineTaker take)
    {
        ReadOnlyMemory<byte> rest = File.ReadAllBytes(path);
        while (rest.Length >= PartWriter.Head)
        {
            var head = rest.Span;
            var length = BinaryPrimitives.ReadInt32LittleEndian(head[9..]);
            take((InputTable)head[0], BinaryPrimitives.ReadInt64LittleEndian(head[1..]), rest.Slice(PartWriter.Head, length));
            rest = rest[(PartWriter.Head + length)..];
        }
    }
}
