using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Runs statements over given files; where one fails, what is wrong is told.</summary>
/// <param name="engine">Runs them.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class CheckedStatements(IColumnEngine engine, ProblemList problems)
{
    /// <summary>Runs a statement that reads files; where a cell is at fault, what is wrong where is looked for.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="search">Looks for what is wrong.</param>
    public bool TryRun(string statement, Action search)
    {
        try
        {
            engine.Run(statement);
            return true;
        }
        catch (EngineFault fault) when (fault.InnerException is null or CellFault)
        {
            if (fault.IsOfInput || fault.InnerException is CellFault)
            {
                search();
            }

            if (problems.IsEmpty)
            {
                Failed(fault);
            }

            return false;
        }
    }

    /// <summary>Tells that the engine could not do it.</summary>
    /// <param name="fault">Why.</param>
    public void Failed(EngineFault fault) => EngineProblem.Add(problems, fault, "count the claims");
}
