using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>The files of a table that is given as files and folders.</summary>
internal static class TableFiles
{
    private static readonly string[] Endings = [".csv", ".csv.gz", ".parquet"];

    /// <summary>The files themselves; of a folder all CSV and Parquet files in it, in the order of their names.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="problems">Takes what is wrong: a folder without such a file.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> paths, ProblemList problems)
    {
        var found = new List<string>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                found.Add(path);
                continue;
            }

            var files = InFolder(path);
            found.AddRange(files);
            if (files is [])
            {
                problems.Add(ProblemCode.NOT_READABLE, "$", $"The folder '{ShownText.Of(path)}' holds no file that ends in {string.Join(", ", Endings)}, or may not be read. Check the path.");
            }
        }

        return found;
    }

    /// <summary>A file that begins with a point is one that is being written, or no table.</summary>
    private static string[] InFolder(string path)
    {
        try
        {
            return
            [
                .. Directory.GetFiles(path)
                    .Where(file => Path.GetFileName(file)[0] != '.' && Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
                    .OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal),
            ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
