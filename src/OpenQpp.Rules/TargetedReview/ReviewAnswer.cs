using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Until when information must arrive that was asked for. The paragraph counts days: they are calendar days in Eastern time, the
/// day of asking not counted, and the last one counts to its end.
/// </summary>
/// <param name="Deadline">The last second that counts.</param>
/// <param name="InTime">Whether a moment is in time, and why.</param>
[Cfr("414.1385(a)(5)")]
public sealed record ReviewAnswer(Moment Deadline, Finding InTime)
{
    private const string Basis = "414.1385(a)(5)";

    private static readonly Label After = new("days after the request for information", Unit.Days, Basis, "{v} days after the day on which CMS asked ({s})");
    private static readonly Label Timely = new("information in time", Unit.YesNo, Basis, "{0} days, at most {1}: {v}");

    /// <summary>The deadline, and whether a moment is in time.</summary>
    /// <param name="asked">When CMS asked.</param>
    /// <param name="at">The moment.</param>
    /// <param name="law">The law of the performance year.</param>
    public static ReviewAnswer For(Moment asked, Moment at, TargetedReviewLaw law)
    {
        var day = EasternTime.DayOf(asked);
        var days = EasternTime.DayOf(at).DayNumber - day.DayNumber;
        return new(
            EasternTime.EndOf(day.AddDays((int)law.InformationDays.Number)),
            Finding.AtMost(Timely, Finding.Given(After, days, asked.ToString()), law.InformationDays));
    }
}
