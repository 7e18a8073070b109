namespace OpenQpp.DuckDb;

/// <summary>Values and names as they are written in SQL.</summary>
public static class SqlText
{
    /// <summary>A text in quotes.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A name in quotes.</summary>
    /// <param name="name">The name of a column.</param>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The path of one file that is read: what would stand for several files stands for itself, and no name is an address.</summary>
    /// <param name="path">The path.</param>
    public static string File(string path) =>
        Of(string.Concat(Path.GetFullPath(path).Select(letter => letter is '*' or '?' or '[' ? $"[{letter}]" : letter.ToString())));

    /// <summary>The path of a file that is written.</summary>
    /// <param name="path">The path.</param>
    public static string Target(string path) => Of(Path.GetFullPath(path));
}
