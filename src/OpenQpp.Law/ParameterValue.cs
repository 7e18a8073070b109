namespace OpenQpp.Law;

/// <summary>The kind of a parameter's value in one year.</summary>
public enum ParameterKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A word.</summary>
    Word,

    /// <summary>A list of words.</summary>
    Words,

    /// <summary>The law of the year has no such thing.</summary>
    None,

    /// <summary>CMS has not published it.</summary>
    Unknown,
}

/// <summary>A parameter's value in one year.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">The value as written, or why there is none.</param>
/// <param name="Source">Citation.</param>
/// <param name="Status">final, derived, unverified, proposed or from final law.</param>
public sealed record ParameterValue(ParameterKind Kind, string Text, string Source, string Status);
