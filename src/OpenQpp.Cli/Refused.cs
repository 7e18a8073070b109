using System.Diagnostics.CodeAnalysis;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>The input of a command was refused.</summary>
/// <param name="problems">Why.</param>
[SuppressMessage("Naming", "CA1710", Justification = "Named as one would say it.")]
[SuppressMessage("Design", "CA1032", Justification = "It means nothing without its problems.")]
[SuppressMessage("Design", "CA1064", Justification = "Never leaves the program.")]
[SuppressMessage("Design", "MA0058", Justification = "Named as one would say it.")]
internal sealed class Refused(IReadOnlyList<Problem> problems) : Exception
{
    public Refused(ProblemCode code, string path, string message)
        : this([new(code, path, message)])
    {
    }

    public IReadOnlyList<Problem> Problems { get; } = problems;

    /// <summary>Goes on only when nothing was found.</summary>
    public static void If(ProblemList problems)
    {
        if (!problems.IsEmpty)
        {
            throw new Refused(problems.Found);
        }
    }
}
