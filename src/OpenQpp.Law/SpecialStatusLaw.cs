using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The parameters of the special statuses for one year.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class SpecialStatusLaw(ParameterReader parameters)
{
    /// <summary>How many clinicians of a group must have a status.</summary>
    public enum GroupTest
    {
        /// <summary>More than the share.</summary>
        MoreThanShare,

        /// <summary>Every one.</summary>
        Every,

        /// <summary>At least one.</summary>
        Any,
    }

    /// <summary>In which segments the clinicians of a practice are counted.</summary>
    public enum SmallPracticePeriod
    {
        /// <summary>Either one.</summary>
        EitherSegment,

        /// <summary>The first one.</summary>
        FirstSegment,
    }

    /// <summary>Where the clinicians of a small practice are counted.</summary>
    public SmallPracticePeriod SmallPractice { get; } = parameters.Method<SmallPracticePeriod>("eligibility/small-practice-period");

    /// <summary>Most patient-facing encounters of a non-patient facing clinician.</summary>
    public Finding NonPatientFacingEncounters { get; } = parameters.Number("eligibility/non-patient-facing-encounters");

    /// <summary>Percent of the clinicians that must be exceeded for a status of a group.</summary>
    public Finding GroupPercent { get; } = parameters.Number("eligibility/group-status-percent");

    /// <summary>Fewest percent of services in hospital settings.</summary>
    public Finding HospitalBasedPercent { get; } = parameters.Number("eligibility/hospital-based-percent");

    /// <summary>How many clinicians make a group hospital-based.</summary>
    public GroupTest HospitalBasedGroup { get; } = parameters.Method<GroupTest>("eligibility/hospital-based-group");

    /// <summary>Fewest percent of services in ambulatory surgical centers.</summary>
    public Finding AscBasedPercent { get; } = parameters.Number("eligibility/asc-based-percent");

    /// <summary>How many clinicians make a group rural or HPSA.</summary>
    public GroupTest RuralOrHpsaGroup { get; } = parameters.Method<GroupTest>("eligibility/rural-hpsa-group");

    /// <summary>The facility-based status exists.</summary>
    public Finding FacilityBased { get; } = parameters.Flag("eligibility/facility-based");

    /// <summary>Fewest percent of services in hospital settings; null before the status existed.</summary>
    public Finding? FacilityBasedPercent { get; } = parameters.NumberOrNone("eligibility/facility-based-percent");

    /// <summary>Fewest services in an inpatient hospital or emergency room.</summary>
    public Finding? FacilityBasedServices { get; } = parameters.NumberOrNone("eligibility/facility-based-services");

    /// <summary>Fewest percent of the clinicians of a facility-based group.</summary>
    public Finding? FacilityBasedGroupPercent { get; } = parameters.NumberOrNone("eligibility/facility-based-group-percent");

    /// <summary>Virtual groups can be facility-based.</summary>
    public Finding FacilityBasedVirtualGroups { get; } = parameters.Flag("eligibility/facility-based-virtual-groups");
}
