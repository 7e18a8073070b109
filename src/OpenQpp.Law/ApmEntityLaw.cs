using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>Which own Promoting Interoperability submission of an APM Entity takes the place of its participants, 414.1317(b)(1).</summary>
public enum OwnInteroperabilityMethod
{
    /// <summary>None: the entity does not submit the category.</summary>
    None,

    /// <summary>Any.</summary>
    Any,

    /// <summary>A qualifying one.</summary>
    Qualifying,
}

/// <summary>The parameters of APM Entities for one year: 414.1317, before that 414.1370.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class ApmEntityLaw(ParameterReader parameters)
{
    /// <summary>Which own submission counts.</summary>
    public OwnInteroperabilityMethod OwnInteroperability { get; } = parameters.Method<OwnInteroperabilityMethod>("apm-entity/own-interoperability");

    /// <summary>An entity may apply for extreme and uncontrollable circumstances.</summary>
    public Finding ExtremeCircumstances { get; } = parameters.Flag("apm-entity/extreme-circumstances");

    /// <summary>Bonus of a rolled-up score for an optional public health measure; null before 2022.</summary>
    public Finding? RollUpBonus { get; } = parameters.NumberOrNone("apm-entity/roll-up-bonus");

    /// <summary>Only group points are rolled up for Shared Savings ACOs.</summary>
    public Finding RollUpGroupPointsOnly { get; } = parameters.Flag("apm-entity/roll-up-group-points-only");
}
