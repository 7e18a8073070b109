namespace OpenQpp.Law;

/// <summary>The law's data are not as the engine needs them: a fault in <c>law/</c>, never in a user's input.</summary>
public sealed class LawDataException : Exception
{
    /// <summary>A fault in the law's data.</summary>
    /// <param name="message">What is wrong and where.</param>
    public LawDataException(string message)
        : base(message)
    {
    }

    /// <summary>A fault in the law's data.</summary>
    public LawDataException()
    {
    }

    /// <summary>A fault in the law's data.</summary>
    /// <param name="message">What is wrong and where.</param>
    /// <param name="innerException">The cause.</param>
    public LawDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
