using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Which final score counts for a TIN/NPI. Eligibility says which levels compete; of those, the score of an APM Entity group
/// (through 2020) or of a virtual group is taken before any other, else the highest of all levels and reporting options.
/// </summary>
/// <param name="Is">Adjusted, neutral or none, now that the scores are known.</param>
/// <param name="Used">The place of the score that counts; null where none does.</param>
/// <param name="Reasons">For each score why it does not count; null for the one that does.</param>
/// <param name="Reason">Why there is a factor or none, in one word, as eligibility says it or <c>noFinalScore</c>.</param>
[Cfr("414.1310(e)(1)")]
[Cfr("414.1315(a)(2)")]
[Cfr("414.1317(b)")]
[Cfr("414.1370(f)(2)")]
public sealed record FinalScoreUsed(MipsStanding Is, int? Used, IReadOnlyList<string?> Reasons, string Reason)
{
    /// <summary>Adjusted by eligibility, but no level that competes has a final score.</summary>
    public const string NoFinalScore = "noFinalScore";

    private static readonly Label Highest = new("final score that counts", Unit.Points, "414.1310(e)(1)", "the highest of the scores that compete: {v} points");
    private static readonly Label OfVirtualGroup = new("final score that counts", Unit.Points, "414.1315(a)(2)", "the score of the virtual group is taken before all others: {v} points");
    private static readonly Label OfEntity = new("final score that counts", Unit.Points, "414.1370(f)(2)", "the score of the APM Entity group is taken before all others: {v} points");
    private static readonly Label AtThreshold = new("final score that counts", Unit.Points, "414.1380(c)(2)(i)(A)(3)", "all categories are reweighted: the performance threshold, {v} points");
    private static readonly Label Nothing = new("final score that counts", Unit.Points, "414.1310", "no final score brings a factor");

    /// <summary>The final score that counts, and those that do not; the threshold for a neutral TIN/NPI; not scored where there is no factor. Worked out when first asked for.</summary>
    public Finding FinalScore => field ??= FindFinalScore();

    private (MipsStatus Status, IReadOnlyList<CompetingScore> Scores, YearLaw Law) Ground { get; init; }

    /// <summary>The score that counts.</summary>
    /// <param name="status">What eligibility says, found with what was reported being known.</param>
    /// <param name="scores">The score of each level and unit of the TIN/NPI.</param>
    /// <param name="law">The law of the year.</param>
    /// <exception cref="ArgumentException">The status depends on whether a group reported.</exception>
    public static FinalScoreUsed For(MipsStatus status, IReadOnlyList<CompetingScore> scores, YearLaw law)
    {
        if (status.Condition is not null)
        {
            throw new ArgumentException("Whether the group reported must be known before a score can count.", nameof(status));
        }

        var reasons = new string?[scores.Count];
        var prevailing = Prevailing(status, law);
        for (var place = 0; place < scores.Count; place++)
        {
            reasons[place] = WhyItDoesNotCompete(scores[place], status, prevailing);
        }

        if (!law.Settings.NeutralIndividualCompetes)
        {
            GiveWay(scores, reasons);
        }

        var used = ScoreReasons.ChooseHighest(scores, reasons);
        return status.Is switch
        {
            MipsStanding.Neutral => Found(MipsStanding.Neutral, null, status.Reason),
            MipsStanding.Adjusted when used is not null => Found(MipsStanding.Adjusted, used, status.Reason),
            _ => Found(MipsStanding.None, null, status.Is is MipsStanding.None ? status.Reason : NoFinalScore),
        };

        FinalScoreUsed Found(MipsStanding standing, int? counting, string reason) => new(standing, counting, reasons, reason) { Ground = (status, scores, law) };
    }

    private Finding FindFinalScore()
    {
        var (status, scores, law) = Ground;
        var (prevailing, rejected) = (Prevailing(status, law), ScoreReasons.Rejected(scores, Reasons));
        return Is switch
        {
            MipsStanding.Neutral => Finding.Choice(AtThreshold, null, law.Payment.PerformanceThreshold, [status.Status], rejected),
            MipsStanding.Adjusted => Finding.Choice(LabelOf(prevailing), null, scores[Used!.Value].Finding, EvidenceOf(status, prevailing, law), rejected),
            _ => Finding.NotScored(Nothing, null, status.Status),
        };
    }

    private static ParticipationOption? Prevailing(MipsStatus status, YearLaw law)
    {
        foreach (var level in law.Eligibility.Membership.PrevailingLevels)
        {
            if (status.Levels.Contains(level))
            {
                return level;
            }
        }

        return null;
    }

    private static string? WhyItDoesNotCompete(CompetingScore score, MipsStatus status, ParticipationOption? prevailing) =>
        status.Exclusion is not (null or "lowVolume") ? ScoreReasons.Excluded
        : prevailing is { } level && score.Level != level ? ScoreReasons.Prevails(level)
        : status.Levels.Contains(score.Level) ? null
        : ScoreReasons.Voluntary;

    /// <summary>Only by setting: a threshold score of the automatic policy counts where nothing else does.</summary>
    private static void GiveWay(IReadOnlyList<CompetingScore> scores, string?[] reasons)
    {
        var isAnyFromData = false;
        for (var place = 0; place < scores.Count; place++)
        {
            isAnyFromData |= Competes(place) && !scores[place].ByAutomaticPolicy;
        }

        for (var place = 0; place < scores.Count && isAnyFromData; place++)
        {
            if (Competes(place) && scores[place].ByAutomaticPolicy)
            {
                reasons[place] = ScoreReasons.GivesWay;
            }
        }

        bool Competes(int place) => reasons[place] is null && scores[place].FinalScore is not null;
    }

    private static Label LabelOf(ParticipationOption? prevailing) => prevailing switch
    {
        ParticipationOption.VirtualGroup => OfVirtualGroup,
        ParticipationOption.ApmEntity => OfEntity,
        _ => Highest,
    };

    private static Finding[] EvidenceOf(MipsStatus status, ParticipationOption? prevailing, YearLaw law) =>
        prevailing is null ? [status.Status] : [status.Status, law.Eligibility.Membership.PrevailingScores];
}
