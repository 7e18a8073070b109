namespace OpenQpp.Rules;

/// <summary>What a request for targeted review says is wrong.</summary>
public enum ReviewGround
{
    /// <summary>Data were sent under a wrong TIN or NPI.</summary>
    WrongIdentifiers,

    /// <summary>Eligibility, QP status or a special status is wrong.</summary>
    EligibilityOrStatus,

    /// <summary>A category should have been reweighted.</summary>
    MissingReweighting,

    /// <summary>A measure, category, score or factor was not calculated as the law says.</summary>
    Calculation,

    /// <summary>Anything else about the calculation of the factor.</summary>
    Other,
}

/// <summary>The words for the grounds.</summary>
public static class ReviewGrounds
{
    private static readonly string[] Words = ["wrongIdentifiers", "eligibilityOrStatus", "missingReweighting", "calculation", "other"];

    /// <summary>All grounds, as they are offered.</summary>
    public static IReadOnlyList<ReviewGround> All { get; } = Enum.GetValues<ReviewGround>();

    /// <summary>The word, for example <c>missingReweighting</c>.</summary>
    /// <param name="ground">The ground.</param>
    public static string Word(this ReviewGround ground) => Words[(int)ground];

    /// <summary>The ground in a sentence.</summary>
    /// <param name="ground">The ground.</param>
    public static string Title(this ReviewGround ground) => ground switch
    {
        ReviewGround.WrongIdentifiers => "data were sent under a wrong TIN or NPI",
        ReviewGround.EligibilityOrStatus => "eligibility, QP status or a special status is wrong",
        ReviewGround.MissingReweighting => "a category should have been reweighted",
        ReviewGround.Calculation => "a measure, category, score or factor was calculated wrongly",
        _ => "another reason",
    };

    /// <summary>The ground of a word, or null.</summary>
    /// <param name="word">For example <c>missingReweighting</c>.</param>
    public static ReviewGround? Of(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (ReviewGround)index;
    }
}
