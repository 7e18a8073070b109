using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>What is told where the engine could not do its work and no file is at fault.</summary>
internal static class EngineProblem
{
    /// <summary>Adds the problem.</summary>
    /// <param name="problems">Takes it.</param>
    /// <param name="fault">What the engine said.</param>
    /// <param name="work">What it could not do, for example <c>adjust the lines</c>.</param>
    public static void Add(ProblemList problems, EngineFault fault, string work) =>
        problems.Add(ProblemCode.ANALYTICS_FAILED, "$", $"The engine could not {work}: {fault.Kind}. Give it more memory (--memory), fewer threads (--threads) or space, or write the files again.");
}
