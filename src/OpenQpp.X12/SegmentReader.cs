using System.Globalization;
using System.Text;
using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>
/// Cuts a file into segments, one after the other, with the separators that each interchange declares. Only one segment is held at a
/// time. A file that is no interchange, or a segment longer than any segment is, ends the reading with a problem.
/// </summary>
/// <param name="stream">The file.</param>
/// <param name="problems">Takes what is wrong.</param>
public sealed class SegmentReader(Stream stream, ProblemList problems)
{
    /// <summary>The longest segment that is read, signs.</summary>
    public const int LongestSegment = 1 << 16;

    private const int HeaderElements = 16;
    private const int LongestHeader = 256;

    private readonly byte[] buffer = new byte[1 << 16];
    private readonly StringBuilder text = new();
    private int place;
    private int length;
    private long number;
    private bool expectsHeader = true;
    private bool stopped;

    /// <summary>The separators of the interchange that is being read.</summary>
    public Separators Separators { get; private set; }

    /// <summary>The next segment; null at the end, or where the file cannot be read any further.</summary>
    public Segment? Next()
    {
        SkipSpace();
        if (Peek() < 0)
        {
            return null;
        }

        number++;
        return expectsHeader ? Header() : Body();
    }

    private Segment? Body()
    {
        text.Clear();
        for (var sign = Take(); sign != Separators.Terminator; sign = Take())
        {
            if (sign < 0)
            {
                return Stop(ProblemCode.X12_SEGMENT, "The file ends within a segment. It was cut off: fetch it again.");
            }

            if (text.Length == LongestSegment)
            {
                return Stop(ProblemCode.X12_SEGMENT, $"A segment is longer than {LongestSegment} signs. The segment terminator is missing or another one.");
            }

            text.Append((char)sign);
        }

        var segment = new Segment(text.ToString().TrimEnd().Split(Separators.Element), number, Separators.Component);
        expectsHeader = string.Equals(segment.Id, "IEA", StringComparison.Ordinal);
        return segment;
    }

    /// <summary>ISA tells the separators: the sign after its name, and the two after its fifteenth element.</summary>
    private Segment? Header()
    {
        text.Clear();
        var (separator, found) = ('\0', 0);
        while (found < HeaderElements)
        {
            var sign = Take();
            if (sign < 0 || text.Length == LongestHeader)
            {
                return Stop(ProblemCode.X12_NOT_AN_INTERCHANGE, "The file does not begin with an interchange header (ISA). Send the file as the payer made it, without text before it.");
            }

            if (text.Length == 3)
            {
                separator = (char)sign;
                if (!string.Equals(text.ToString(), "ISA", StringComparison.Ordinal))
                {
                    return Stop(ProblemCode.X12_NOT_AN_INTERCHANGE, "The file does not begin with an interchange header (ISA). Send the file as the payer made it, without text before it.");
                }
            }

            found += text.Length >= 3 && sign == separator ? 1 : 0;
            text.Append((char)sign);
        }

        var (component, terminator) = (Take(), Take());
        if (terminator == '\r' && Peek() == '\n')
        {
            Take();
            terminator = '\n';
        }

        var elements = text.Append((char)Math.Max(component, 0)).ToString().Split(separator);
        var repetition = elements[11] is [var one] && !char.IsAsciiLetterOrDigit(one) && string.CompareOrdinal(elements[12], "00402") >= 0 ? one : '\0';
        Separators = new(separator, (char)Math.Max(component, 0), (char)Math.Max(terminator, 0), repetition);
        if (terminator < 0 || !Separators.AreUsable)
        {
            return Stop(ProblemCode.X12_NOT_AN_INTERCHANGE, "The interchange header (ISA) does not declare three different separators. Its elements must have their full lengths.");
        }

        expectsHeader = false;
        return new(elements, number, Separators.Component);
    }

    private Segment? Stop(ProblemCode code, string message)
    {
        problems.Add(code, string.Create(CultureInfo.InvariantCulture, $"segment {number}"), message);
        (place, length) = (0, 0);
        stopped = true;
        return null;
    }

    private void SkipSpace()
    {
        while (Peek() is ' ' or '\r' or '\n' or '\t' or 0)
        {
            place++;
        }
    }

    private int Take()
    {
        var sign = Peek();
        place += sign < 0 ? 0 : 1;
        return sign;
    }

    private int Peek()
    {
        if (stopped)
        {
            return -1;
        }

        if (place == length)
        {
            (place, length) = (0, stream.Read(buffer));
        }

        return length == 0 ? -1 : buffer[place];
    }
}
