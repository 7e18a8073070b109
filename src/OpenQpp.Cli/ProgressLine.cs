namespace OpenQpp.Cli;

/// <summary>How far something is, on standard error: one line that changes, or lines where they are kept.</summary>
internal static class ProgressLine
{
    public static void Tell(string line)
    {
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(line);
        }
        else
        {
            Console.Error.Write($"\r{line,-78}");
        }
    }

    /// <summary>What follows stands on a new line.</summary>
    public static void End()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.WriteLine();
        }
    }
}
