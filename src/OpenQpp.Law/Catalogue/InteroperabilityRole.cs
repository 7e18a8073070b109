namespace OpenQpp.Law;

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
