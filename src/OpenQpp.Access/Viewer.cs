namespace OpenQpp.Access;

/// <summary>Who is signed in.</summary>
/// <param name="Roles">The approved roles; empty for somebody who has none.</param>
/// <param name="Standing">
/// Facts of the performance year asked about: of the practices in which a role is held, and of all associations of the
/// NPIs of the clinician roles. What is missing here only denies.
/// </param>
public sealed record Viewer(IReadOnlyList<HeldRole> Roles, IReadOnlyList<OwnerFacts> Standing);
