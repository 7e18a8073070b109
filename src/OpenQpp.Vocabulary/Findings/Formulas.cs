namespace OpenQpp.Vocabulary;

/// <summary>The formulas of <see cref="How"/> that both forms of a value compute by.</summary>
internal static class Formulas
{
    /// <summary><see cref="How.AtLeast"/></summary>
    public static bool AtLeast(decimal value, decimal bound) => value >= bound;

    /// <summary><see cref="How.MoreThan"/></summary>
    public static bool MoreThan(decimal value, decimal bound) => value > bound;

    /// <summary><see cref="How.AtMost"/></summary>
    public static bool AtMost(decimal value, decimal bound) => value <= bound;

    /// <summary><see cref="How.Share"/></summary>
    public static decimal Share(decimal percent, decimal of) => percent * of / 100m;
}
