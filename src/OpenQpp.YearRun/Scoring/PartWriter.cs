using System.Buffers.Binary;

namespace OpenQpp.YearRun;

/// <summary>
/// Writes the file of a part. It gets its name when it is whole. Results of individuals go to the file as they come; the other
/// sections are smaller, are kept and follow them, and last comes where each begins.
/// </summary>
internal sealed class PartWriter : IDisposable
{
    private const int Buffer = 1 << 16;

    private readonly string path;
    private readonly FileStream file;
    private readonly MemoryStream?[] sections = new MemoryStream?[PartFile.Sections];

    /// <summary>A file without anything in it.</summary>
    /// <param name="path">The name that it gets when it is whole.</param>
    public PartWriter(string path)
    {
        this.path = path;
        // A file that was truncated goes to the disk when it is closed; a new one, which the run removes at its end, mostly never does.
        File.Delete(Unfinished);
        file = new(Unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer);
    }

    private string Unfinished => path + ".tmp";

    /// <summary>Takes what belongs to a section.</summary>
    /// <param name="section">The section.</param>
    public Stream this[PartSection section] => section == PartSection.Individuals ? file : sections[(int)section] ??= new();

    /// <summary>The part is whole.</summary>
    public void Complete()
    {
        Span<byte> ends = stackalloc byte[PartFile.FootBytes];
        for (var section = 0; section < PartFile.Sections; section++)
        {
            sections[section]?.WriteTo(file);
            BinaryPrimitives.WriteInt64LittleEndian(ends[(section * sizeof(long))..], file.Position);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(ends[(PartFile.Sections * sizeof(long))..], PartFile.Mark);
        file.Write(ends);
        file.Dispose();
        File.Move(Unfinished, path, overwrite: true);
    }

    public void Dispose()
    {
        file.Dispose();
        Array.ForEach(sections, section => section?.Dispose());
    }
}
