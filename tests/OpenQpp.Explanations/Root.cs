namespace OpenQpp.Explanations;

/// <summary>The project's root folder.</summary>
public static class Root
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Folder { get; } = Find();

    /// <summary>The folder with documents beside the project that only its developers have, or null.</summary>
    public static string? Shared { get; } = FindShared();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OpenQpp.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run within the project.");
        }

        return folder;
    }

    private static string? FindShared()
    {
        var path = Path.Combine(Folder, "..", "shared");
        return Directory.Exists(Path.Combine(path, "fixtures")) ? Path.GetFullPath(path) : null;
    }
}
