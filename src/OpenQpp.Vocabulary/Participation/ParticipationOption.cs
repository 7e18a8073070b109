namespace OpenQpp.Vocabulary;

/// <summary>The level at which a participant takes part (CMS's <c>entityType</c>).</summary>
public enum ParticipationOption
{
    /// <summary>One TIN/NPI.</summary>
    Individual,

    /// <summary>One TIN.</summary>
    Group,

    /// <summary>A part of a TIN, for an MVP (performance year 2023 on).</summary>
    Subgroup,

    /// <summary>Two or more small TINs (performance year 2018 on).</summary>
    VirtualGroup,

    /// <summary>An APM Entity.</summary>
    ApmEntity,
}

/// <summary>The words for the participation options.</summary>
public static class ParticipationOptions
{
    /// <summary>The word in results: individual, group, subgroup, virtualGroup, apmEntity.</summary>
    /// <param name="option">The option.</param>
    public static string Word(this ParticipationOption option) => option switch
    {
        ParticipationOption.Individual => "individual",
        ParticipationOption.Group => "group",
        ParticipationOption.Subgroup => "subgroup",
        ParticipationOption.VirtualGroup => "virtualGroup",
        _ => "apmEntity",
    };

    /// <summary>The option of a word, or null.</summary>
    /// <param name="word">individual, group, subgroup, virtualGroup, apmEntity.</param>
    public static ParticipationOption? Of(string word) => word switch
    {
        "apmEntity" => ParticipationOption.ApmEntity,
        "apm" => null,
        _ => OfEntityType(word),
    };

    /// <summary>The option of CMS's <c>entityType</c>, or null.</summary>
    /// <param name="entityType">individual, group, subgroup, virtualGroup, apm.</param>
    public static ParticipationOption? OfEntityType(string entityType) => entityType switch
    {
        "individual" => ParticipationOption.Individual,
        "group" => ParticipationOption.Group,
        "subgroup" => ParticipationOption.Subgroup,
        "virtualGroup" => ParticipationOption.VirtualGroup,
        "apm" => ParticipationOption.ApmEntity,
        _ => null,
    };
}
