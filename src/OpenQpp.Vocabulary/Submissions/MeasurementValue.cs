namespace OpenQpp.Vocabulary;

/// <summary>
/// The <c>value</c> of one measurement, in any of CMS's forms. Which fields must be there follows from the measure's
/// metric type; the validation of a case makes sure of it before anything is scored.
/// </summary>
/// <remarks>Counts are whole numbers of patients, encounters or procedures; rates are percent (0 to 100) unless said otherwise.</remarks>
public sealed class MeasurementValue
{
    /// <summary>A value that says nothing.</summary>
    public static MeasurementValue None { get; } = new();

    /// <summary>A value in which something could not be read; what is wrong has been told, so its form is not checked again.</summary>
    public static MeasurementValue Unreadable { get; } = new();

    /// <summary>The answer to a yes/no measure or activity (<c>boolean</c>).</summary>
    public bool? Answer { get; init; }

    /// <summary>Whether the measure was reported electronically from end to end; absent counts as no.</summary>
    public bool? IsEndToEndReported { get; init; }

    /// <summary>Cases that met the measure.</summary>
    public long? PerformanceMet { get; init; }

    /// <summary>Cases that did not meet the measure, already without exclusions and exceptions.</summary>
    public long? PerformanceNotMet { get; init; }

    /// <summary>All eligible cases.</summary>
    public long? EligiblePopulation { get; init; }

    /// <summary>Cases excluded from the measure.</summary>
    public long? EligiblePopulationExclusion { get; init; }

    /// <summary>Cases excepted from the measure.</summary>
    public long? EligiblePopulationException { get; init; }

    /// <summary>
    /// Performance rate: supplied by a registry for QCDR measures with one rate (percent), computed by CMS for administrative
    /// claims measures (unit of the measure). Beside plain counts and beside strata it is read and ignored.
    /// </summary>
    public decimal? PerformanceRate { get; init; }

    /// <summary>The strata of a measure with several rates.</summary>
    public Stratum[]? Strata { get; init; }

    /// <summary>Numerator: a count (PI) or an observation in the unit of the measure (non-proportion).</summary>
    public decimal? Numerator { get; init; }

    /// <summary>Denominator: a count (PI) or the number of eligible instances (non-proportion).</summary>
    public decimal? Denominator { get; init; }

    /// <summary>Numerator exclusions (non-proportion and QCDR measures).</summary>
    public decimal? NumeratorExclusion { get; init; }

    /// <summary>Denominator exceptions (non-proportion).</summary>
    public decimal? DenominatorException { get; init; }

    /// <summary>Instances that went into the observation (non-proportion).</summary>
    public decimal? ObservationInstances { get; init; }

    /// <summary>Score: of a survey measure (0 to 100) or of a cost measure (dollars).</summary>
    public decimal? Score { get; init; }

    /// <summary>Cases on which CMS computed an administrative claims or cost measure.</summary>
    public long? CaseCount { get; init; }

    /// <summary>Reliability of a survey measure, as CMS words it; not used in scoring.</summary>
    public string? Reliability { get; init; }

    /// <summary>Whether CMS masks the survey measure; not used in scoring.</summary>
    public bool? Mask { get; init; }

    /// <summary>Whether a survey measure is below the minimum for scoring.</summary>
    public bool? IsBelowMinimum { get; init; }
}

/// <summary>One stratum of a measure with several rates.</summary>
public sealed class Stratum
{
    /// <summary>Name of the stratum, as in CMS's measures data of the year.</summary>
    public string Name { get; init; } = "";

    /// <summary>Cases that met the measure.</summary>
    public long? PerformanceMet { get; init; }

    /// <summary>Cases that did not meet the measure.</summary>
    public long? PerformanceNotMet { get; init; }

    /// <summary>All eligible cases of the stratum.</summary>
    public long? EligiblePopulation { get; init; }

    /// <summary>Cases excluded from the stratum.</summary>
    public long? EligiblePopulationExclusion { get; init; }

    /// <summary>Cases excepted from the stratum.</summary>
    public long? EligiblePopulationException { get; init; }

    /// <summary>Performance rate of the stratum, percent: supplied by a registry for QCDR measures, ignored for others.</summary>
    public decimal? PerformanceRate { get; init; }
}
