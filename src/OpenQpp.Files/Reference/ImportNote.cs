namespace OpenQpp.Files;

/// <summary>One thing that the importer has to say.</summary>
/// <param name="Year">The performance year.</param>
/// <param name="IsFault">A fault, for which nothing is written; else a known row and what was decided about it.</param>
/// <param name="Where">File, measure and method.</param>
/// <param name="Says">What was found, and the decision taken or what to do.</param>
public sealed record ImportNote(int Year, bool IsFault, string Where, string Says);
