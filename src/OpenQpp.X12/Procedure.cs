namespace OpenQpp.X12;

/// <summary>A procedure as claims and remittances name it.</summary>
/// <param name="Qualifier">What the code is of: <c>HC</c> for HCPCS and CPT, <c>AD</c> for dental codes.</param>
/// <param name="Code">The code.</param>
/// <param name="Modifiers">Up to four modifiers.</param>
public sealed record Procedure(string Qualifier, string Code, IReadOnlyList<string> Modifiers)
{
    private const int FirstModifier = 2;
    private const int MostModifiers = 4;

    /// <summary>The procedure of a composite element.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="element">The element.</param>
    public static Procedure Of(Segment segment, int element)
    {
        var parts = segment.Components(element);
        return new(
            parts.Length > 0 ? parts[0] : "",
            parts.Length > 1 ? parts[1].Trim().ToUpperInvariant() : "",
            [.. parts.Skip(FirstModifier).Take(MostModifiers).Where(part => part.Length > 0).Select(part => part.ToUpperInvariant())]);
    }
}
