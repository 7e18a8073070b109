namespace OpenQpp.Vocabulary;

/// <summary>
/// How the value of a finding follows from the values of its parts, in order (p1, p2, …). A closed list: whoever knows
/// these words can recompute any score. <c>docs/explanation.md</c> says the same for readers.
/// </summary>
public enum How
{
    /// <summary>Stands in the input.</summary>
    Given,

    /// <summary>Not given; taken to be this, and listed under <c>assumed</c>.</summary>
    Assumed,

    /// <summary>A parameter of the law of the year.</summary>
    Parameter,

    /// <summary>A cell of a published table of the year (benchmarks, measures, weights).</summary>
    Published,

    /// <summary>p1 + p2 + …; parts without a number add nothing; 0 without parts.</summary>
    Sum,

    /// <summary>The law chose the parts; then as <see cref="Sum"/>. What was not chosen is listed as rejected.</summary>
    ChoiceThenSum,

    /// <summary>p1 − p2 − …</summary>
    Difference,

    /// <summary>p1 × p2 × …</summary>
    Product,

    /// <summary>p1 ÷ p2</summary>
    Quotient,

    /// <summary>100 × p1 ÷ p2</summary>
    Percentage,

    /// <summary>p1 × p2 ÷ 100: a percent of something.</summary>
    Share,

    /// <summary>p1 × p2 ÷ p3</summary>
    Proportion,

    /// <summary>p1 × (p2 − p3) ÷ p4: a sliding scale.</summary>
    SlidingScale,

    /// <summary>(p1 − p2) ÷ p3</summary>
    StandardScore,

    /// <summary>p2 + (p1 − p3) ÷ (p4 − p3): the rate p1 between the bound p3 of decile p2 and the bound p4 of the next.</summary>
    Interpolation,

    /// <summary>(p1 + p2 + …) ÷ number of parts</summary>
    Mean,

    /// <summary>The number of parts.</summary>
    Count,

    /// <summary>The smallest part.</summary>
    Minimum,

    /// <summary>The largest part.</summary>
    Maximum,

    /// <summary>p1 rounded to p2 decimals, half away from zero.</summary>
    Rounding,

    /// <summary>p1 rounded up to a whole number.</summary>
    Ceiling,

    /// <summary>p1 without what stands beyond p2 decimals.</summary>
    CutOff,

    /// <summary>True when p1 ≥ p2.</summary>
    AtLeast,

    /// <summary>True when p1 &gt; p2.</summary>
    MoreThan,

    /// <summary>True when p1 ≤ p2.</summary>
    AtMost,

    /// <summary>True when every part is true; true without parts.</summary>
    AllOf,

    /// <summary>True when a part is true; false without parts.</summary>
    AnyOf,

    /// <summary>True when no part is true; true without parts.</summary>
    NoneOf,

    /// <summary>p1, the one that the law takes; further parts are what decided; what was not taken is listed as rejected.</summary>
    Choice,

    /// <summary>Without value: the law took it out of scoring. The parts are what decided.</summary>
    NotScored,

    /// <summary>Without value: an input that only CMS has is missing.</summary>
    NotKnown,
}

/// <summary>The words of <see cref="How"/> in results.</summary>
public static class HowWords
{
    private static readonly string[] Words =
    [
        "given", "assumed", "parameter", "published", "sum", "choice, then sum", "difference", "product", "quotient",
        "percentage", "share", "proportion", "sliding scale", "standard score", "interpolation", "mean", "count",
        "minimum", "maximum", "rounding", "ceiling", "cut off", "at least", "more than", "at most", "all of", "any of", "none of",
        "choice", "not scored", "not known",
    ];

    /// <summary>The word in results, for example <c>interpolation</c>.</summary>
    /// <param name="how">How the value follows.</param>
    public static string Word(this How how) => Words[(int)how];
}
