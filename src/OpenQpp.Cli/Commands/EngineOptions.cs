using System.CommandLine;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>The bounds that commands on claims take for their engine.</summary>
internal static class EngineOptions
{
    private const int LeastMegabytes = 128;

    public static readonly Option<int?> Memory = new("--memory") { Description = "How much memory reading and writing may take, MiB", HelpName = "N" };
    public static readonly Option<int?> Threads = new("--threads") { Description = "How many threads; as many as there are processors", HelpName = "N" };

    /// <summary>Both, if they are possible; the command is refused where one is not.</summary>
    public static (int? Memory, int? Threads) Of(ParseResult parsed, ProblemList problems)
    {
        var (memory, threads) = (parsed.GetValue(Memory), parsed.GetValue(Threads));
        if (memory is < LeastMegabytes)
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, "$.memory", $"At least {LeastMegabytes} MiB are needed. Correct the number.");
        }

        if (threads is < 1)
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, "$.threads", "At least one thread is needed. Correct the number.");
        }

        Refused.If(problems);
        return (memory, threads);
    }
}
