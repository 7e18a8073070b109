namespace OpenQpp.Vocabulary;

/// <summary>Collects problems while an input is read and checked: all of them, never one by one.</summary>
public sealed class ProblemList
{
    /// <summary>Problems that are told of one input; an input with more is no case at all.</summary>
    public const int Most = 1000;

    private List<Problem>? problems;

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => problems is null;

    /// <summary>How much was found.</summary>
    public int Count => problems?.Count ?? 0;

    /// <summary>What was found, in the order in which it was found.</summary>
    public IReadOnlyList<Problem> Found => problems ?? (IReadOnlyList<Problem>)[];

    /// <summary>What was found so far; the list is empty afterwards.</summary>
    public IReadOnlyList<Problem> Take()
    {
        var found = Found;
        problems = null;
        return found;
    }

    /// <summary>Adds a problem.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="path">The place, a JSON path.</param>
    /// <param name="message">What is wrong and what to do; never a TIN or an NPI.</param>
    public void Add(ProblemCode code, string path, string message)
    {
        problems ??= [];
        if (problems.Count < Most)
        {
            problems.Add(new(code, path, message));
        }
        else if (problems.Count == Most)
        {
            problems.Add(new(ProblemCode.MORE_PROBLEMS, "$", $"More than {Most} problems; the others are not listed. Correct these first."));
        }
    }
}
