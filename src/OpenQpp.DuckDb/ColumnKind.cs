namespace OpenQpp.DuckDb;

/// <summary>The type of a column that a function takes or gives.</summary>
public abstract record ColumnKind
{
    private ColumnKind()
    {
    }

    /// <summary>Text, UTF-8.</summary>
    public static ColumnKind Text { get; } = new Plain(NativeType.Varchar);

    /// <summary>A day, as days since 1970-01-01.</summary>
    public static ColumnKind Date { get; } = new Plain(NativeType.Date);

    /// <summary>A whole number of 32 bits.</summary>
    public static ColumnKind Whole { get; } = new Plain(NativeType.Integer);

    /// <summary>A whole number of 64 bits.</summary>
    public static ColumnKind Long { get; } = new Plain(NativeType.BigInt);

    /// <summary>An exact number of up to 18 digits; as a scaled whole number of 64 bits in vectors above 9 digits, of 32 bits above 4, of 16 bits otherwise.</summary>
    /// <param name="Width">Digits, 1 to 18.</param>
    /// <param name="Scale">Digits after the point.</param>
    public sealed record Number(byte Width, byte Scale) : ColumnKind;

    /// <summary>One of a list of words, as its place in the list, one byte.</summary>
    /// <param name="Words">The words, at most 255.</param>
    public sealed record Word(IReadOnlyList<string> Words) : ColumnKind;

    /// <summary>Several columns together.</summary>
    /// <param name="Fields">Name and type of each.</param>
    public sealed record Row(IReadOnlyList<(string Name, ColumnKind Kind)> Fields) : ColumnKind;

    internal sealed record Plain(int Type) : ColumnKind;
}
