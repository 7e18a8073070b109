using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>An activity with its points.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Points">Its points; without value where it is not counted.</param>
/// <param name="Reason">Why it is not counted, or null.</param>
public sealed record ActivityScore(ImprovementActivity Activity, Finding Points, string? Reason)
{
    /// <summary>Whether it is counted.</summary>
    public bool IsCounted => Points.HasNumber;
}

/// <summary>Points of one activity, and whether it counts at all.</summary>
[Cfr("414.1380(b)(3)")]
[Cfr("414.1360(a)(2)")]
[Cfr("414.1365(d)(3)(iii)")]
public static class ActivityPoints
{
    private const string Basis = "414.1380(b)(3)";

    private static readonly Label Weight = new("activity points", Unit.Points, Basis, "{s} earns {v} points");
    private static readonly Label Doubled = new("activity points", Unit.Points, Basis, "{s} earns {0} points, times {1} for a small, rural, HPSA or non-patient facing participant: {v}");
    private static readonly Label DoubledInPathway = new("activity points", Unit.Points, "414.1365(d)(3)(iii)", "{s} earns {0} points, times {1} in a MIPS Value Pathway: {v}");
    private static readonly Label MedicalHome = new("credit of a medical home", Unit.Points, Basis + "(ii)", "{0} % of {1} points: {v}");
    private static readonly Label Special = new("special status", Unit.YesNo, Basis, "small, rural, HPSA or non-patient facing: {v}");
    private static readonly Label Pathway = new("in a MIPS Value Pathway", Unit.YesNo, "414.1365(d)(3)(iii)", "an activity of a MIPS Value Pathway counts as under a special status: {v}");
    private static readonly Label NotAttested = new("activity points", Unit.Points, Basis, "{s} was answered no");
    private static readonly Label NotInProgram = new("activity points", Unit.Points, Basis, "{s} does not count under this program");
    private static readonly Label TooShort = new("activity points", Unit.Points, "414.1320", "the period of {0} days is shorter than {1}: {s} earns nothing");
    private static readonly Label Days = new("days of the period", Unit.Days, "414.1320", "the period has {v} days");
    private static readonly Label TooFew = new("activity points", Unit.Points, "414.1360(a)(2)", "too few clinicians of the group did {s}");
    private static readonly Label Participating = new("clinicians who did the activity", Unit.Clinicians, "414.1360(a)(2)", "{v} clinicians did the activity");
    private static readonly Label Billing = new("billing clinicians", Unit.Clinicians, "414.1360(a)(2)", "{v} clinicians billed");
    private static readonly Label Share = new("share of clinicians who did the activity", Unit.Percent, "414.1360(a)(2)", "{0} of {1} clinicians did {s}: {v} %");
    private static readonly Label Enough = new("enough clinicians did the activity", Unit.YesNo, "414.1360(a)(2)", "{0} % did {s}, at least {1} % are needed: {v}");
    private static readonly Label AnyClinician = new("a clinician did the activity", Unit.YesNo, "414.1360(a)", "{0} clinicians did {s}, one is enough: {v}");
    private static readonly Label OneClinician = new("clinicians needed", Unit.Clinicians, "414.1360(a)", "one clinician is enough");
    private static readonly Finding One = Finding.Parameter(OneClinician, 1m);
    private static readonly Finding IsSpecial = Finding.Given(Special, true);
    private static readonly Finding IsNotSpecial = Finding.Given(Special, false);
    private static readonly Finding InPathway = Finding.Given(Pathway, true);

