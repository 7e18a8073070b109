namespace OpenQpp.Cli;

/// <summary>Standard input as a file, for what is read more than once. It is gone when the command ends.</summary>
internal sealed class StandardInputFile : IDisposable
{
    private const string StandardInput = "-";

    private string? folder;

    /// <summary>The path itself, or that of a file with standard input.</summary>
    /// <param name="path">A path, or a dash.</param>
    public string Of(string path)
    {
        if (path is not StandardInput)
        {
            return path;
        }

        if (folder is null)
        {
            folder = Directory.CreateTempSubdirectory("openqpp-").FullName;
            using var input = Console.OpenStandardInput();
            using var file = File.Create(FilePath(folder));
            input.CopyTo(file);
        }

        return FilePath(folder);
    }

    /// <summary>Removes the file.</summary>
    public void Dispose()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string FilePath(string folder) => Path.Combine(folder, "standard-input");
}
