using System.Diagnostics.CodeAnalysis;

namespace OpenQpp.DuckDb;

/// <summary>DuckDB could not do what was asked: a file that cannot be read or written, no space, too little memory, or a fault of ours.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Named as one would say it.")]
[SuppressMessage("Design", "MA0058", Justification = "Named as one would say it.")]
[SuppressMessage("Design", "CA1032", Justification = "It means nothing without what the engine said.")]
public sealed class EngineFault : Exception
{
    internal EngineFault(string message, Exception? thrown = null)
        : base(message, thrown)
    {
    }

    /// <summary>The kind of fault, as the engine calls it: its other words may hold what stands in a file.</summary>
    public string Kind => Message.IndexOf(':', StringComparison.Ordinal) is var end && end > 0 ? Message[..end] : "Error";

    /// <summary>Whether what was read may be at fault, not memory or space. What a function of ours threw is the inner exception.</summary>
    public bool IsOfInput => InnerException is null && Kind is not ("IO Error" or "Out of Memory Error" or "INTERNAL Error");
}
