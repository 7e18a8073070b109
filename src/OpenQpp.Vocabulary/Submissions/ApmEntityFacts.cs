namespace OpenQpp.Vocabulary;

/// <summary>What CMS knows of an APM Entity.</summary>
/// <param name="Model">sharedSavingsProgram, webInterface or other; null counts as sharedSavingsProgram.</param>
/// <param name="QualityPercent">Total quality percent of another model, 2018 to 2020; null weighs quality zero.</param>
/// <param name="PiParticipants">Promoting Interoperability of the participants; null where none are given.</param>
public sealed record ApmEntityFacts(string? Model, decimal? QualityPercent, PiParticipant[]? PiParticipants);

/// <summary>Promoting Interoperability of the clinicians of one TIN in an APM Entity (414.1317(b)(1)).</summary>
/// <param name="Tin">The TIN.</param>
/// <param name="Clinicians">MIPS eligible clinicians.</param>
/// <param name="IndividualPoints">Points of individual submissions without bonus, or null.</param>
/// <param name="GroupPoints">Points of the TIN's group submission without bonus, or null.</param>
/// <param name="Excepted">The clinicians are excepted from the category.</param>
/// <param name="OptionalPublicHealth">An optional public health measure was reported.</param>
public sealed record PiParticipant(
    string Tin,
    decimal Clinicians,
    decimal? IndividualPoints,
    decimal? GroupPoints,
    bool Excepted,
    bool OptionalPublicHealth);
