namespace OpenQpp.Vocabulary;

/// <summary>What a kind of finding is called, what it says and on what it rests: everything but its value.</summary>
/// <remarks>
/// Written once beside the rule. <see cref="Says"/> is a sentence with places for the actual values, filled in when
/// somebody reads it: <c>{v}</c> is the finding's own value, <c>{s}</c> its subject, <c>{0}</c> the value of its first
/// part, <c>{0.s}</c> that part's subject, <c>{n}</c> the number of its parts.
/// </remarks>
/// <param name="Name">The field's term, for example <c>measure achievement points</c>.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Basis">Paragraph of 42 CFR, for example <c>414.1380(b)(1)(i)</c>, or a named guide.</param>
/// <param name="Says">One sentence with places for the values.</param>
public sealed record Label(string Name, Unit Unit, string Basis, string Says);

/// <summary>What the law did not take, and why.</summary>
/// <param name="Finding">The finding that was not taken.</param>
/// <param name="Why">Why, in a sentence; places as in <see cref="Label.Says"/>, for the finding not taken.</param>
public sealed record Rejection(Finding Finding, string Why);
