using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>What stands around a transaction set.</summary>
/// <param name="Interchange">The segment ISA.</param>
/// <param name="Group">The segment GS.</param>
/// <param name="Separators">The separators of the interchange.</param>
public sealed record Envelope(Segment Interchange, Segment Group, Separators Separators);

/// <summary>
/// Reads the transaction sets of a file, one after the other, and holds its envelopes: interchange, group and transaction set, their
/// control numbers and counts, the version.
/// </summary>
/// <param name="stream">The file.</param>
/// <param name="kind">The kind of transaction set, for example <c>835</c>.</param>
/// <param name="versions">The versions of the implementation guide that are read.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class TransactionReader(Stream stream, string kind, IReadOnlyList<string> versions, ProblemList problems)
{
    private readonly SegmentReader reader = new(stream, problems);
    private Segment? interchange;
    private Segment? group;
    private long groups;
    private long sets;

    /// <summary>Reads all transaction sets.</summary>
    /// <param name="begin">Makes the reader of the loops of a transaction set.</param>
    /// <param name="end">Takes a transaction set that has ended.</param>
    public void Read(Func<Envelope, LoopReader> begin, Action<Envelope, Loop> end)
    {
        while (reader.Next() is { } segment)
        {
            switch (segment.Id)
            {
                case "ISA":
                    Expect(interchange is null, segment, "An interchange begins before the one before it has ended (IEA).");
                    (interchange, group, groups) = (segment, null, 0);
                    break;
                case "GS":
                    Expect(interchange is not null && group is null, segment, "A group begins outside an interchange, or before the group before it has ended (GE).");
                    (group, sets) = (segment, 0);
                    groups++;
                    break;
                case "ST":
                    if (!Set(segment, begin, end))
                    {
                        return;
                    }

                    break;
                case "GE":
                    Close(segment, group, sets, group?[6], "group");
                    group = null;
                    break;
                case "IEA":
                    Expect(group is null, segment, "The interchange ends before its group has ended (GE).");
                    Close(segment, interchange, groups, interchange?[13], "interchange");
                    (interchange, group) = (null, null);
                    break;
                default:
                    problems.Add(ProblemCode.X12_ENVELOPE, segment.Place(), "A segment stands outside any transaction set (ST to SE). Send the file as it was made.");
                    break;
            }
        }

        if (interchange is not null && problems.IsEmpty)
        {
            problems.Add(ProblemCode.X12_ENVELOPE, interchange.Place(), "The interchange does not end (IEA). The file was cut off: fetch it again.");
        }
    }

    private bool Set(Segment start, Func<Envelope, LoopReader> begin, Action<Envelope, Loop> end)
    {
        sets++;
        Expect(group is not null, start, "A transaction set begins outside a group (GS).");
        var envelope = new Envelope(interchange ?? start, group ?? start, reader.Separators);
        var version = group?[8] ?? "";
        if (!string.Equals(start[1], kind, StringComparison.Ordinal))
        {
            problems.Add(ProblemCode.X12_VERSION, start.Place(1), $"The transaction set is no {kind}. Send a file of that kind.");
            return false;
        }

        if (!versions.Contains(version, StringComparer.Ordinal))
        {
            problems.Add(ProblemCode.X12_VERSION, (group ?? start).Place(8), $"The version is none of {string.Join(", ", versions)}. Ask the sender for a file of that version.");
            return false;
        }

        var (loops, count) = (begin(envelope), 1L);
        loops.Add(start);
        while (reader.Next() is { } segment)
        {
            count++;
            if (segment.Id is "SE")
            {
                Close(segment, start, count, start[2], "transaction set");
                loops.End();
                end(envelope, loops.Root);
                return true;
            }

            if (segment.Id is "ISA" or "IEA" or "GS" or "GE" or "ST")
            {
                problems.Add(ProblemCode.X12_ENVELOPE, segment.Place(), "The transaction set has not ended (SE) before this segment. The file was cut off or put together wrongly.");
                break;
            }

            loops.Add(segment);
        }

        if (problems.IsEmpty)
        {
            problems.Add(ProblemCode.X12_ENVELOPE, start.Place(), "The transaction set does not end (SE). The file was cut off: fetch it again.");
        }

        loops.End();
        end(envelope, loops.Root);
        return false;
    }

    /// <summary>A trailer says how much it closes, and repeats the control number of its header.</summary>
    private void Close(Segment trailer, Segment? header, long count, string? control, string what)
    {
        if (header is null)
        {
            problems.Add(ProblemCode.X12_ENVELOPE, trailer.Place(), $"A {what} ends that has not begun.");
            return;
        }

        if (!long.TryParse(trailer[1], NumberStyles.None, CultureInfo.InvariantCulture, out var told) || told != count)
        {
            problems.Add(ProblemCode.X12_ENVELOPE, trailer.Place(1), $"The {what} says another count than the {count} that it has. Something was lost or added: fetch the file again.");
        }

        if (!string.Equals(trailer[2], control, StringComparison.Ordinal))
        {
            problems.Add(ProblemCode.X12_ENVELOPE, trailer.Place(2), $"The control number is not that with which the {what} began. Something was lost: fetch the file again.");
        }
    }

    private void Expect(bool isSo, Segment segment, string message)
    {
        if (!isSo)
        {
            problems.Add(ProblemCode.X12_ENVELOPE, segment.Place(), message);
        }
    }
}
