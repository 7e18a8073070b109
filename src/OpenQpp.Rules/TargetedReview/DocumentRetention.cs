using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>How long documents of a targeted review are kept.</summary>
/// <param name="LastDay">The last day on which they are kept.</param>
/// <param name="Years">Years from the end of the performance year.</param>
[Cfr("414.1385(a)(8)")]
public sealed record DocumentRetention(DateOnly LastDay, Finding Years)
{
    /// <summary>How long documents of a performance year are kept.</summary>
    /// <param name="law">The law of the performance year.</param>
    public static DocumentRetention For(YearLaw law) =>
        new(law.Year.LastDay.AddYears((int)law.TargetedReview.RetentionYears.Number), law.TargetedReview.RetentionYears);
}