    /// <summary>The points of an activity.</summary>
    /// <param name="set">The set in which it stands.</param>
    /// <param name="attested">The activity and the answer.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="option">The rules under which the participant reports.</param>
    /// <param name="program">The program of the set.</param>
    /// <param name="law">The law of the year.</param>
    public static ActivityScore For(
        AttestedActivities set,
        (ImprovementActivity Activity, bool Answer) attested,
        Participant participant,
        ReportingOption option,
        string program,
        YearLaw law)
    {
        var activity = attested.Activity;
        if (!attested.Answer)
        {
            return new(activity, Finding.NotScored(NotAttested, activity.Id), "notAttested");
        }

        if (!CountsUnder(program, activity))
        {
            return new(activity, Finding.NotScored(NotInProgram, activity.Id), "notInProgram");
        }

        var minimum = law.ImprovementActivities.MinimumDays;
        if (set.Days < minimum.Number)
        {
            return new(activity, Finding.NotScored(TooShort, activity.Id, Finding.Given(Days, set.Days), minimum), "periodTooShort");
        }

        return EnoughClinicians(activity, participant, law.ImprovementActivities) is { Flag: false } tooFew
            ? new(activity, Finding.NotScored(TooFew, activity.Id, tooFew), "tooFewClinicians")
            : new(activity, Points(activity, participant, option, law.ImprovementActivities), null);
    }

    /// <summary>Whether a participant has one of the statuses that earn more for an activity.</summary>
    /// <param name="participant">The participant.</param>
    public static Finding HasSpecialStatus(Participant participant) =>
        participant.Is(SpecialStatus.SmallPractice | SpecialStatus.RuralPractice | SpecialStatus.Hpsa | SpecialStatus.NonPatientFacing) ? IsSpecial : IsNotSpecial;

    /// <summary>IA_MVP is for MVPs only; from 2023 the catalogue says under which programs an activity counts.</summary>
    private static bool CountsUnder(string program, ImprovementActivity activity) =>
        activity.Programs is not { } programs || Array.IndexOf(programs, program) >= 0;

    private static Finding? EnoughClinicians(ImprovementActivity activity, Participant participant, ImprovementActivitiesLaw law)
    {
        var known = participant.ActivityParticipation is [] ? null
            : participant.ActivityParticipation.FirstOrDefault(one => string.Equals(one.ActivityId, activity.Id, StringComparison.Ordinal));
        if (known is null || participant.Option is not (ParticipationOption.Group or ParticipationOption.VirtualGroup or ParticipationOption.Subgroup))
        {
            return null;
        }

        var participating = Finding.Given(Participating, known.Participating, activity.Id);
        return law.GroupShare is { } share
            ? Finding.AtLeast(Enough, Finding.Percentage(Share, participating, Finding.Given(Billing, known.Billing, activity.Id), activity.Id), share, activity.Id)
            : Finding.AtLeast(AnyClinician, participating, One, activity.Id);
    }

    private static Finding Points(ImprovementActivity activity, Participant participant, ReportingOption option, ImprovementActivitiesLaw law)
    {
        if (string.Equals(activity.Id, ImprovementActivitiesScore.MedicalHomeActivity, StringComparison.Ordinal))
        {
            return Finding.Taken(Weight, activity.Id, Finding.Share(MedicalHome, law.MedicalHome, law.MaximumPoints));
        }

        var inPathway = option == ReportingOption.Mvp;
        var special = inPathway ? InPathway : HasSpecialStatus(participant);
        var doubled = inPathway ? DoubledInPathway : Doubled;
        return (law.Method, activity.Weight, special.Flag) switch
        {
            (ActivitiesMethod.Unweighted, _, true) => Finding.Taken(Weight, activity.Id, law.UnweightedPointsSpecialStatus!, special),
            (ActivitiesMethod.Unweighted, _, false) => Finding.Taken(Weight, activity.Id, law.UnweightedPoints!, special),
            (_, ActivityWeight.High, true) => Finding.ProductOf(doubled, activity.Id, law.HighPoints!, law.SpecialStatusMultiplier!),
            (_, ActivityWeight.High, false) => Finding.Taken(Weight, activity.Id, law.HighPoints!, special),
            (_, _, true) => Finding.ProductOf(doubled, activity.Id, law.MediumPoints!, law.SpecialStatusMultiplier!),
            _ => Finding.Taken(Weight, activity.Id, law.MediumPoints!, special),
        };
    }
}
