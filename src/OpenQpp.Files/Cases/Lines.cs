namespace OpenQpp.Files;

/// <summary>Reads a stream line by line as bytes, without ever holding more than one line.</summary>
public static class Lines
{
    private const int Chunk = 1 << 16;

    /// <summary>The lines that are not empty, with their number from 1. Of a line that is too long, one byte more than the most comes back.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="most">The most bytes of a line.</param>
    public static IEnumerable<(long Number, ReadOnlyMemory<byte> Bytes)> Of(Stream stream, int most)
    {
        var (chunk, line, number) = (new byte[Chunk], new MemoryStream(), 1L);
        int read;
        while ((read = stream.Read(chunk, 0, chunk.Length)) > 0)
        {
            var start = 0;
            while (start < read)
            {
                var end = Array.IndexOf(chunk, (byte)'\n', start, read - start);
                var stop = end < 0 ? read : end;
                line.Write(chunk, start, (int)Math.Min(stop - start, most + 1 - line.Length));
                start = stop + 1;
                if (end >= 0)
                {
                    if (!IsBlank(line))
                    {
                        yield return (number, line.ToArray());
                    }

                    line.SetLength(0);
                    number++;
                }
            }
        }

        if (!IsBlank(line))
        {
            yield return (number, line.ToArray());
        }
    }

    private static bool IsBlank(MemoryStream line) => !line.GetBuffer().AsSpan(0, (int)line.Length).ContainsAnyExcept((byte)' ', (byte)'\r', (byte)'\t');
}
