namespace OpenQpp.YearRun;

/// <summary>Where in a file of the input the lines of every part stand, and those of the nation. A file that is sorted by TIN has one stretch for each part.</summary>
/// <param name="parts">How many parts there are.</param>
internal sealed class TableStretches(int parts)
{
    private readonly List<Stretch>?[] ofPart = new List<Stretch>?[parts + 1];

    private long behindLast = -1;

    /// <summary>The stretches of a part, or of the nation.</summary>
    /// <param name="part">The part; null for the nation.</param>
    public IReadOnlyList<Stretch> Of(int? part) => ofPart[part ?? parts] ?? [];

    /// <summary>Adds the line that was read last to a part, to the nation or to both.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="part">The part, or null.</param>
    /// <param name="isOfNation">It belongs to the nation.</param>
    public void Add(ByteLines lines, int? part, bool isOfNation)
    {
        if (part is { } number)
        {
            Add(lines, number);
        }

        if (isOfNation)
        {
            Add(lines, parts);
        }

        // Whoever reads a stretch must find the same lines: one that opens quotes that nobody closes ends it.
        behindLast = lines.IsShortened ? -1 : lines.End;
    }

    private void Add(ByteLines lines, int place)
    {
        var stretches = ofPart[place] ??= [];
        if (stretches.Count > 0 && stretches[^1].End == behindLast && !lines.IsShortened)
        {
            stretches[^1] = stretches[^1] with { End = lines.End };
        }
        else
        {
            stretches.Add(new(lines.Start, lines.End, lines.Number));
        }
    }
}
