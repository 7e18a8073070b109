using System.Globalization;

namespace OpenQpp.X12;

/// <summary>A segment that a loop can hold.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Qualifiers">What its first element can be; none for anything. For HL the third element.</param>
/// <param name="Most">How often it can stand there.</param>
/// <param name="IsRequired">It must be there.</param>
internal sealed record SegmentSpec(string Id, string[] Qualifiers, int Most, bool IsRequired)
{
    private const string Level = "HL";

    /// <summary>Whether a segment is one of these.</summary>
    public bool Takes(Segment segment) =>
        string.Equals(segment.Id, Id, StringComparison.Ordinal)
        && (Qualifiers.Length == 0 || Array.IndexOf(Qualifiers, string.Equals(Id, Level, StringComparison.Ordinal) ? segment[3] : segment[1]) >= 0);
}

/// <summary>A loop of a transaction set: the segments that it can hold, the first of which begins it, and the loops within it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Most">How often it can stand there.</param>
/// <param name="IsRequired">It must be there.</param>
/// <param name="Segments">Its segments in their order.</param>
internal sealed record LoopSpec(string Name, int Most, bool IsRequired, SegmentSpec[] Segments)
{
    private const int Indent = 2;

    /// <summary>The loops within it, in their order.</summary>
    public List<LoopSpec> Loops { get; } = [];

    /// <summary>
    /// A grammar from its text: a loop a line, indented by two below the loop in which it stands: its name and its
    /// segments, each with qualifiers after a colon, <c>!</c> where it must be there, and how often: a star for without bound. A
    /// name without segments is the loop of that name that stands further up.
    /// </summary>
    public static LoopSpec Read(string resource)
    {
        using var stream = typeof(LoopSpec).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"'{resource}' is not in the program.");
        using var reader = new StreamReader(stream);
        var (path, known) = (new List<LoopSpec>(), new Dictionary<string, LoopSpec>(StringComparer.Ordinal));
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var depth = (line.Length - line.TrimStart().Length) / Indent;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (counted, most) = Counted(words[0]);
            var name = counted.TrimEnd('!');
            var loop = words.Length == 1 ? known[name] : new LoopSpec(name, most, counted.EndsWith('!'), [.. words[1..].Select(SegmentOf)]);
            known[name] = loop;
            path.RemoveRange(depth, path.Count - depth);
            if (depth > 0)
            {
                path[^1].Loops.Add(loop);
            }

            path.Add(loop);
        }

        return path[0];
    }

    private static SegmentSpec SegmentOf(string word)
    {
        var (rest, most) = Counted(word);
        var isRequired = rest.EndsWith('!');
        var parts = rest.TrimEnd('!').Split(':');
        return new(parts[0], parts.Length > 1 ? parts[1].Split(',') : [], most, isRequired);
    }

    /// <summary>A name and how often it can stand there: after <c>x</c> a number, or a star for without bound.</summary>
    private static (string Name, int Most) Counted(string word)
    {
        var at = word.LastIndexOf('x');
        return word.EndsWith('*') ? (word[..^1], int.MaxValue)
            : at > 0 && int.TryParse(word[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? (word[..at], most)
            : (word, 1);
    }
}
