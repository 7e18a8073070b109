namespace OpenQpp.Rules;

/// <summary>How far a request for targeted review has come.</summary>
public enum ReviewState
{
    /// <summary>Begun and not sent.</summary>
    Draft,

    /// <summary>Sent.</summary>
    Submitted,

    /// <summary>A reviewer looks at it.</summary>
    InReview,

    /// <summary>CMS asked for more information.</summary>
    InformationRequested,

    /// <summary>Closed because the information did not arrive. Another request may be made while the window is open.</summary>
    ClosedNonResponsive,

    /// <summary>Denied: score and factors stay.</summary>
    Denied,

    /// <summary>Approved: the score may have changed.</summary>
    Approved,
}

/// <summary>Why a request is denied (414.1385(a)(3)).</summary>
public enum ReviewDenial
{
    /// <summary>It repeats another one.</summary>
    Duplicate,

    /// <summary>It was made outside the window.</summary>
    Untimely,

    /// <summary>It is not about the calculation of the factors.</summary>
    OutOfScope,
}

/// <summary>What can be done with a request.</summary>
public enum ReviewAction
{
    /// <summary>Send it.</summary>
    Submit,

    /// <summary>Take it up.</summary>
    TakeUp,

    /// <summary>Ask for information.</summary>
    AskForInformation,

    /// <summary>Give the information.</summary>
    Answer,

    /// <summary>Close it because no information arrived.</summary>
    CloseWithoutAnswer,

    /// <summary>Deny it.</summary>
    Deny,

    /// <summary>Approve it.</summary>
    Approve,
}

/// <summary>Who does something with a request.</summary>
public enum ReviewActor
{
    /// <summary>Who made the request, or staff for them.</summary>
    Requester,

    /// <summary>A reviewer.</summary>
    Reviewer,

    /// <summary>Nobody: time passes.</summary>
    Clock,
}

/// <summary>The words for states, denials, actions and actors: the names with a small first letter.</summary>
public static class ReviewWords
{
    /// <summary>The word, for example <c>informationRequested</c>.</summary>
    /// <param name="state">The state.</param>
    public static string Word(this ReviewState state) => Small(state.ToString());

    /// <summary>The word, for example <c>outOfScope</c>.</summary>
    /// <param name="denial">The denial.</param>
    public static string Word(this ReviewDenial denial) => Small(denial.ToString());

    /// <summary>The word, for example <c>askForInformation</c>.</summary>
    /// <param name="action">The action.</param>
    public static string Word(this ReviewAction action) => Small(action.ToString());

    /// <summary>The word, for example <c>reviewer</c>.</summary>
    /// <param name="actor">The actor.</param>
    public static string Word(this ReviewActor actor) => Small(actor.ToString());

    /// <summary>The value of a word, or null.</summary>
    /// <typeparam name="T">States, denials, actions or actors.</typeparam>
    /// <param name="word">For example <c>inReview</c>.</param>
    public static T? Of<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Small(value.ToString()), word, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    private static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
