using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A set of improvement activities as attested.</summary>
/// <param name="Method">The submission method.</param>
/// <param name="Start">First day of the period.</param>
/// <param name="End">Last day of the period.</param>
/// <param name="Activities">Activities with the answer given.</param>
public sealed record AttestedActivities(
    SubmissionMethod Method,
    DateOnly Start,
    DateOnly End,
    (ImprovementActivity Activity, bool Answer)[] Activities)
{
    /// <summary>Days of the period, first and last included.</summary>
    public int Days => End.DayNumber - Start.DayNumber + 1;

    /// <summary>Whether a set among several counts as submitted.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="law">The law of the year.</param>
    public static bool AnySubmission(AttestedActivities[] sets, ImprovementActivitiesLaw law)
    {
        foreach (var set in sets)
        {
            if (set.IsSubmission(law))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A set that counts as submitted: long enough, with at least one yes (414.1325(a)(1)(ii)).</summary>
    /// <param name="law">The law of the year.</param>
    public bool IsSubmission(ImprovementActivitiesLaw law) =>
        Days >= law.MinimumDays.Number && Array.Exists(Activities, activity => activity.Answer);
}
