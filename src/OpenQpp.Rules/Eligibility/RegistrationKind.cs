namespace OpenQpp.Rules;

/// <summary>What can be registered or elected before data are submitted.</summary>
public enum RegistrationKind
{
    /// <summary>A MIPS Value Pathway.</summary>
    Mvp,

    /// <summary>A subgroup, which reports a pathway.</summary>
    Subgroup,

    /// <summary>The CAHPS for MIPS survey, reported through a pathway.</summary>
    MvpSurvey,

    /// <summary>A virtual group.</summary>
    VirtualGroup,
}

/// <summary>The words for the kinds: the names with a small first letter.</summary>
public static class RegistrationKinds
{
    private static readonly string[] Words = ["mvp", "subgroup", "mvpSurvey", "virtualGroup"];

    /// <summary>The word, for example <c>mvpSurvey</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Word(this RegistrationKind kind) => Words[(int)kind];

    /// <summary>The kind of a word, or null.</summary>
    /// <param name="word">For example <c>virtualGroup</c>.</param>
    public static RegistrationKind? Of(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (RegistrationKind)index;
    }
}
