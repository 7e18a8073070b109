namespace OpenQpp.Vocabulary;

/// <summary>Something about the input that must be put right before it can be scored, or that its sender should know.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Path">Place in the input, a JSON path.</param>
/// <param name="Message">What is wrong and what to do. Never holds a TIN or an NPI.</param>
public sealed record Problem(ProblemCode Code, string Path, string Message);
