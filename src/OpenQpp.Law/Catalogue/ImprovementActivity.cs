using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The weight of an activity (2017 to 2024).</summary>
public enum ActivityWeight
{
    /// <summary>No weight: the medical home attestation, and all activities from 2025 on.</summary>
    None,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,
}

/// <summary>An improvement activity in one year.</summary>
/// <param name="Id">The activity id, for example <c>IA_EPA_1</c>.</param>
/// <param name="Title">The official title.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Programs">Programs under which it counts; null where CMS published none.</param>
public sealed record ImprovementActivity(string Id, string Title, ActivityWeight Weight, IReadOnlyList<string>? Programs);

/// <summary>The part that a Promoting Interoperability measure plays.</summary>
public enum InteroperabilityRole
{
    /// <summary>A required attestation.</summary>
    Attestation,

    /// <summary>An optional attestation.</summary>
    OptionalAttestation,

    /// <summary>Security risk analysis.</summary>
    SecurityRiskAnalysis,

    /// <summary>SAFER Guides.</summary>
    SaferGuides,

    /// <summary>e-Prescribing.</summary>
    EPrescribing,

    /// <summary>Query of the prescription drug monitoring program.</summary>
    Pdmp,

    /// <summary>Sending health information.</summary>
    Sending,

    /// <summary>Receiving and reconciling health information.</summary>
    Receiving,

    /// <summary>One measure for the whole exchange objective.</summary>
    SingleExchange,

    /// <summary>Electronic access for patients.</summary>
    PatientAccess,

    /// <summary>A measure of the public health objective.</summary>
    PublicHealth,

    /// <summary>The same public health measure with a second registry (2019 to 2021).</summary>
    SecondRegistry,

    /// <summary>An optional public health measure.</summary>
    OptionalPublicHealth,

    /// <summary>Another bonus measure.</summary>
    Bonus,

    /// <summary>A level of active engagement.</summary>
    EngagementLevel,

    /// <summary>An exclusion.</summary>
    Exclusion,

    /// <summary>A base requirement (2017 and 2018).</summary>
    Base,

    /// <summary>A performance measure (2017 and 2018).</summary>
    Performance,

    /// <summary>Immunization registry reporting (2017 and 2018).</summary>
    Immunization,

    /// <summary>Another registry (2017 and 2018).</summary>
    Registry,

    /// <summary>A further registry for the same measure (2018).</summary>
    FurtherRegistry,

    /// <summary>An improvement activity done with CEHRT (2017 and 2018).</summary>
    CehrtActivity,
}

/// <summary>The measure set of 2017 and 2018 to which a measure belongs.</summary>
public enum InteroperabilitySet
{
    /// <summary>There is one set only.</summary>
    One,

    /// <summary>The full set, for 2015 edition CEHRT.</summary>
    Full,

    /// <summary>The transition set, for 2014 edition CEHRT.</summary>
    Transition,

    /// <summary>Both sets.</summary>
    Both,
}

/// <summary>A Promoting Interoperability measure in one year.</summary>
/// <param name="Id">The measure id, for example <c>PI_EP_1</c>.</param>
/// <param name="Title">The official title.</param>
/// <param name="IsProportion">Reported as numerator and denominator; else yes or no.</param>
/// <param name="Role">The part it plays.</param>
/// <param name="Set">The set to which it belongs.</param>
/// <param name="Points">Its points.</param>
/// <param name="Exclusions">Its exclusions.</param>
/// <param name="Substitutes">Measures with which it may not be sent.</param>
/// <param name="Programs">Programs under which it may be sent; null where CMS published none.</param>
public sealed record InteroperabilityMeasure(
    string Id,
    string Title,
    bool IsProportion,
    InteroperabilityRole Role,
    InteroperabilitySet Set,
    Finding Points,
    IReadOnlyList<string> Exclusions,
    IReadOnlyList<string> Substitutes,
    IReadOnlyList<string>? Programs);

/// <summary>Where the points of an excluded measure go, 414.1380(b)(4)(ii)(A).</summary>
/// <param name="From">The excluded measure.</param>
/// <param name="To">The measure that receives.</param>
/// <param name="Half">Half of the points, not all.</param>
/// <param name="Source">Citation.</param>
public sealed record Redistribution(InteroperabilityRole From, InteroperabilityRole To, bool Half, string Source);
