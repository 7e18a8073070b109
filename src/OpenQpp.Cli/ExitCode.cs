namespace OpenQpp.Cli;

/// <summary>What the exit codes mean.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The input was refused.</summary>
    public const int Refused = 1;

    /// <summary>The command was used in a wrong way.</summary>
    public const int WrongUsage = 2;

    /// <summary>A fault of ours.</summary>
    public const int InternalError = 3;
}
