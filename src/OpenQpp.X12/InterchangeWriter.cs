using System.Globalization;
using System.Text;

namespace OpenQpp.X12;

/// <summary>Writes transaction sets with their envelopes; counts are computed, control numbers are those of the headers.</summary>
/// <param name="stream">Takes the file.</param>
/// <param name="separators">The separators.</param>
public sealed class InterchangeWriter(Stream stream, Separators separators) : IDisposable
{
    private readonly StreamWriter writer = new(stream, Encoding.Latin1, 1 << 15, leaveOpen: true) { NewLine = "\n" };
    private Segment? interchange;
    private Segment? group;
    private long groups;
    private long sets;

    /// <summary>Writes a transaction set; interchange and group are begun where they are others than those before.</summary>
    /// <param name="envelope">What stands around it.</param>
    /// <param name="segments">Its segments, from ST to the last one before SE.</param>
    public void Write(Envelope envelope, IEnumerable<Segment> segments)
    {
        if (!ReferenceEquals(group, envelope.Group))
        {
            EndGroup();
            if (!ReferenceEquals(interchange, envelope.Interchange))
            {
                EndInterchange();
                (interchange, groups) = (envelope.Interchange, 0);
                Header(envelope.Interchange);
            }

            (group, sets) = (envelope.Group, 0);
            groups++;
            Put(envelope.Group);
        }

        sets++;
        var (count, control) = (1L, "");
        foreach (var segment in segments)
        {
            control = count == 1 ? segment[2] : control;
            count++;
            Put(segment);
        }

        Put(Segment.Of("SE", Text(count), control));
    }

    /// <summary>Ends group and interchange.</summary>
    public void Dispose()
    {
        EndGroup();
        EndInterchange();
        writer.Dispose();
    }

    /// <summary>ISA has elements of a fixed length, and its own separators in it.</summary>
    private void Header(Segment header)
    {
        var elements = Enumerable.Range(1, 15).Select(element => element == 11 && separators.Repetition != '\0' && header[11] is [var sign] && !char.IsAsciiLetterOrDigit(sign) ? separators.Repetition.ToString() : header[element]);
        writer.Write($"ISA{separators.Element}{string.Join(separators.Element, elements)}{separators.Element}{separators.Component}{separators.Terminator}");
        writer.WriteLine();
    }

    private void EndGroup()
    {
        if (group is not null)
        {
            Put(Segment.Of("GE", Text(sets), group[6]));
            group = null;
        }
    }

    private void EndInterchange()
    {
        if (interchange is not null)
        {
            Put(Segment.Of("IEA", Text(groups), interchange[13]));
            interchange = null;
        }
    }

    private void Put(Segment segment)
    {
        writer.Write(segment.Text(separators));
        writer.Write(separators.Terminator);
        writer.WriteLine();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
