using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>The model of the nation's APM Entities: under the APM scoring standard one whose quality the model computes, later the Shared Savings Program.</summary>
internal static class ApmModel
{
    /// <summary>Whether the model gives its quality percent.</summary>
    /// <param name="law">The law of the year.</param>
    public static bool IsOther(YearLaw law) => law.Weights.Find("apmScoringStandard:other", smallPractice: false, CategorySet.None) is not null;

    /// <summary>Whether Promoting Interoperability of an entity comes from its practices alone.</summary>
    /// <param name="law">The law of the year.</param>
    public static bool TakesPointsOfPractices(YearLaw law) => law.ApmEntity.OwnInteroperability == OwnInteroperabilityMethod.None;
}
