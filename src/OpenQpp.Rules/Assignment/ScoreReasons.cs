using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Why a final score does not count, in one word, and in a sentence.</summary>
public static class ScoreReasons
{
    /// <summary>Another score is higher.</summary>
    public const string Lower = "lower";

    /// <summary>Another score is equal and comes first.</summary>
    public const string Equal = "equal";

    /// <summary>Quality and cost together contribute less than in the other result.</summary>
    public const string LowerQualityAndCost = "lowerQualityAndCost";

    /// <summary>Quality and cost together contribute as much as in the facility-based result, which is used then.</summary>
    public const string EqualQualityAndCost = "equalQualityAndCost";

    /// <summary>The year has no facility-based results.</summary>
    public const string NotOffered = "notOffered";

    /// <summary>Nothing was submitted at the level.</summary>
    public const string NotParticipated = "notParticipated";

    /// <summary>A score at this level brings no factor: its data were reported voluntarily.</summary>
    public const string Voluntary = "voluntary";

    /// <summary>The clinician is out of MIPS.</summary>
    public const string Excluded = "excluded";

    /// <summary>A threshold score of the automatic policy gives way to a score from data.</summary>
    public const string GivesWay = "policyScoreGivesWay";

    /// <summary>The score of another level is taken before all others, for example <c>virtualGroupPrevails</c>.</summary>
    /// <param name="level">That level.</param>
    public static string Prevails(ParticipationOption level) => $"{level.Word()}Prevails";

    /// <summary>Chooses the highest of the scores without a reason against them, and gives all others theirs.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="reasons">A reason for each that does not compete; null for those that do. Filled for all but the one that is used.</param>
    /// <returns>The place of the score that is used, or null.</returns>
    internal static int? ChooseHighest(IReadOnlyList<CompetingScore> scores, string?[] reasons)
    {
        int? used = null;
        for (var place = 0; place < scores.Count; place++)
        {
            if (scores[place].FinalScore is null)
            {
                reasons[place] = NotParticipated;
            }
            else if (reasons[place] is null && (used is null || ScoreOrder.HighestFirst.Compare(scores[place], scores[used.Value]) < 0))
            {
                used = place;
            }
        }

        for (var place = 0; place < scores.Count && used is not null; place++)
        {
            if (place != used)
            {
                reasons[place] ??= scores[place].FinalScore == scores[used.Value].FinalScore ? Equal : Lower;
            }
        }

        return used;
    }

    /// <summary>The scores that do not count, for an explanation.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="reasons">Their reasons; null for the one that is used.</param>
    internal static Rejection[] Rejected(IReadOnlyList<CompetingScore> scores, IReadOnlyList<string?> reasons) =>
        [.. scores.Zip(reasons).Where(pair => pair.Second is not null).Select(pair => new Rejection(pair.First.Finding, Sentence(pair.Second!)))];

    private static string Sentence(string reason) => reason switch
    {
        Lower => "{s}: {v} points, lower",
        Equal => "{s}: {v} points, as high, and named later",
        LowerQualityAndCost => "{s}: quality and cost contribute less",
        EqualQualityAndCost => "{s}: quality and cost contribute as much as those of the facility-based result",
        NotOffered => "{s}: the year has no facility-based results",
        NotParticipated => "{s}: nobody took part",
        Voluntary => "{s}: reported voluntarily, brings no factor",
        Excluded => "{s}: the clinician is out of MIPS",
        GivesWay => "{s}: a threshold score gives way to a score from data",
        _ => "{s}: the score of another level is taken before all others",
    };
}
