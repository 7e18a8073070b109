namespace OpenQpp.Law;

/// <summary>The form in which a measure is reported (CMS's <c>metricType</c>).</summary>
public enum MetricType
{
    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>Numerator and denominator.</summary>
    Proportion,

    /// <summary>Counts, from which the rate is computed.</summary>
    SinglePerformanceRate,

    /// <summary>Counts, with a rate that the registry supplies (QCDR measures).</summary>
    RegistrySinglePerformanceRate,

    /// <summary>Counts of several strata.</summary>
    MultiPerformanceRate,

    /// <summary>Counts of several strata, with a rate that the registry supplies.</summary>
    RegistryMultiPerformanceRate,

    /// <summary>An observation in the unit of the measure.</summary>
    NonProportion,

    /// <summary>A summary measure of the CAHPS for MIPS survey.</summary>
    Cahps,

    /// <summary>Computed by CMS from claims.</summary>
    CostScore,
}

/// <summary>How the strata of a measure make one rate (CMS's <c>overallAlgorithm</c>).</summary>
public enum StrataAlgorithm
{
    /// <summary>The measure has one rate.</summary>
    None,

    /// <summary>The mean of the rates of the strata.</summary>
    SimpleAverage,

    /// <summary>All strata taken together.</summary>
    WeightedAverage,

    /// <summary>The sum of the cases that met the measure (2017 and 2018).</summary>
    SumNumerators,

    /// <summary>The stratum named overall.</summary>
    OverallStratumOnly,

    /// <summary>One stratum gives the rate, another completeness and cases.</summary>
    Split,
}
