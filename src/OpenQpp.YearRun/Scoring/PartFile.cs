using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace OpenQpp.YearRun;

/// <summary>Reads the file of a part.</summary>
internal static class PartFile
{
    /// <summary>How many sections there are.</summary>
    public const int Sections = (int)PartSection.Problems + 1;

    /// <summary>Bytes at the end: where each section ends, and a mark.</summary>
    public const int FootBytes = (Sections + 1) * sizeof(long);

    /// <summary>Stands at the end of a file that is whole.</summary>
    public const ulong Mark = 0x31_54_52_41_50_51_50_4F;

    /// <summary>The bytes of a section.</summary>
    /// <param name="path">The file.</param>
    /// <param name="section">The section.</param>
    public static byte[] Read(string path, PartSection section)
    {
        using var stream = Open(path, section);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Opens a section.</summary>
    /// <param name="path">The file.</param>
    /// <param name="section">The section.</param>
    public static Stream Open(string path, PartSection section)
    {
        var file = File.OpenHandle(path);
        var ends = Ends(file) ?? throw new InvalidDataException($"{Path.GetFileName(path)} is not whole.");
        return new StretchStream(file, section == PartSection.Individuals ? 0 : ends[(int)section - 1], ends[(int)section], ownsFile: true);
    }

    /// <summary>Whether a file is there and whole.</summary>
    /// <param name="path">The file.</param>
    public static bool IsWhole(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenHandle(path);
        return Ends(file) is not null;
    }

    /// <summary>Where each section ends; null where the file is not whole.</summary>
    private static long[]? Ends(SafeFileHandle file)
    {
        Span<byte> foot = stackalloc byte[FootBytes];
        var begin = RandomAccess.GetLength(file) - FootBytes;
        if (begin < 0 || RandomAccess.Read(file, foot, begin) != FootBytes || BinaryPrimitives.ReadUInt64LittleEndian(foot[(Sections * sizeof(long))..]) != Mark)
        {
            return null;
        }

        var ends = new long[Sections];
        for (var section = 0; section < Sections; section++)
        {
            ends[section] = BinaryPrimitives.ReadInt64LittleEndian(foot[(section * sizeof(long))..]);
        }

        return ends[^1] == begin ? ends : null;
    }
}
