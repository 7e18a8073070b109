using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The improvement activities performance category score of one participant, before its weight.</summary>
/// <param name="Activities">All activities of the set that counts, with what became of them.</param>
/// <param name="ApmCredit">Credit for APM participation, points; null where it is not due.</param>
/// <param name="Points">Category points.</param>
/// <param name="Percent">Category score, percent.</param>
[Cfr("414.1380(a)(1)(iii)")]
[Cfr("414.1380(b)(3)")]
[Cfr("414.1380(b)(3)(ii)")]
public sealed record ImprovementActivitiesScore(
    ActivityScore[] Activities,
    Finding? ApmCredit,
    Finding Points,
    Finding Percent)
{
    /// <summary>The attestation of a patient-centered medical home.</summary>
    public const string MedicalHomeActivity = "IA_PCMH";

    private const string Basis = "414.1380(b)(3)";

    private static readonly Label MedicalHome = new("credit of a medical home", Unit.Points, Basis + "(ii)", "an attested patient-centered medical home receives {0} % of {1} points: {v}");
    private static readonly Label FromActivities = new("points of activities", Unit.Points, Basis, "{n} activities earn {v} points");
    private static readonly Label MoreThanNeeded = new("activity points", Unit.Points, Basis, "full credit is reached without {s}");
    private static readonly Label WithCredit = new("points of activities and APM credit", Unit.Points, Basis + "(i)", "{0} points of activities and {1} points of APM credit");
    private static readonly Label AtLeastCredit = new("points of activities, at least the APM credit", Unit.Points, Basis + "(i)", "{0} points of activities, at least {1} points of APM credit");
    private static readonly Label PointsLabel = new("improvement activities points", Unit.Points, Basis, "{0} points, at most {1}");
    private static readonly Label PercentLabel = new("improvement activities performance category score", Unit.Percent, Basis, "{0} of {1} points: {v} %");
    private static readonly Label Higher = new("points of activities", Unit.Points, "414.1325(f)(1)", "{v} points: the highest of the sets of activities");

    /// <summary>The score.</summary>
    /// <param name="sets">The sets of activities.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="other">Data of other categories, for the APM credit.</param>
    /// <param name="option">The rules under which the participant reports.</param>
    /// <param name="program">The program of the sets.</param>
    /// <param name="law">The law of the year.</param>
    public static ImprovementActivitiesScore For(
        AttestedActivities[] sets,
        Participant participant,
        OtherCategoryData other,
        ReportingOption option,
        string program,
        YearLaw law)
    {
        var (activities, earned) = sets switch
        {
            [] => ([], Finding.SumOf(FromActivities, [])),
            [var only] when !law.Settings.MergeActivitySets => ScoreOf(only, participant, option, program, law),
            _ => Taken(ScoresOf(sets, participant, option, program, law), law),
        };
        var credit = option is ReportingOption.App or ReportingOption.ApmScoringStandard
            ? PathwayActivities.For(option, other, law.ImprovementActivities)
            : Rules.ApmCredit.For(participant, AttestedActivities.AnySubmission(sets, law.ImprovementActivities), other, law);
        var maximum = law.ImprovementActivities.MaximumPoints;
        var withCredit = credit is null ? earned
            : law.Settings.ApmCreditIsFloor ? Finding.Maximum(AtLeastCredit, null, earned, credit)
            : Finding.Sum(WithCredit, earned, credit);
        var points = Finding.Minimum(PointsLabel, null, withCredit, maximum);
        return new(activities, credit, points, Finding.Percentage(PercentLabel, points, maximum));
    }

    private static (ActivityScore[] Activities, Finding Earned)[] ScoresOf(
        AttestedActivities[] sets,
        Participant participant,
        ReportingOption option,
        string program,
        YearLaw law) => [.. sets.OrderBy(set => set.Method).Select(set => ScoreOf(set, participant, option, program, law))];

    private static (ActivityScore[] Activities, Finding Earned) ScoreOf(
        AttestedActivities set,
        Participant participant,
        ReportingOption option,
        string program,
        YearLaw law)
    {
        var activities = new ActivityScore[set.Activities.Length];
        for (var place = 0; place < activities.Length; place++)
        {
            activities[place] = ActivityPoints.For(set, set.Activities[place], participant, option, program, law);
        }

        var counted = law.ImprovementActivities.Method == ActivitiesMethod.Unweighted ? UpToFullCredit(activities, law) : activities;
        return (counted, Earned(counted, law));
    }

    /// <summary>Where all activities count alike, the first ones by id carry the points; a medical home carries all.</summary>
    private static ActivityScore[] UpToFullCredit(ActivityScore[] activities, YearLaw law)
    {
        var left = law.ImprovementActivities.MaximumPoints.Number;
        var carrying = new HashSet<string>(StringComparer.Ordinal);
        foreach (var activity in activities
            .Where(activity => activity.IsCounted)
            .OrderByDescending(activity => activity.Activity.Id is MedicalHomeActivity)
            .ThenBy(activity => activity.Activity.Id, StringComparer.Ordinal))
        {
            if (left > 0m)
            {
                carrying.Add(activity.Activity.Id);
                left -= activity.Points.Number;
            }
        }

        return Array.ConvertAll(activities, activity => !activity.IsCounted || carrying.Contains(activity.Activity.Id)
            ? activity
            : activity with { Points = Finding.NotScored(MoreThanNeeded, activity.Activity.Id, activity.Points), Reason = "moreThanNeeded" });
    }

    /// <summary>Full credit for a medical home; else the sum. Activities beyond full credit add nothing that shows.</summary>
    private static Finding Earned(ActivityScore[] activities, YearLaw law) =>
        Array.Exists(activities, activity => activity.IsCounted && string.Equals(activity.Activity.Id, MedicalHomeActivity, StringComparison.Ordinal))
            ? Finding.Share(MedicalHome, law.ImprovementActivities.MedicalHome, law.ImprovementActivities.MaximumPoints)
            : Finding.ChosenSum(
                FromActivities,
                Array.ConvertAll(Array.FindAll(activities, activity => activity.IsCounted), activity => activity.Points),
                Array.ConvertAll(Array.FindAll(activities, activity => !activity.IsCounted), activity => new Rejection(activity.Points, "{s} is not counted")));

    private static (ActivityScore[] Activities, Finding Earned) Taken(
        (ActivityScore[] Activities, Finding Earned)[] scored,
        YearLaw law)
    {
        if (law.Settings.MergeActivitySets)
        {
            var merged = scored
                .SelectMany(set => set.Activities)
                .OrderByDescending(activity => activity.IsCounted)
                .DistinctBy(activity => activity.Activity.Id, StringComparer.Ordinal)
                .ToArray();
            return (merged, Earned(merged, law));
        }

        var (best, maximum) = (scored[0], law.ImprovementActivities.MaximumPoints.Number);
        foreach (var candidate in scored)
        {
            if (decimal.Min(candidate.Earned.Number, maximum) > decimal.Min(best.Earned.Number, maximum))
            {
                best = candidate;
            }
        }

        return (best.Activities, Finding.Choice(
            Higher,
            null,
            best.Earned,
            [],
            [.. scored.Where(set => !ReferenceEquals(set.Earned, best.Earned)).Select(set => new Rejection(set.Earned, "{v} points: this set earns no more"))]));
    }
}
