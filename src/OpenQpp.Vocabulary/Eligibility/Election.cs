namespace OpenQpp.Vocabulary;

/// <summary>What somebody who is not required to take part can choose; the choice cannot be taken back.</summary>
public enum ElectionChoice
{
    /// <summary>Takes part with all effects, the payment adjustment included.</summary>
    OptIn,

    /// <summary>Reports without payment adjustment.</summary>
    Voluntary,
}

/// <summary>The words for the choices.</summary>
public static class ElectionChoices
{
    /// <summary>All words, for messages.</summary>
    public const string Vocabulary = "optIn, voluntary";

    /// <summary>The choice of a word, or null.</summary>
    /// <param name="word">optIn, voluntary.</param>
    public static ElectionChoice? Of(string word) => word switch
    {
        "optIn" => ElectionChoice.OptIn,
        "voluntary" => ElectionChoice.Voluntary,
        _ => null,
    };

    /// <summary>The word for a choice.</summary>
    /// <param name="choice">The choice.</param>
    public static string Word(this ElectionChoice choice) => choice == ElectionChoice.OptIn ? "optIn" : "voluntary";
}

/// <summary>One election.</summary>
/// <param name="Unit">Who elects.</param>
/// <param name="Choice">What.</param>
/// <param name="At">When.</param>
/// <param name="Place">Where it stands in the input.</param>
public sealed record Election(UnitId Unit, ElectionChoice Choice, Moment At, string Place);
