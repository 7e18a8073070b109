namespace OpenQpp.X12;

/// <summary>The signs with which an interchange separates its parts, as its ISA segment declares them.</summary>
/// <param name="Element">Between elements.</param>
/// <param name="Component">Between the components of an element.</param>
/// <param name="Terminator">After each segment.</param>
/// <param name="Repetition">Between repetitions of an element; the NUL sign where there is none.</param>
public readonly record struct Separators(char Element, char Component, char Terminator, char Repetition)
{
    /// <summary>The usual ones: <c>* : ~ ^</c>.</summary>
    public static Separators Usual { get; } = new('*', ':', '~', '^');

    /// <summary>All are different, and none is a letter, a digit or a space.</summary>
    public bool AreUsable =>
        Element != Component && Element != Terminator && Component != Terminator && IsSign(Element) && IsSign(Component) && IsSign(Terminator);

    private static bool IsSign(char sign) => !char.IsAsciiLetterOrDigit(sign) && sign is not (' ' or '.' or '-');
}
