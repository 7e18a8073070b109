using System.Text;

namespace OpenQpp.YearRun;

/// <summary>Reads a stream line by line as bytes. Within quotes a line break belongs to the line, as CSV has it.</summary>
/// <param name="stream">The stream.</param>
/// <param name="isCsv">Quotes may hold line breaks.</param>
/// <param name="most">The most bytes of a line; of a longer one only so many and one more come back.</param>
/// <param name="firstSize">Bytes read at once, unless a line is longer.</param>
internal sealed class ByteLines(Stream stream, bool isCsv, int most, int firstSize = 1 << 20)
{
    private Stream stream = stream;
    private byte[] buffer = new byte[firstSize];
    private int position;
    private int filled;
    private bool atEnd;
    private long next = 1;
    private long passed;

    /// <summary>The number of the line on which the last one began, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The byte of the stream with which the last line began.</summary>
    public long Start { get; private set; }

    /// <summary>The byte of the stream behind the last line and its break.</summary>
    public long End => passed + position;

    /// <summary>The last line was shortened: it was too long, or opens quotes that nobody closes.</summary>
    public bool IsShortened { get; private set; }

    /// <summary>Goes on with another stream.</summary>
    /// <param name="other">The stream.</param>
    /// <param name="number">The number of its first line.</param>
    public void GoOn(Stream other, long number) => (stream, position, filled, atEnd, next, passed) = (other, 0, 0, false, number, 0);

    /// <summary>The next line that is not empty, without its break.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            if (next == 1 && position == 0 && Fill(3) && buffer.AsSpan(0, filled).StartsWith(Encoding.UTF8.Preamble))
            {
                position = Encoding.UTF8.Preamble.Length;
            }

            (Number, Start, IsShortened) = (next, passed + position, false);
            if (!Find(out var length, out var taken))
            {
                line = default;
                return false;
            }

            line = buffer.AsSpan(position, length);
            position += taken;
            if (line is [.., (byte)'\r'])
            {
                line = line[..^1];
            }

            if (line.ContainsAnyExcept((byte)' ', (byte)'\t'))
            {
                return true;
            }
        }
    }

    /// <summary>The length of the line that begins at the position, and how many bytes it takes with its break.</summary>
    private bool Find(out int length, out int taken)
    {
        var (searched, breaks) = (0, 1);
        while (true)
        {
            var found = buffer.AsSpan(position + searched, filled - position - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                (length, taken) = (searched + found, searched + found + 1);
                if (isCsv && IsOpen(length))
                {
                    searched = taken;
                    breaks++;
                    continue;
                }

                next += breaks;
                return true;
            }

            searched = filled - position;
            if (searched > most)
            {
                return TakeShortened(breaks, out length, out taken);
            }

            if (!Fill(searched + 1))
            {
                if (isCsv && breaks > 1)
                {
                    return TakeShortened(breaks, out length, out taken);
                }

                (length, taken) = (searched, searched);
                next++;
                return searched > 0;
            }
        }
    }

    private bool IsOpen(int length) => buffer.AsSpan(position, length).Count((byte)'"') % 2 != 0;

    /// <summary>A line that is too long. Quotes that nobody closes end with their line.</summary>
    private bool TakeShortened(int breaks, out int length, out int taken)
    {
        IsShortened = true;
        var first = isCsv && breaks > 1 ? buffer.AsSpan(position, filled - position).IndexOf((byte)'\n') : -1;
        if (first >= 0)
        {
            (length, taken) = (first, first + 1);
            next++;
            return true;
        }

        // What was read is kept in front; the rest of the line is passed over.
        buffer.AsSpan(position, most + 1).CopyTo(buffer);
        passed += filled - (most + 1);
        (position, length, filled) = (0, most + 1, most + 1);
        if (buffer.Length < most + firstSize)
        {
            Array.Resize(ref buffer, most + firstSize);
        }

        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            var end = buffer.AsSpan(length, read).IndexOf((byte)'\n');
            if (read == 0 || end >= 0)
            {
                atEnd = read == 0;
                (filled, taken) = (length + read, length + (read == 0 ? 0 : end + 1));
                next++;
                return true;
            }

            passed += read;
        }
    }

    /// <summary>Reads on until so many bytes stand from the position on; false at the end of the stream.</summary>
    private bool Fill(int wanted)
    {
        while (filled - position < wanted && !atEnd)
        {
            if (position > 0)
            {
                buffer.AsSpan(position, filled - position).CopyTo(buffer);
                passed += position;
                (filled, position) = (filled - position, 0);
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = stream.Read(buffer, filled, buffer.Length - filled);
            (atEnd, filled) = (read == 0, filled + read);
        }

        return filled - position >= wanted;
    }
}
