namespace OpenQpp.Access;

/// <summary>A table that is part of this library: lines of cells between tabs, the first line heads the columns.</summary>
internal static class EmbeddedTable
{
    /// <summary>The lines below the head.</summary>
    /// <param name="name">The name of the table.</param>
    /// <param name="head">The heads of the columns, which must stand there just so.</param>
    /// <exception cref="FormatException">The table is not as it must be: a fault of this library.</exception>
    public static IEnumerable<string[]> Rows(string name, IReadOnlyList<string> head)
    {
        var lines = Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToArray();
        if (lines is [] || !lines[0].SequenceEqual(head, StringComparer.Ordinal) || Array.Find(lines, line => line.Length != head.Count) is not null)
        {
            throw new FormatException($"{name} has not the columns {string.Join(", ", head)}.");
        }

        return lines.Skip(1);
    }

    // The library's own text, the same for everybody: the only thing that it ever reads.
#pragma warning disable RS0030
    private static string Text(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
#pragma warning restore RS0030
}
