namespace OpenQpp.Files;

/// <summary>The columns of one file of a year's input; the same names are the fields of its objects in JSON.</summary>
internal sealed class TableColumns
{
    /// <summary>Columns of a file.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="field">Name of the list in JSON.</param>
    /// <param name="names">The columns.</param>
    public TableColumns(string file, string field, params string[] names)
    {
        (File, Field, Names) = (file, field, names);
        var aliases = names.Select((name, column) => (Alias: Camel(name), Column: column)).Where(alias => !names.Contains(alias.Alias, StringComparer.Ordinal)).ToArray();
        Fields = new([.. names, .. aliases.Select(alias => alias.Alias)]);
        ColumnOfField = [.. Enumerable.Range(0, names.Length), .. aliases.Select(alias => alias.Column)];
    }

    public string File { get; }

    public string Field { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The names in JSON: as the columns are written, or with capitals within.</summary>
    public FieldNames Fields { get; }

    public IReadOnlyList<int> ColumnOfField { get; }

    public int Find(string name)
    {
        for (var column = 0; column < Names.Count; column++)
        {
            if (string.Equals(Names[column], name, StringComparison.Ordinal))
            {
                return column;
            }
        }

        return -1;
    }

    private static string Camel(string name) =>
        string.Concat(name.Split('_').Select((word, place) => place == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
