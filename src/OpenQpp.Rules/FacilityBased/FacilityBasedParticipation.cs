using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Who may be scored facility-based, and what must be submitted for it.</summary>
[Cfr("414.1380(e)")]
[Cfr("414.1380(e)(4)")]
public static class FacilityBasedParticipation
{
    /// <summary>Whether the year and the participant know facility-based scores.</summary>
    /// <param name="option">The level that takes part: individuals, groups and, from 2023, virtual groups.</param>
    /// <param name="statuses">Its special statuses; null where none were given and the facility speaks for itself.</param>
    /// <param name="law">The law of the year.</param>
    public static bool IsOpenTo(ParticipationOption option, SpecialStatus? statuses, YearLaw law) =>
        law.Eligibility.SpecialStatuses.FacilityBased.Flag
        && (statuses ?? SpecialStatus.FacilityBased).Has(SpecialStatus.FacilityBased)
        && option switch
        {
            ParticipationOption.Individual or ParticipationOption.Group => true,
            ParticipationOption.VirtualGroup => law.Eligibility.SpecialStatuses.FacilityBasedVirtualGroups.Flag,
            _ => false,
        };

    /// <summary>Whether enough was submitted: nothing is asked of an individual; a group sends activities or Promoting Interoperability data.</summary>
    /// <param name="option">The level that takes part.</param>
    /// <param name="data">What was submitted.</param>
    public static bool HasWhatItNeeds(ParticipationOption option, SubmittedData data) =>
        option == ParticipationOption.Individual || data.Activities || data.Interoperability;
}
